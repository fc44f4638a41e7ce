import {
  type ActionItemContext,
  actionItemHandlers,
  actionItemNoun,
  openItemLines,
  reminderNoun,
} from '../../shared/action-item/index.ts';
import {
  type AdminTokenContext,
  adminTokenHandlers,
  adminTokenNoun,
  createAdopter,
  lendAdmin,
  ownersOf,
} from '../../shared/admin-token/index.ts';
import {
  type AlertContext,
  alertHandlers,
  alertNoun,
  parseMonitoring,
  receiveAlert,
  type Signal,
} from '../../shared/alert/index.ts';
import { appHomeHandlers, appHomeNoun } from '../../shared/app-home/index.ts';
import { type CanaryContext, canaryHandlers, canaryNoun } from '../../shared/canary/index.ts';
import { overrideNoun } from '../../shared/cover/index.ts';
import { deadLetterNoun } from '../../shared/dead-letter/index.ts';
import { type DigestContext, digestNoun } from '../../shared/digest/index.ts';
import {
  createMemberships,
  type DutyContext,
  dutyNoun,
  watchRota,
  watchRotas,
  watchSheet,
} from '../../shared/duty/index.ts';
import { erasureNoun } from '../../shared/erasure/index.ts';
import {
  choiceNoun,
  escalationHandlers,
  escalationNoun,
  hintNoun,
  requestNoun,
} from '../../shared/escalation/index.ts';
import { importNoun } from '../../shared/import/index.ts';
import {
  entryNoun,
  type IncidentContext,
  incidentHandlers,
  incidentNoun,
} from '../../shared/incident/index.ts';
import { localeOf } from '../../shared/language/index.ts';
import { type OncallContext, oncallHandlers } from '../../shared/oncall/index.ts';
import {
  actionItemsFor,
  beginAtResolve,
  type PostmortemContext,
  postmortemHandlers,
  postmortemNoun,
  redraft,
} from '../../shared/postmortem/index.ts';
import { retentionNoun } from '../../shared/retention/index.ts';
import {
  offerRunbooks,
  type RunbookContext,
  runbookHandlers,
  runbookNoun,
} from '../../shared/runbook/index.ts';
import { createJobKeeper, createRunner, jobNoun, type Lane, type Runner } from '../../shared/tasks/index.ts';
import { deliveryNoun, webhookNoun } from '../../shared/webhook/index.ts';
import { callsOf } from './calls.ts';
import { createDeadLetterBox } from './dead-letters.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { importsOf } from './imports.ts';
import { recurringJobs } from './jobs.ts';
import { createOpenWork } from './open-work.ts';
import type { Parts } from './parts.ts';
import { retentionOf } from './retention.ts';
import { webhooksOf } from './webhooks.ts';

export interface Assembled {
  readonly dispatch: Dispatch;
  readonly runner: Runner;
  /** Called by each tick: recurring jobs have their tasks, and the sheets are looked at. */
  readonly eachMinute: (lane: Lane, signal: AbortSignal) => Promise<void>;
  readonly sheetEdited: (spreadsheet: string, signal: AbortSignal) => Promise<readonly string[]>;
  readonly readAlert: (message: unknown) => Signal | null;
  readonly alerted: (signals: readonly Signal[]) => Promise<readonly string[]>;
  readonly settled: () => Promise<void>;
  /** Keeps a message that the bus gave up. */
  readonly keepDeadLetter: (body: Buffer) => Promise<void>;
}

