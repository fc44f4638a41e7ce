import { isSeverity, parseAmount } from '../severity/index.ts';
import { escapeMrkdwn, type Handle, type InboundSubmission } from '../slack/index.ts';
import { answerPerson } from './answer-person.ts';
import { apply } from './apply.ts';
import { claimNumber } from './claim-number.ts';
import type { IncidentContext } from './context.ts';
import { declare } from './declare.ts';
import { incidentById } from './find.ts';
import { alreadyWords } from './forms.ts';
import { personOf } from './kinds/help.ts';
import { type Command, type Incident, isStatus } from './model.ts';
import type { Person } from './parts.ts';
import { receiveAttach } from './receive-attach.ts';
import { receiveCorrection } from './receive-correction.ts';
import { refusalText } from './refusal-text.ts';
import { carriedIn, many, text } from './submitted.ts';
import { incidentText, labelOf } from './text.ts';

type Change = Exclude<Command, { type: 'declare' }>;
type Submit = Handle<InboundSubmission>;

/** The declare form was sent: one incident, however often and by however many from the same cause. */
export function receiveDeclare(ctx: IncidentContext): Submit {
  return async (sent, signal) => {
    const carried = carriedIn(sent.privateMetadata);
    const { call, message } = carried;
    const attach = text(sent, 'attach');
    if (call && attach) return receiveAttach(ctx, sent, call, attach, signal);
    const cause = call
      ? ['call', call]
      : message
        ? ['message', message.channel, message.ts]
        : ['form', sent.viewId];
    const started = Number(text(sent, 'started') || 0) * 1_000;
    const ended = Number(text(sent, 'ended') || 0) * 1_000;
    const result = await declare(
      ctx,
      {
        team: sent.team,
        cause,
        title: text(sent, 'title'),
        description: text(sent, 'description'),
        service: text(sent, 'service') || null,
        private: many(sent, 'kind').includes('private'),
        drill: many(sent, 'kind').includes('drill'),
        source: call ? 'call' : message ? 'shortcut' : 'command',
        by: sent.user,
        startedAt: started || null,
        facts: impactOf(sent),
        calls: call ? [call] : [],
        over: ended ? { ...(started && { started }), resolved: ended } : null,
      },
      signal,
    );
    const to = { user: sent.user, cause: sent.cause, channel: carried.channel };
    if (result.kind === 'refused')
      await answerPerson(ctx, to, (locale) => refusalText(result.refusal, locale), signal);
    else if (result.kind === 'declared' && result.state.enteredAt !== null) {
      // The number is this incident's own, whoever asks first: the task that keeps it finds the same.
      const number = await claimNumber(ctx.calls.store, sent.team, result.state.id);
      await answerPerson(ctx, to, (locale) => incidentText(locale).command.entered(labelOf(number)), signal);
    } else if (result.kind === 'already' && result.state.declaredBy?.user !== sent.user)
      await answerPerson(ctx, to, (locale) => alreadyWords(result.state, locale), signal);
    return result.kind === 'refused' ? null : result.path;
  };
}

const impactOf = (sent: InboundSubmission) => ({
  vehicles: parseAmount(text(sent, 'vehicles')) ?? null,
  users: parseAmount(text(sent, 'users')) ?? null,
  duties: many(sent, 'duties'),
});

/** A form that changes an incident: `commands` says which commands its fields mean, in order. */
function changing(
  ctx: IncidentContext,
  commands: (sent: InboundSubmission, state: Incident, by: Person, signal: AbortSignal) => Promise<Change[]>,
): Submit {
  return async (sent, signal) => {
    const carried = carriedIn(sent.privateMetadata);
    const found = await incidentById(ctx, carried.incident ?? '');
    const to = { user: sent.user, cause: sent.cause, channel: carried.channel };
    if (!found || found.state.team !== sent.team) {
      await answerPerson(ctx, to, (locale) => incidentText(locale).refusals.gone, signal);
      return null;
    }
    const by = await personOf(ctx, sent.user, signal);
    for (const command of await commands(sent, found.state, by, signal)) {
      const { refusal } = await apply(ctx, found.path, () => command);
      if (refusal)
        await answerPerson(ctx, to, (locale) => escapeMrkdwn(refusalText(refusal, locale)), signal);
    }
    return found.path;
  };
}

/** By the callback id of the form. */
export const receiveForms = (ctx: IncidentContext): Readonly<Record<string, Submit>> => ({
  incident_declare: receiveDeclare(ctx),
  incident_status: changing(ctx, async (sent, _state, by) => {
    const to = text(sent, 'to');
    const { cause } = sent;
    return isStatus(to) ? [{ type: 'set-status', to, reason: text(sent, 'reason') || null, by, cause }] : [];
  }),
  incident_impact: changing(ctx, async (sent, _state, by) => [
    { type: 'set-impact', facts: impactOf(sent), by, cause: sent.cause },
  ]),
  incident_severity: changing(ctx, async (sent, _state, by) => {
    const severity = text(sent, 'severity');
    const { cause } = sent;
    if (!isSeverity(severity)) return [{ type: 'clear-override', by, cause }];
    return [{ type: 'override-severity', severity, reason: text(sent, 'reason'), by, cause }];
  }),
  incident_roles: changing(ctx, async (sent, state, by, signal) => {
    const changes = ctx.settings.incident.roles.map(async ({ id: role }): Promise<Change | null> => {
      const user = text(sent, `role-${role}`);
      const cause = `${sent.cause} ${role}`;
      if (user === (state.roles[role]?.user ?? '')) return null;
      if (user === '') return { type: 'free-role', role, by, cause };
      return { type: 'give-role', role, to: await personOf(ctx, user, signal), by, cause };
    });
    return (await Promise.all(changes)).filter((change) => change !== null);
  }),
  incident_correct: receiveCorrection(ctx),
  incident_edit: changing(ctx, async (sent, _state, by) => {
    const id = carriedIn(sent.privateMetadata).update ?? '';
    const { cause } = sent;
    return [{ type: 'edit-update', id, known: text(sent, 'known'), doing: text(sent, 'doing'), by, cause }];
  }),
  incident_duties: changing(ctx, async (sent, _state, by) => {
    const done = Object.keys(sent.values).flatMap((field) =>
      field.startsWith('duty-') ? many(sent, field) : [],
    );
    return [{ type: 'tick-duties', done, by, cause: sent.cause }];
  }),
  incident_update: changing(ctx, async (sent, _state, by) => {
    const minutes = Number(text(sent, 'minutes').normalize('NFKC'));
    const update = {
      audiences: many(sent, 'audiences'),
      known: text(sent, 'known'),
      doing: text(sent, 'doing'),
      nextAt: minutes > 0 ? sent.receivedAt + minutes * 60_000 : null,
    };
    return [{ type: 'post-update', update, by, cause: sent.cause }];
  }),
});
