import type { Content, Rule, Template, TemplateTab } from './model.ts';
import { type TemplateText, templateText } from './text.ts';

/** The example begins on a Monday; the editor writes their own first day in its place, and the others follow. */
export const FIRST_DAY = '2026-12-07';
const DAYS = 91;
const MOST_MEMBERS = 100;
const MOST_HOLIDAYS = 100;

/** The rota that a team starts from: a row for each date, people from a drop-down, two who share the duty by weeks. Pure. */
export function templateFor(locale: 'ja' | 'en'): Template {
  const text = templateText[locale];
  return {
    dateFormat: text.dateFormat,
    tabs: [rotaTab(text), membersTab(text), holidaysTab(text), helpTab(text)],
  };
}

function rotaTab(text: TemplateText): TemplateTab {
  const last = DAYS + 1;
  const rows = Array.from({ length: DAYS }, (_none, day): Content[] => {
    const row = day + 2;
    const date = { date: isoDay(day) };
    const names = text.members.map(([name]) => name);
    const turn = Math.floor(day / 7);
    const weekday = text.weekdays.map((name) => `"${name}"`).join(',');
    return [
      day === 0 ? date : { formula: `IF(A${row - 1}="","",A${row - 1}+1)`, value: date },
      {
        formula: `IF(A${row}="","",CHOOSE(WEEKDAY(A${row}),${weekday}))`,
        value: text.weekdays[(day + 1) % 7] ?? '',
      },
      names[turn % names.length] ?? '',
      names[(turn + 1) % names.length] ?? '',
      null,
      null,
    ];
  });
  return {
    title: text.rota,
    widths: [13, 6, 14, 14, 14, 32],
    rows: [text.rotaHeader, ...rows],
    prose: false,
    rules: [
      { cells: 'A2', allow: { kind: 'date' }, onWrong: 'stop', ...text.rules.firstDay },
      personRule(`C2:D${last}`, text, text.rules.person),
      personRule(`E2:E${last}`, text, text.rules.substitute),
    ],
    shades: [
      { cells: `C2:C${last}`, formula: 'AND($A2<>"",$C2="")', colour: 'red' },
      { cells: `A2:F${last}`, formula: 'AND($A2<>"",OR(WEEKDAY($A2)=1,WEEKDAY($A2)=7))', colour: 'grey' },
    ],
  };
}

/** A name of the members tab; `-` and a word of one's own stay possible. */
const personRule = (
  cells: string,
  { membersTab }: TemplateText,
  said: Pick<Rule, 'prompt' | 'wrong'>,
): Rule => ({
  cells,
  allow: { kind: 'list', from: `'${membersTab}'!$A$2:$A$${MOST_MEMBERS + 1}` },
  onWrong: 'warn',
  ...said,
});

function membersTab(text: TemplateText): TemplateTab {
  const last = MOST_MEMBERS + 1;
  return {
    title: text.membersTab,
    widths: [16, 18, 30, 24],
    rows: [text.membersHeader, ...text.members.map((member) => [...member])],
    prose: false,
    rules: [
      {
        cells: `A2:A${last}`,
        allow: { kind: 'formula', formula: `COUNTIF($A$2:$A$${last},A2)=1` },
        onWrong: 'stop',
        ...text.rules.memberName,
      },
      {
        cells: `B2:B${last}`,
        allow: { kind: 'formula', formula: 'AND(OR(LEFT(B2,1)="U",LEFT(B2,1)="W"),LEN(B2)>=9)' },
        onWrong: 'warn',
        ...text.rules.slackId,
      },
    ],
    shades: [{ cells: `A2:D${last}`, formula: 'AND($A2<>"",$B2="",$C2="")', colour: 'red' }],
  };
}

function holidaysTab(text: TemplateText): TemplateTab {
  return {
    title: text.holidaysTab,
    widths: [14, 30],
    rows: [text.holidaysHeader, ...text.holidays.map(([date, name]) => [{ date }, name])],
    prose: false,
    rules: [
      { cells: `A2:A${MOST_HOLIDAYS + 1}`, allow: { kind: 'date' }, onWrong: 'stop', ...text.rules.holiday },
    ],
    shades: [],
  };
}

const helpTab = (text: TemplateText): TemplateTab => ({
  title: text.helpTab,
  widths: [90],
  rows: text.help.map((line) => [line]),
  prose: true,
  rules: [],
  shades: [],
});

function isoDay(after: number): string {
  return new Date(Date.parse(`${FIRST_DAY}T00:00Z`) + after * 86_400_000).toISOString().slice(0, 10);
}
