import { incidentText, type Status } from '../incident/index.ts';
import { durationText, type Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import type { Called } from './called.ts';
import type { Act, AskType, Compare, Deed, Goto, Runbook } from './model.ts';

interface Words {
  readonly types: Readonly<Record<AskType, string>>;
  ask(type: string, into: string | null): string;
  readonly into: Readonly<
    Record<'timeline' | 'title' | 'description' | 'vehicles' | 'users' | 'inquiries', string>
  >;
  intoMilestone(name: string): string;
  intoRole(role: string): string;
  intoDuty(duty: string): string;
  intoPostmortem(section: string): string;
  readonly open: string;
  wait(duration: string): string;
  when(name: string, compare: Compare, value: string, to: string): string;
  to(section: string): string;
  readonly end: string;
  go(to: string): string;
  status(status: string): string;
  severity(severity: string): string;
  milestone(name: string): string;
  callRole(role: string): string;
  callRota(rota: string): string;
  callPerson(name: string): string;
  update(audience: string): string;
  duty(step: string): string;
  http(method: string, url: string, secret: string | null): string;
  run(runbook: string): string;
}

const JA_COMPARE: Readonly<Record<Compare, string>> = {
  '=': 'の',
  '!=': 'でない',
  '>': 'より大きい',
  '>=': '以上の',
  '<': 'より小さい',
  '<=': '以下の',
};

const ja: Words = {
  types: { text: '文章', number: '数', choice: '一つ選ぶ', many: '複数選ぶ', person: '人', time: '時刻' },
  ask: (type, into) => `質問（${type}）${into ? ` → ${into}に書きます` : ''}`,
  into: {
    timeline: 'タイムライン',
    title: 'インシデントのタイトル',
    description: 'インシデントの説明',
    vehicles: '影響する車両の数',
    users: '影響するユーザーの数',
    inquiries: '問い合わせの件数',
  },
  intoMilestone: (name) => `「${name}」の時刻`,
  intoRole: (role) => `役割「${role}」`,
  intoDuty: (duty) => `法令上の対応「${duty}」`,
  intoPostmortem: (section) => `ポストモーテムの「${section}」`,
  open: 'ページを開いて確かめます',
  wait: (duration) => `${duration}待ちます`,
  when: (name, compare, value, to) => `${name} が ${value} ${JA_COMPARE[compare]}とき、${to}`,
  to: (section) => `「${section}」へ`,
  end: '終わりへ',
  go: (to) => `${to}進みます`,
  status: (status) => `ステータスを「${status}」にします`,
  severity: (severity) => `重要度を ${severity} にします`,
  milestone: (name) => `「${name}」の時刻を記録します`,
  callRole: (role) => `「${role}」の人を呼びます`,
  callRota: (rota) => `「${rota}」の当番を呼びます`,
  callPerson: (name) => `回答 ${name} の人を呼びます`,
  update: (audience) => `「${audience}」に状況を知らせます`,
  duty: (step) => `法令上の対応「${step}」を済みにします`,
  http: (method, url, secret) => `${url} に ${method} で送ります${secret ? `（署名: ${secret}）` : ''}`,
  run: (runbook) => `ランブック「${runbook}」を始めます`,
};

const en: Words = {
  types: {
    text: 'text',
    number: 'number',
    choice: 'choose one',
    many: 'choose several',
    person: 'person',
    time: 'time',
  },
  ask: (type, into) => `Question (${type})${into ? ` → written to ${into}` : ''}`,
  into: {
    timeline: 'the timeline',
    title: 'the incident’s title',
    description: 'the incident’s description',
    vehicles: 'the number of vehicles',
    users: 'the number of users',
    inquiries: 'the number of inquiries',
  },
  intoMilestone: (name) => `the time of “${name}”`,
  intoRole: (role) => `the role ${role}`,
  intoDuty: (duty) => `the legal duty “${duty}”`,
  intoPostmortem: (section) => `“${section}” of the postmortem`,
  open: 'Opens a page to look at',
  wait: (duration) => `Waits ${duration}`,
  when: (name, compare, value, to) => `When ${name} ${compare} ${value}, ${to}`,
  to: (section) => `goes to “${section}”`,
  end: 'goes to the end',
  go: (to) => to.charAt(0).toUpperCase() + to.slice(1),
  status: (status) => `Sets the status to ${status}`,
  severity: (severity) => `Sets the severity to ${severity}`,
  milestone: (name) => `Records the time of “${name}”`,
  callRole: (role) => `Calls whoever is ${role}`,
  callRota: (rota) => `Calls whoever is on duty in ${rota}`,
  callPerson: (name) => `Calls the person in the answer ${name}`,
  update: (audience) => `Tells ${audience} how things stand`,
  duty: (step) => `Ticks the legal duty “${step}”`,
  http: (method, url, secret) => `Sends a ${method} to ${url}${secret ? ` (signed with ${secret})` : ''}`,
  run: (runbook) => `Starts the runbook ${runbook}`,
};

const wordsFor = (locale: Locale): Words => (locale === 'ja' ? ja : en);

/** What a step does, in a sentence; null where its own words say all (something to do, something read). Plain text. */
export function describeAct(act: Act, runbook: Pick<Runbook, 'sections'>, called: Called): string | null {
  const words = wordsFor(called.locale);
  const to = (goto: Goto) => gotoWords(goto, runbook, words);
  switch (act.kind) {
    case 'confirm':
    case 'say':
      return null;
    case 'ask':
      return words.ask(words.types[act.type], act.into && describeTarget(act.into, called));
    case 'open':
      return words.open;
    case 'wait':
      return words.wait(waitText(act.ms, called.locale));
    case 'when':
      return words.when(act.name, act.compare, act.value, to(act.goto));
    case 'go':
      return words.go(to(act.goto));
    case 'do':
      return describeDeed(act.deed, words, called);
    case 'http':
      return words.http(act.method, act.url, act.secret);
    case 'run':
      return words.run(act.runbook);
    default:
      return never(act);
  }
}

const DAY = 86_400_000;

/** Whole days as days: nobody reads 480 hours. */
export function waitText(ms: number, locale: Locale): string {
  const days = ms / DAY;
  if (days < 1 || !Number.isInteger(days)) return durationText(ms, locale);
  if (locale === 'ja') return `${days}日`;
  return days === 1 ? '1 day' : `${days} days`;
}

/** Where an option or a branch leads. Plain text. */
export const describeGoto = (goto: Goto, runbook: Pick<Runbook, 'sections'>, locale: Locale): string =>
  gotoWords(goto, runbook, wordsFor(locale));

function gotoWords(goto: Goto, { sections }: Pick<Runbook, 'sections'>, words: Words): string {
  if (goto === 'end') return words.end;
  const section = sections.find(({ id }) => id === goto.section);
  return words.to(section?.title || goto.section);
}

function describeDeed(deed: Deed, words: Words, called: Called): string {
  const { statuses, milestones } = incidentText(called.locale);
  switch (deed.do) {
    case 'status':
      return words.status(statuses[deed.to satisfies Status]);
    case 'severity':
      return words.severity(deed.to);
    case 'milestone':
      return words.milestone(milestones[deed.milestone]);
    case 'call-role':
      return words.callRole(called.role(deed.role));
    case 'call-rota':
      return words.callRota(called.rota(deed.rota));
    case 'call-person':
      return words.callPerson(deed.name);
    case 'update':
      return words.update(called.audience(deed.audience));
    case 'duty':
      return words.duty(called.dutyStep(deed.duty, deed.step));
    default:
      return never(deed);
  }
}

const named = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Where an answer goes besides the run: `impact.users` → "the number of users". */
export function describeTarget(target: string, called: Called): string {
  const words = wordsFor(called.locale);
  const [group = '', name = ''] = target.split('.', 2);
  switch (group) {
    case 'timeline':
    case 'title':
    case 'description':
      return words.into[group];
    case 'impact':
      return named(words.into, name) ?? target;
    case 'milestone':
      return words.intoMilestone(named(incidentText(called.locale).milestones, name) ?? name);
    case 'role':
      return words.intoRole(called.role(name));
    case 'duty':
      return words.intoDuty(called.duty(name));
    case 'postmortem':
      return words.intoPostmortem(called.section(name));
    default:
      return target;
  }
}