/** Joins adapters and nouns: the same on Google Cloud, on a laptop and in a story test. A noun adds its lines here. */
export function assemble(parts: Parts): Assembled {
  const { store, slack, bus, webhooks, clock, log, config, sleep } = parts;
  const { timezone: zone, locale } = config.workspace;
  const escalation = callsOf(parts);
  const adminToken: AdminTokenContext = {
    store,
    slack,
    clock,
    log,
    locale,
    zone,
    baseUrl: parts.baseUrl,
    cipher: parts.cipher,
    tokens: parts.tokens,
    environmentToken: parts.environmentToken,
    rotaConfigs: config.rotas,
    owners: ownersOf(config),
  };
  const admin = lendAdmin(adminToken, parts.adminHands);
  const adopt = createAdopter(adminToken);
  const incident: IncidentContext = {
    calls: escalation,
    rooms: parts.rooms,
    admin: admin.rooms,
    settings: { incident: config.incident, severity: config.severity },
    suggest: (state) => offerRunbooks(runbook, state),
    postmortem: async (state) => (await beginAtResolve(postmortem, state))?.path ?? null,
    redraft: (state) => redraft(postmortem, state),
    baseUrl: parts.baseUrl,
  };
  const channelsOf = (rota: string) =>
    config.routes.filter((route) => route.rota === rota).map(({ channel }) => channel);
  const actionItem: ActionItemContext = { incidents: incident, zone, config: config.actions };
  const duty: DutyContext = {
    store,
    slack,
    clock,
    log,
    locale,
    zone,
    userGroups: [parts.userGroups, admin.userGroups],
    rotas: escalation.rotas,
    memberships: createMemberships({ rooms: parts.rooms, channelsOf, clock, log }),
    rotaConfigs: config.rotas,
    localeOf: async (user, signal) => localeOf((await escalation.people.find(user, signal))?.locale, locale),
    openWork: createOpenWork(actionItem),
  };
  const oncall: OncallContext = {
    ...duty,
    people: escalation.people,
    lookAgain: (rota, signal) => watchRota(duty, rota, signal),
  };
  const runbook: RunbookContext = { incidents: incident, webhooks, config: config.runbooks };
  const postmortem: PostmortemContext = {
    incidents: incident,
    config: config.postmortem,
    ai: config.ai ?? null,
    writer: parts.writer,
    documents: parts.documents,
    locale,
    zone,
    baseUrl: parts.baseUrl,
    actionItems: actionItemsFor({ incidents: incident }),
  };
  const canary: CanaryContext = { store, slack, clock, log, locale, zone, config: config.canary ?? null };
  const alert: AlertContext = { incidents: incident, config: config.alerts ?? null };
  const digest: DigestContext = {
    ...{ store, slack, clock, log, locale, zone },
    files: parts.files,
    renderer: parts.renderer,
    rotaConfigs: config.rotas,
    baseUrl: parts.baseUrl,
    config: config.digest ?? null,
  };
  const retention = retentionOf(parts, adminToken.owners);
  const webhook = webhooksOf(parts, adminToken.owners);
  const handlers = [
    escalationHandlers(escalation),
    incidentHandlers(incident),
    appHomeHandlers(escalation),
    alertHandlers(alert),
    runbookHandlers(runbook),
    postmortemHandlers(postmortem),
    oncallHandlers(oncall),
    canaryHandlers(canary),
    adminTokenHandlers(adminToken),
    actionItemHandlers(actionItem),
  ];
  const jobs = recurringJobs({
    ...{ canary, adminToken, actionItem, digest, webhook, retention },
    workLook: parts,
  });
  const keepJobs = createJobKeeper(store, clock, jobs);
  const nouns = [
    escalationNoun(escalation),
    incidentNoun(incident),
    entryNoun(incident),
    alertNoun(alert),
    runbookNoun(runbook),
    appHomeNoun(escalation, (user, locale) => openItemLines(actionItem, user, locale)),
    actionItemNoun(actionItem),
    reminderNoun(actionItem),
    postmortemNoun(postmortem),
    choiceNoun(escalation),
    hintNoun(escalation),
    requestNoun(escalation),
    dutyNoun(duty),
    overrideNoun(oncall),
    canaryNoun(canary),
    adminTokenNoun(adminToken),
    digestNoun(digest),
    webhookNoun(webhook),
    deliveryNoun(webhook),
    retentionNoun(retention),
    importNoun(importsOf(parts)),
    erasureNoun(store),
    deadLetterNoun(bus),
    jobNoun(jobs),
  ];
  return {
    dispatch: createDispatch(handlers, log),
    runner: createRunner({ store, clock, log, nouns, sleep }),
    async eachMinute(lane, signal) {
      await keepJobs();
      if (lane !== 'work') return;
      await watchRotas(duty, signal);
      await adopt(signal);
    },
    sheetEdited: (spreadsheet, signal) => watchSheet(duty, spreadsheet, sleep, signal),
    readAlert: (message) => parseMonitoring(message, clock.now()),
    async alerted(signals) {
      const touched = await Promise.all(signals.map((signal) => receiveAlert(alert, signal)));
      return [...new Set(touched.filter((path) => path !== null))];
    },
    settled: () => duty.rotas.settled(),
    keepDeadLetter: createDeadLetterBox(store, clock),
  };
}
