import { callAt } from '../escalation/index.ts';
import { escapeMrkdwn, type InboundSubmission, type Touched } from '../slack/index.ts';
import { answerPerson } from './answer-person.ts';
import { apply } from './apply.ts';
import type { IncidentContext } from './context.ts';
import { incidentById } from './find.ts';
import { personOf } from './kinds/help.ts';
import { mayTell } from './policy.ts';
import { refusalText } from './refusal-text.ts';
import { incidentText, labelOf } from './text.ts';

/** A call joins an incident under way: its inquiry counts there, and whoever asked comes into the room. */
export async function receiveAttach(
  ctx: IncidentContext,
  sent: InboundSubmission,
  path: string,
  id: string,
  signal: AbortSignal,
): Promise<Touched> {
  const [found, call] = await Promise.all([incidentById(ctx, id), callAt(ctx.calls, path)]);
  const to = { user: sent.user, cause: sent.cause };
  const mine = found && found.state.team === sent.team && mayTell(found.state, 'page', sent.user) === 'all';
  if (!found || !mine || !call) {
    await answerPerson(ctx, to, (locale) => incidentText(locale).refusals.gone, signal);
    return null;
  }
  const { channel, threadTs, asker } = call;
  const person = asker ? await personOf(ctx, asker, signal) : null;
  const { refusal, state } = await apply(ctx, found.path, () => ({
    type: 'link-call',
    call: { record: path, channel, threadTs, asker },
    asker: person,
    cause: sent.cause,
  }));
  const now = state ?? found.state;
  await answerPerson(
    ctx,
    to,
    (locale) =>
      refusal
        ? escapeMrkdwn(refusalText(refusal, locale))
        : incidentText(locale).command.attached(labelOf(now.number), now.facts.inquiries, now.severity),
    signal,
  );
  return found.path;
}
