import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIRST_DAY, templateFor } from '../../../local/template/content.ts';
import { templateText } from '../../../local/template/text.ts';
import { workbookFile } from '../../../local/template/workbook.ts';
import type { Cell, Spreadsheet } from '../../../shared/ports/sheets.ts';
import { onDutyAt, parseRota, type Rota, RotaConfig } from '../../../shared/rota/index.ts';
import { root } from '../architecture/source.ts';

const fileOf = (locale: 'ja' | 'en') => join(root, 'docs/template', templateText[locale].file);

/** As Google Sheets hands it over, by way of a reader that is not ours. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const date = value.toISOString().slice(0, 10);
    return { kind: 'date', date, text: date };
  }
  return value === null ? null : { kind: 'text', text: String(value) };
}

async function sheetOf(locale: 'ja' | 'en'): Promise<Spreadsheet> {
  const sheets = await readXlsx(fileOf(locale));
  return {
    id: 'template',
    title: 'template',
    timeZone: 'Asia/Tokyo',
    tabTitles: sheets.map(({ sheet }) => sheet),
    tabs: sheets.map(({ sheet, data }, id) => ({
      title: sheet,
      id,
      rows: data.map((row) => row.map(cellOf)),
      merges: [],
    })),
  };
}

function parse(spreadsheet: Spreadsheet, locale: 'ja' | 'en'): Rota {
  const text = templateText[locale];
  const users = text.members.map(([name, id, email]) => ({
    id,
    name,
    realName: name,
    handle: '',
    email,
    locale: null,
    deactivated: false,
    bot: false,
    guest: 'no' as const,
    admin: false,
  }));
  return parseRota({
    config: RotaConfig.parse({
      id: 'template',
      spreadsheet: 'template',
      sheet: text.rota,
      members: text.membersTab,
      fallback: 'U0LEAD',
    }),
    zone: 'Asia/Tokyo',
    spreadsheet,
    directory: { users, complete: true },
    now: Date.parse(`${FIRST_DAY}T12:00:00+09:00`),
    usedColumns: ['primary', 'secondary'],
  });
}

describe.each(['ja', 'en'] as const)('the template in %s', (locale) => {
  const text = templateText[locale];
  let sheet: Spreadsheet;
  let rota: Rota;
  beforeAll(async () => {
    sheet = await sheetOf(locale);
    rota = parse(sheet, locale);
  });

  test('is what `npm run template` makes', () => {
    expect(Buffer.from(workbookFile(templateFor(locale)))).toEqual(readFileSync(fileOf(locale)));
  });

  test('reads without a problem, as one row for each date with both duties', () => {
    expect(rota.problems).toEqual([]);
    expect(rota.understood?.layout).toBe('dates');
    expect(rota.understood?.headers).toEqual({
      primary: [text.rotaHeader[2]],
      secondary: [text.rotaHeader[3]],
    });
    const day = (days: number) => Date.parse(`${FIRST_DAY}T12:00:00+09:00`) + days * 86_400_000;
    expect([0, 7, 14, 21, 90].map((days) => onDutyAt(rota, day(days)).people[0])).toEqual(
      [0, 1, 2, 0, 0].map((member) => text.members[member]?.[1]),
    );
    expect(onDutyAt(rota, day(0), 'secondary').people).toEqual([text.members[1]?.[1]]);
    expect(onDutyAt(rota, day(91)).kind).toBe('gap');
  });

  test('its days off are holidays, and a name under the stand-ins takes the day', () => {
    expect(rota.holidays).toEqual(expect.arrayContaining(text.holidays.map(([date]) => date)));
    const third = text.members[2]?.[0] ?? '';
    const covered = {
      ...sheet,
      tabs: sheet.tabs.map((tab) =>
        tab.title === text.rota
          ? { ...tab, rows: tab.rows.map((row, i) => (i === 1 ? withCell(row, 4, third) : row)) }
          : tab,
      ),
    };
    const duty = onDutyAt(parse(covered, locale), Date.parse(`${FIRST_DAY}T12:00:00+09:00`));
    expect(duty).toMatchObject({ people: [text.members[2]?.[1]], insteadOf: text.members[0]?.[0] });
  });

  test('people are chosen from the members, dates are dates, and each rule says what to do', () => {
    const parts = unzipSync(readFileSync(fileOf(locale)));
    const rules = (tab: number) => {
      const xml = strFromU8(parts[`xl/worksheets/sheet${tab}.xml`] ?? new Uint8Array());
      return [...xml.matchAll(/<dataValidation ([^>]*)><formula1>([^<]*)<\/formula1>/g)].map(
        ([, attributes = '', formula]) => {
          const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
          expect(of('prompt').length).toBeGreaterThan(5);
          expect(of('error').length).toBeGreaterThan(5);
          expect(Math.max(of('promptTitle').length, of('errorTitle').length)).toBeLessThanOrEqual(32);
          expect(Math.max(of('prompt').length, of('error').length)).toBeLessThanOrEqual(255);
          expect(of('showErrorMessage')).toBe('1');
          return [of('type'), of('sqref'), of('errorStyle') || 'stop', formula];
        },
      );
    };
    const names = `'${text.membersTab}'!$A$2:$A$101`;
    expect(rules(1)).toEqual([
      ['date', 'A2', 'stop', '43831'],
      ['list', 'C2:D92', 'warning', names],
      ['list', 'E2:E92', 'warning', names],
    ]);
    expect(rules(2).map(([type, cells, style]) => [type, cells, style])).toEqual([
      ['custom', 'A2:A101', 'stop'],
      ['custom', 'B2:B101', 'warning'],
    ]);
    expect(rules(3)).toEqual([['date', 'A2:A101', 'stop', '43831']]);
  });
});

const withCell = (row: readonly Cell[], column: number, text: string): Cell[] =>
  Array.from({ length: Math.max(row.length, column + 1) }, (_none, i) =>
    i === column ? { kind: 'text', text } : (row[i] ?? null),
  );
