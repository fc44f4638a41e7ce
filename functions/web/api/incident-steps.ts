import { z } from 'zod';
import { STATUSES } from '../../../shared/incident/index.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import { Impact, readImpact, reason, refuseIfAny } from './incident-body.ts';
import { command } from './incident-change.ts';
import { instant } from './operation.ts';
import { apiText } from './text.ts';

const setStatus = command({
  id: 'setIncidentStatus',
  at: 'status',
  summary: { ja: 'ステータスを変える', en: 'Change the status' },
  body: z.strictObject({
    status: z.enum(STATUSES),
    reason: reason.nullable().default(null).describe('Needed to go back, or to reopen.'),
  }),
  make:
    ({ status, reason }, { by, cause }) =>
    () => ({ type: 'set-status', to: status, reason: reason?.trim() || null, by, cause }),
});

const setSeverity = command({
  id: 'setIncidentSeverity',
  at: 'severity',
  summary: {
    ja: '重要度を決める、またはルールに戻す',
    en: 'Decide the severity, or leave it to the rules again',
  },
  body: z.strictObject({
    severity: z.enum([...SEVERITIES, 'rules']).describe('`rules`: what the rules say counts again.'),
    reason: reason.max(500).default('').describe('Needed but for `rules`.'),
  }),
  make:
    ({ severity, reason }, { by, cause }) =>
    () =>
      severity === 'rules'
        ? { type: 'clear-override', by, cause }
        : { type: 'override-severity', severity, reason: reason.trim(), by, cause },
});

const setImpact = command({
  id: 'setIncidentImpact',
  at: 'impact',
  summary: {
    ja: '影響の数と法令上の対応を変える（重要度は計算し直されます）',
    en: 'Change the numbers of the impact and the legal duties; the severity is judged anew',
  },
  body: Impact,
  make: (body, call) => {
    const said = readImpact(body, call, '');
    const { by, cause } = call;
    return ({ facts: { vehicles, users, duties } }) => ({
      type: 'set-impact',
      facts: { vehicles, users, duties, ...said },
      by,
      cause,
    });
  },
});

const addInquiries = command({
  id: 'addIncidentInquiries',
  at: 'inquiries',
  summary: { ja: '問い合わせの件数を足す', en: 'Add inquiries of customers' },
  body: z.strictObject({
    count: z
      .int()
      .min(-9_999)
      .max(9_999)
      .refine((count) => count !== 0)
      .default(1)
      .describe('Less than zero takes some back.'),
    ticket: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
  }),
  make:
    ({ count, ticket }, { by, cause }) =>
    () => ({ type: 'add-inquiries', count, ticket, by, cause }),
});

const postUpdate = command({
  id: 'postIncidentUpdate',
  at: 'updates',
  summary: { ja: '関係者に状況を知らせる', en: 'Post an update to stakeholders' },
  body: z.strictObject({
    audiences: z.array(z.string().max(100)).min(1).max(50).describe('Ids of audiences in toban.yaml.'),
    known: z.string().trim().min(1).max(2_000).describe('What is known.'),
    doing: z.string().max(2_000).default('').describe('What is being done.'),
    nextAt: instant.nullable().default(null).describe('When the next is promised.'),
  }),
  make: ({ audiences, known, doing, nextAt }, { parts, caller, by, cause }) => {
    const all = parts.config.incident.audiences.map(({ id }) => id);
    const unknown = audiences.filter((id) => !all.includes(id));
    const detail = apiText(caller.locale).unknown(unknown, all);
    refuseIfAny(unknown.length > 0 ? [{ pointer: '/audiences', detail }] : [], caller);
    const update = { audiences: [...new Set(audiences)], known, doing: doing.trim(), nextAt };
    return () => ({ type: 'post-update', update, by, cause });
  },
});

/** One step of an incident each, as buttons and forms do them. */
export const stepIncidents = [setStatus, setSeverity, setImpact, addInquiries, postUpdate];
