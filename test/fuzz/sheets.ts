import fc from 'fast-check';
import type { Spreadsheet, Tab } from '../../shared/ports/sheets.ts';
import {
  type Directory,
  describeProblem,
  describeUnderstood,
  layouts,
  onDutyAt,
  parseRota,
  previewRota,
  type Rota,
  RotaConfig,
} from '../../shared/rota/index.ts';
import { must, target } from './fuzz.ts';
import { isWhole, text } from './hostile.ts';
import { grid, merge, NOW, WORDS } from './sheet-cells.ts';

const TITLES = ['当番表', '2026年11月', '2026年12月', 'メンバー', 'Sheet1'];
const tab: fc.Arbitrary<Tab> = fc.record({
  title: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...TITLES) }, { weight: 1, arbitrary: text }),
  id: fc.nat(),
  rows: grid,
  merges: fc.array(merge, { maxLength: 3 }),
});

const user = (id: string, name: string, more = {}) => ({ id, name, realName: name, handle: id.toLowerCase(), email: `${id}@example.com`, locale: null, deactivated: false, bot: false, admin: false, guest: 'no' as const, ...more }); // biome-ignore format: one person
const directory: Directory = {
  complete: true,
  users: [
    user('U1', '山田'),
    user('U2', '佐藤'),
    user('U3', 'Alice'),
    user('U4', '山田'),
    user('U5', '鈴木', { deactivated: true }),
    user('U6', 'Form', { bot: true }),
  ],
};

const config = fc
  .record(
    {
      sheet: fc.constantFrom('当番表', '{yyyy}年{m}月', 'Sheet1'),
      members: fc.constant('メンバー'),
      layout: fc.constantFrom(...layouts),
      columns: fc.dictionary(
        fc.constantFrom('primary', 'secondary', '__proto__', 'toString'),
        fc.constantFrom(...WORDS),
        { maxKeys: 3 },
      ),
      where: fc.dictionary(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), { maxKeys: 2 }),
      marks: fc.dictionary(
        fc.constantFrom(...WORDS),
        fc.constantFrom('primary', 'secondary', 'both', 'off'),
        { maxKeys: 3 },
      ),
      handover: fc.constantFrom('00:00', '10:00', '23:59'),
    },
    { requiredKeys: ['sheet'] },
  )
  .map((rota) => RotaConfig.parse({ id: 'r', spreadsheet: 's', fallback: 'U0MORI', ...rota }));

const HOLES = /undefined|NaN|Invalid/;

/** Time in order, each span with its cell, only people that are there; every mistake a sentence in both languages. */
function sensible(rota: Rota, input: unknown): void {
  // What stands in a cell may be repeated.
  const saidByPeople = HOLES.test(JSON.stringify(input));
  const known = new Set(directory.users.map(({ id }) => id));
  for (const spans of Object.values(rota.columns))
    for (const [i, { start, end, kind, people, cell: where, text: says }] of spans.entries()) {
      must(
        Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end,
        `a span from ${start} to ${end}`,
      );
      must(i === 0 || (spans[i - 1]?.end ?? Infinity) <= start, 'spans out of order, or over one another');
      must((kind === 'people') === people.length > 0, `${kind} with ${people.length} people`);
      must(
        people.every((id) => known.has(id)) && new Set(people).size === people.length,
        'people that are not there',
      );
      must(where === null || /![A-Z]+\d+$/.test(where), `"${where}" is no cell`);
      must([...says].length <= 80, 'a text that is too long');
    }
  for (const locale of ['ja', 'en'] as const) {
    for (const problem of rota.problems) {
      const sentence = describeProblem(problem, locale, rota.zone);
      must(sentence.length > 5, 'no sentence');
      must(saidByPeople || !HOLES.test(sentence), `a sentence with a hole: ${sentence}`);
    }
    must(describeUnderstood(rota.understood, locale) !== '', 'nothing is said of what was understood');
  }
  must(onDutyAt(rota, NOW).people.length <= directory.users.length, 'too many on duty');
  must(
    Object.values(previewRota(rota, NOW, 14).columns).every((spans) => spans.length > 0),
    'a preview with a hole',
  );
  must(!isWhole(input) || isWhole(rota), 'it cuts a sign in two');
}

const sheet = target({
  name: 'sheet',
  share: 0.5,
  inputs: fc.record({
    config,
    zone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns', 'UTC'),
    tabs: fc.array(tab, { maxLength: 3 }),
  }),
  read: ({ config, zone, tabs }) => {
    const spreadsheet: Spreadsheet = {
      id: 's',
      title: 't',
      timeZone: 'Asia/Tokyo',
      tabTitles: tabs.map(({ title }) => title),
      tabs,
    };
    return parseRota({
      config,
      zone,
      spreadsheet,
      directory,
      now: NOW,
      usedColumns: ['primary', 'secondary'],
    });
  },
  sense: sensible,
  seeds: [],
});

export const sheetTargets = [sheet];
