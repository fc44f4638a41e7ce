import type { Problem, Rota, Understood } from '../model.ts';

/** How a sheet is laid out and what its duty columns are called. */
export type Headings = Pick<Understood, 'layout' | 'headers'>;

/** What of the headers is no longer as it was: somebody may have meant only a word. */
export function reportHeaders(was: Headings, after: Rota): Problem[] {
  const now = after.understood;
  if (!now) return [];
  if (was.layout !== now.layout)
    return [changed(null, { was: was.layout, now: now.layout, layout: now.layout, column: '' })];
  return Object.entries(was.headers ?? {}).flatMap(([column, titles]) => {
    const current = now.headers?.[column] ?? [];
    const gone = titles.filter((title) => !current.includes(title));
    const come = current.filter((title) => !titles.includes(title));
    if (gone.length === 0) return [];
    // One of several may go without anybody taking its place: hours that it leaves open are told as a gap.
    if (current.length > 0 && come.length === 0) return [];
    const cells = now.columns[column] ?? [];
    // Tabs that share a header have more cells than titles: then nobody can tell which cell says it.
    const cell = cells.length === current.length ? (cells[current.indexOf(come[0] ?? '')] ?? null) : null;
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
