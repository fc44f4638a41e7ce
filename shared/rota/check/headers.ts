import type { Problem, Rota } from '../model.ts';

/** What of the headers is no longer as it was at the last good reading: somebody may have meant only a word. */
export function reportHeaders(before: Rota, after: Rota): Problem[] {
  const [was, now] = [before.understood, after.understood];
  if (!was || !now) return [];
  if (was.layout !== now.layout)
    return [changed(null, { was: was.layout, now: now.layout, layout: now.layout, column: '' })];
  return Object.entries(was.headers ?? {}).flatMap(([column, titles]) => {
    const current = now.headers?.[column] ?? [];
    const gone = titles.filter((title) => !current.includes(title));
    const come = current.filter((title) => !titles.includes(title));
    if (gone.length === 0) return [];
    // One of several columns with hours may go without anybody taking its place.
    if (current.length > 0 && come.length === 0 && titles.length > 1 && current.length >= titles.length)
      return [];
    const cell = now.columns[column]?.[current.indexOf(come[0] ?? '')] ?? null;
    return [changed(cell, { column, was: gone.join('、'), now: come.join('、'), layout: '' })];
  });
}

const changed = (cell: string | null, detail: Record<string, string>): Problem => ({
  code: 'header-changed',
  severity: 'problem',
  cell,
  tab: null,
  detail,
});
