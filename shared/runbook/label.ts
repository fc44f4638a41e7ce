import { incidentText } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Called } from './called.ts';
import { waitText } from './describe.ts';
import type { Act, Deed } from './model.ts';

/** Each is true before and after it was done: a card says it of what comes, of what is under way and of what is over. */
interface Labels {
  status(name: string): string;
  severity(name: string): string;
  milestone(name: string): string;
  duty(step: string): string;
  callRole(role: string): string;
  callRota(rota: string): string;
  readonly callPerson: string;
  update(audience: string): string;
  wait(duration: string): string;
  http(method: string, url: string): string;
  run(runbook: string): string;
  open(url: string): string;
}

const ja: Labels = {
  status: (name) => `ステータスを「${name}」に`,
  severity: (name) => `重要度を ${name} に`,
  milestone: (name) => `「${name}」の時刻を記録`,
  duty: (step) => `「${step}」を済みに`,
  callRole: (role) => `${role}の呼び出し`,
  callRota: (rota) => `${rota}の呼び出し`,
  callPerson: '呼び出し',
  update: (audience) => `${audience}への共有`,
  wait: (duration) => `${duration}の待ち時間`,
  http: (method, url) => `${url} への送信（${method}）`,
  run: (runbook) => `ランブック「${runbook}」の開始`,
  open: (url) => `${url} の確認`,
};

const en: Labels = {
  status: (name) => `Set the status to ${name}`,
  severity: (name) => `Set the severity to ${name}`,
  milestone: (name) => `Record the time of “${name}”`,
  duty: (step) => `Tick “${step}”`,
  callRole: (role) => `Call ${role}`,
  callRota: (rota) => `Call ${rota}`,
  callPerson: 'Call',
  update: (audience) => `Tell ${audience}`,
  wait: (duration) => `Wait ${duration}`,
  http: (method, url) => `${method} to ${url}`,
  run: (runbook) => `Start the runbook ${runbook}`,
  open: (url) => `Look at ${url}`,
};

const labelsFor = (locale: Locale): Labels => (locale === 'ja' ? ja : en);

/** What a step does, as a heading; null where only its own words can say it. Plain text. */
export function labelOf(act: Act, called: Called): string | null {
  const labels = labelsFor(called.locale);
  switch (act.kind) {
    case 'do':
      return deedLabel(act.deed, labels, called);
    case 'wait':
      return labels.wait(waitText(act.ms, called.locale));
    case 'http':
      return labels.http(act.method, act.url);
    case 'run':
      return labels.run(act.runbook);
    case 'open':
      return labels.open(act.url);
    default:
      return null;
  }
}

function deedLabel(deed: Deed, labels: Labels, called: Called): string {
  const { statuses, milestones } = incidentText(called.locale);
  switch (deed.do) {
    case 'status':
      return labels.status(statuses[deed.to]);
    case 'severity':
      return labels.severity(deed.to);
    case 'milestone':
      return labels.milestone(milestones[deed.milestone]);
    case 'duty':
      return labels.duty(called.dutyStep(deed.duty, deed.step));
    case 'call-role':
      return labels.callRole(called.role(deed.role));
    case 'call-rota':
      return labels.callRota(called.rota(deed.rota));
    case 'call-person':
      return labels.callPerson;
    case 'update':
      return labels.update(called.audience(deed.audience));
  }
}
