import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { describeProblem, onDutyAt, type Rota } from '../../../shared/rota/index.ts';
import { cellSheets } from './odd/cells.ts';
import { dateSheets } from './odd/dates.ts';
import { gridSheets } from './odd/grids.ts';
import { heldOutSheets } from './odd/held-out.ts';
import { hourSheets } from './odd/hours.ts';
import { layoutSheets } from './odd/layouts.ts';
import { ids, type Odd, sampleOf } from './odd/make.ts';
import { refusedSheets } from './odd/refused.ts';
import { rowSheets } from './odd/rows.ts';
import { shiftSheets } from './odd/shifts.ts';
import { stampSheets } from './odd/stamps.ts';
import { weekSheets } from './odd/weeks.ts';
import { yearPages } from './odd/year-pages.ts';
import { parseSample } from './sample.ts';

const instant = (text: string, zone: string): number => {
  const local = /^\d{4}/.test(text) ? text : `2026-${text}`;
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
};

const letters = Object.fromEntries(Object.entries(ids).map(([letter, id]) => [id, letter]));

/** The reading of an instant in the shorthand of the expectation; the cell only where one is expected. */
function said(rota: Rota, at: number, expected: string, tab: string): string {
  return expected
    .split(' | ')
    .map((part, index) => {
      const { kind, people, cell } = onDutyAt(rota, at, index === 0 ? 'primary' : 'secondary');
      const who = kind === 'people' ? people.map((id) => letters[id] ?? id).join('+') : kind;
      const place = cell?.startsWith(`${tab}!`) ? cell.slice(tab.length + 1) : (cell ?? '-');
      return part.includes(' ') ? `${who} ${place}` : who;
    })
    .join(' | ');
}

describe.each(
  [
    ...dateSheets,
    ...layoutSheets,
    ...hourSheets,
    ...rowSheets,
    ...cellSheets,
    ...shiftSheets,
    ...weekSheets,
    ...gridSheets,
    ...stampSheets,
    ...yearPages,
    ...heldOutSheets,
    ...refusedSheets,
  ].map((odd) => [odd.about, odd] as const),
)('%s', (_about, odd: Odd) => {
  const rota = parseSample(sampleOf(odd));
  const tab = odd.tab ?? '表';
  test('is read rightly', () => {
    const read = Object.fromEntries(
      Object.entries(odd.on).map(([at, expected]) => [
        at,
        said(rota, instant(at, odd.zone ?? 'Asia/Tokyo'), expected, tab),
      ]),
    );
    expect({ read, layout: odd.layout && rota.understood?.layout }).toEqual({
      read: odd.on,
      layout: odd.layout,
    });
  });
  test('reports these problems and no other', () => {
    const found = rota.problems.map(
      ({ cell, code }) =>
        `${cell === null ? '-' : cell.startsWith(`${tab}!`) ? cell.slice(tab.length + 1) : cell} ${code}`,
    );
    expect(found.sort()).toEqual([...(odd.problems ?? [])].sort());
  });
  test('has a sentence for each in both languages', () => {
    for (const problem of rota.problems)
      for (const locale of ['ja', 'en'] as const)
        expect(describeProblem(problem, locale, rota.zone)).not.toMatch(/undefined|NaN|Invalid|""|「」/);
  });
});
