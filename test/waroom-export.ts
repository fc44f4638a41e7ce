/**
 * Incidents as somebody collected them from Waroom's API: its public documents name these fields, its states, severities
 * and kinds of causes, its action items and its postmortems in a list of their own. What stands around them (timeline,
 * members) is as such scripts write it down.
 */
export interface WaroomExport {
  readonly incidents: readonly Record<string, unknown>[];
  readonly postmortems: readonly Record<string, unknown>[];
}

const uuid = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const iso = (at: number): string => new Date(at).toISOString();
const BEGIN = Date.parse('2024-01-10T01:00:00Z');
const MINUTE = 60_000;

const WORDS = {
  ja: {
    title: (n: number) => `決済の遅延（${n}件目）`,
    lines: ['監視が検知しました', 'ログを確認しました', '設定を戻しました'],
    action: '見張りを置く',
    blob: '## 経緯\n\n設定を変えました。\n\n## 学び\n\n確かめる。',
  },
  en: {
    title: (n: number) => `Payments slow (no. ${n})`,
    lines: ['Monitoring noticed it', 'Looked into the logs', 'Rolled the setting back'],
    action: 'Add a monitor',
    blob: '## What happened\n\nA setting was changed.\n\n## Lessons\n\nCheck first.',
  },
} as const;

export const waroomUuid = (n: number): string => uuid(1, n);

/**
 * The n-th: those with an even number have nothing beneath them, every third is without a
 * postmortem, every 50th is private, every 40th a try-out.
 */
export function waroomIncident(n: number, language: 'ja' | 'en'): Record<string, unknown> {
  const words = WORDS[language];
  const at = BEGIN + n * 26 * 60 * MINUTE;
  return {
    uuid: waroomUuid(n),
    title: words.title(n),
    description: n % 4 === 0 ? null : `${words.title(n)} …`,
    service_name: n % 5 === 0 ? 'old-system' : '貸出・返却',
    severity: ['critical', 'high', 'low', 'info', 'unknown'][n % 5],
    status: n % 2 === 0 ? 'close' : 'resolved',
    experimental: n % 40 === 39,
    is_private: n % 50 === 49,
    root_cause: n % 2 === 0 ? 'configuration_error' : 'third_party_outage',
    labels: [{ uuid: uuid(9, 1), name: 'payment', color: '#ff0000' }],
    commander: { nickname: '小野 健', email: 'ono@luup.example', avatar_url: 'https://img.example/1.png' },
    members: [
      { nickname: '小野 健', role: 'commander' },
      { nickname: n % 3 === 0 ? '退職 太郎' : '新井 翔', role: 'responder' },
    ],
    metrics: [
      { activity_action: 'triggered', triggered_at: iso(at) },
      { activity_action: 'detected', triggered_at: iso(at + 5 * MINUTE) },
      { activity_action: 'investigating', triggered_at: iso(at + 9 * MINUTE) },
      { activity_action: 'fixing', triggered_at: iso(at + 30 * MINUTE) },
      { activity_action: 'resolved', triggered_at: iso(at + 65 * MINUTE) },
      { activity_action: 'close', triggered_at: iso(at + 48 * 60 * MINUTE) },
    ],
    timeline: (n % 2 === 0 ? [] : words.lines).map((text, i) => ({
      id: n * 10 + i,
      occurred_at: iso(at + (i + 1) * 10 * MINUTE),
      user: { nickname: i === 0 ? 'Waroom' : '小野 健' },
      body: `${text} <!channel>`,
    })),
    action_items:
      n % 2 === 0
        ? []
        : [
            {
              uuid: uuid(2, n),
              title: `${words.action} ${n}`,
              status: 'open',
              assignee: { nickname: '新井 翔' },
            },
            { uuid: uuid(3, n), title: `${words.action} ${n} ✓`, status: 'closed', assignee: null },
            { uuid: uuid(4, n), title: `${words.action} ${n} –`, status: 'skipped', assignee: null },
          ],
    state_document: `# ${words.title(n)}\n\n=HYPERLINK("http://evil.example")`,
    created_at: iso(at + 6 * MINUTE),
    updated_at: iso(at + 50 * 60 * MINUTE),
  };
}

/** `both`: every other one in English. */
export function waroomExport(count: number, written: 'ja' | 'en' | 'both'): WaroomExport {
  const languageOf = (n: number) => (written !== 'both' ? written : n % 2 === 0 ? 'ja' : 'en');
  const numbers = Array.from({ length: count }, (_, n) => n);
  return {
    incidents: numbers.map((n) => waroomIncident(n, languageOf(n))),
    postmortems: numbers
      .filter((n) => n % 3 !== 0)
      .map((n) => ({
        uuid: uuid(5, n),
        title: `PM ${n}`,
        status: 'published',
        blob: WORDS[languageOf(n)].blob,
        incident_uuids: [waroomUuid(n)],
      })),
  };
}
