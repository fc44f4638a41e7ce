import { parseConfig } from '../../../shared/workspace/index.ts';

/** Tuesday noon in Tokyo. */
export const START = Date.parse('2026-11-24T12:00:00+09:00');
export const TEAM = 'T0TOBAN';
export const CHANNEL = 'C0HELP';
export const FALLBACK = ['U0LEAD'] as const;
/** Whom the sheet may name. */
export const DUTY = ['U0ONO', 'U0ARAI', 'U0KATO'] as const;
/** Support, and somebody who only looks on: nobody may ever call them. */
export const OTHERS = ['U0CS', 'U0SATO', 'U0CTO'] as const;

export const NAMES: ReadonlyMap<string, string> = new Map([
  ['U0TOBAN', 'Toban'],
  ['U0CS', '中村'],
  ['U0SATO', '佐藤'],
  ['U0ONO', '小野'],
  ['U0ARAI', '新井'],
  ['U0KATO', '加藤'],
  ['U0LEAD', '森'],
  ['U0CTO', '岡田'],
]);

export const members: ReadonlyMap<string, string> = new Map(
  [...NAMES].filter(([id]) => [...DUTY, ...FALLBACK].some((known) => known === id)),
);

const configWith = (checkAfter: string) =>
  parseConfig(`
workspace: { timezone: Asia/Tokyo, locale: ja }
rotas:
  - id: mobility
    spreadsheet: s1
    sheet: 当番表
    members: メンバー
    layout: dates
    columns: { primary: 担当, secondary: 副担当 }
    fallback: [${FALLBACK.join(', ')}]
routes:
  - channel: ${CHANNEL}
    rota: mobility
    triggers: { mention: true, keywords: [至急] }
    checkAfter: ${checkAfter}
    ladder:
      - { to: primary }
      - { after: 3m, to: primary }
      - { after: 6m, to: secondary }
      - { after: 10m, to: fallback }
`);

/** The holder's silence is asked about in every fourth world: it makes a call last three times as long. */
const [asking, patient] = [configWith('8m'), configWith('never')];
export const configOf = (seed: number) => (seed % 4 === 0 ? asking : patient);
