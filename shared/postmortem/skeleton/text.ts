import type { Incident } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';

/** The words of the draft that stands at resolve. Arguments are ready to stand in Markdown. */
export interface SkeletonText {
  san(name: string): string;
  readonly list: string;
  /** A line that a person has to put a fact in place of. */
  open(what: string): string;
  readonly causes: string;
  readonly trigger: string;
  readonly personalData: string;
  readonly notices: string;
  what(label: string, title: string, facts: string): string;
  began(detected: string | null, resolved: string | null, duration: string | null): string;
  lastUpdate(time: string): string;
  inquiries(count: number): string;
  readonly units: { readonly vehicles: string; readonly users: string };
  vehicles(amount: string): string;
  users(amount: string): string;
  readonly unknownImpact: string;
  severity(severity: string, why: string): string;
  overridden(severity: string, by: string, reason: string): string;
  duty(names: string): string;
  tickets(links: string): string;
  readonly sources: Readonly<Record<Incident['source'], string>>;
  source(how: string, by: string | null): string;
  alert(name: string): string;
  readonly milestones: Readonly<
    Record<'started' | 'detected' | 'acknowledged' | 'identified' | 'mitigated' | 'resolved', string>
  >;
  milestone(name: string, time: string): string;
  readonly notApplicable: string;
  number(name: string, value: string): string;
  role(role: string, name: string): string;
  joined(count: number): string;
  readonly updates: string;
  update(time: string, name: string, words: string): string;
  answer(question: string, answer: string, who: string): string;
  dutyDone(tell: string, name: string, time: string): string;
  dutyOpen(tell: string): string;
  more(url: string | null): string;
}

const ja: SkeletonText = {
  san: (name) => `${name}さん`,
  list: '、',
  open: (what) => `- [ ] 未確認: ${what}`,
  causes: '根本原因。なぜ起きたか',
  trigger: 'きっかけ。何が表に出したか',
  personalData: '関わった個人情報の項目と人数',
  notices: '本人への通知の時期と方法。しない場合はその理由',
  what: (label, title, facts) => `${label}「${title}」（${facts}）。`,
  began: (detected, resolved, duration) => {
    const parts = [detected && `${detected} に検知`, resolved && `${resolved} に解決`].filter(Boolean);
    if (parts.length === 0) return '';
    const ended = resolved ? 'しました' : 'し、まだ解決していません';
    return `${parts.join('し、')}${ended}${duration ? `（検知から解決まで${duration}）` : ''}。`;
  },
  lastUpdate: (time) => `最後の状況連絡（${time}）:`,
  inquiries: (count) => `- CS問い合わせ: ${count}件`,
  units: { vehicles: '台', users: '人' },
  vehicles: (amount) => `- 影響車両: ${amount}`,
  users: (amount) => `- 影響ユーザー: ${amount}`,
  unknownImpact: '影響を受けたユーザーと車両の数',
  severity: (severity, why) => `- 重要度: ${severity}（${why}）`,
  overridden: (severity, by, reason) => `- 重要度: ${severity}（${by}が変更。理由: ${reason}）`,
  duty: (names) => `- 法令上の対応: ${names}`,
  tickets: (links) => `- チケット: ${links}`,
  sources: {
    command: 'コマンドからの宣言',
    shortcut: 'メッセージからの宣言',
    call: 'CSからの呼び出し',
    web: 'Webからの宣言',
    api: 'APIからの宣言',
    import: '過去の記録の取り込み',
    alert: 'アラート',
  },
  source: (how, by) => `- きっかけ: ${how}${by ? `（${by}）` : ''}`,
  alert: (name) => `- アラート: ${name}`,
  milestones: {
    started: '発生',
    detected: '検知',
    acknowledged: '対応開始',
    identified: '原因特定',
    mitigated: '影響解消',
    resolved: '解決',
  },
  milestone: (name, time) => `- ${name}: ${time}`,
  notApplicable: '該当なし',
  number: (name, value) => `- ${name}: ${value}`,
  role: (role, name) => `- ${role}: ${name}`,
  joined: (count) => `- 対応チャンネルの参加者: ${count}人`,
  updates: '状況連絡:',
  update: (time, name, words) => `- ${time} ${name}: ${words}`,
  answer: (question, answer, who) => `- ${question}: ${answer}（${who}）`,
  dutyDone: (tell, name, time) => `- ${tell}: 済み（${name}、${time}）`,
  dutyOpen: (tell) => `${tell}をいつ済ませたか`,
  more: (url) => `続きは${url ? `[インシデントのページ](<${url}>)` : 'インシデントのページ'}にあります。`,
};

const en: SkeletonText = {
  san: (name) => name,
  list: ', ',
  open: (what) => `- [ ] To confirm: ${what}`,
  causes: 'the root causes: why it happened',
  trigger: 'the trigger: what brought it to light',
  personalData: 'which personal data, of how many people',
  notices: 'when and how those concerned were told, or why not',
  what: (label, title, facts) => `${label} "${title}" (${facts}).`,
  began: (detected, resolved, duration) => {
    const parts = [detected && `Detected ${detected}`, resolved && `resolved ${resolved}`].filter(Boolean);
    if (parts.length === 0) return '';
    return `${parts.join(', ')}${duration ? ` (${duration} from detected to resolved)` : ''}${resolved ? '' : ', not resolved yet'}.`;
  },
  lastUpdate: (time) => `The last update (${time}):`,
  inquiries: (count) => `- CS inquiries: ${count}`,
  units: { vehicles: '', users: '' },
  vehicles: (amount) => `- Vehicles affected: ${amount}`,
  users: (amount) => `- Users affected: ${amount}`,
  unknownImpact: 'how many users and vehicles were affected',
  severity: (severity, why) => `- Severity: ${severity} (${why})`,
  overridden: (severity, by, reason) => `- Severity: ${severity} (set by ${by}: ${reason})`,
  duty: (names) => `- Legal duties: ${names}`,
  tickets: (links) => `- Tickets: ${links}`,
  sources: {
    command: 'declared by command',
    shortcut: 'declared from a message',
    call: 'a call from customer support',
    web: 'declared on the web',
    api: 'declared through the API',
    import: 'imported from the past',
    alert: 'an alert',
  },
  source: (how, by) => `- How it was noticed: ${how}${by ? ` (${by})` : ''}`,
  alert: (name) => `- Alert: ${name}`,
  milestones: {
    started: 'Started',
    detected: 'Detected',
    acknowledged: 'Acknowledged',
    identified: 'Cause found',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
  },
  milestone: (name, time) => `- ${name}: ${time}`,
  notApplicable: 'does not apply',
  number: (name, value) => `- ${name}: ${value}`,
  role: (role, name) => `- ${role}: ${name}`,
  joined: (count) => `- People in the room: ${count}`,
  updates: 'Updates:',
  update: (time, name, words) => `- ${time} ${name}: ${words}`,
  answer: (question, answer, who) => `- ${question}: ${answer} (${who})`,
  dutyDone: (tell, name, time) => `- ${tell}: done (${name}, ${time})`,
  dutyOpen: (tell) => `when this was done: ${tell}`,
  more: (url) => `The rest stands on ${url ? `[the incident's page](<${url}>)` : "the incident's page"}.`,
};

export const skeletonText = (locale: Locale): SkeletonText => (locale === 'ja' ? ja : en);
