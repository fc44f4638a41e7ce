import { escapeMrkdwn, type Handle, type InboundSubmission } from '../slack/index.ts';
import { answerPerson } from './answer-person.ts';
import { apply } from './apply.ts';
import { type ChangeReader, fieldName, valueText } from './change-text.ts';
import type { IncidentContext } from './context.ts';
import { CORRECTABLE, readField } from './correctable.ts';
import { type Entered, readCorrection, shownValues } from './correction-form.ts';
import { incidentById } from './find.ts';
import { modalScope } from './forms-correct.ts';
import { personOf } from './kinds/help.ts';
import type { Incident, Refusal } from './model.ts';
import type { Correctable, Field } from './parts.ts';
import { refusalText } from './refusal-text.ts';
import { carriedIn, many, text } from './submitted.ts';
import { incidentText, labelOf } from './text.ts';

/** The form of corrections was sent. Refused, everything that was entered is said back, so that nothing is lost. */
export function receiveCorrection(ctx: IncidentContext): Handle<InboundSubmission> {
  return async (sent, signal) => {
    const { cause, user } = sent;
    const carried = carriedIn(sent.privateMetadata);
    const to = { user, cause, channel: carried.channel };
    const found = await incidentById(ctx, carried.incident ?? '');
    if (!found || found.state.team !== sent.team) {
      await answerPerson(ctx, to, (locale) => incidentText(locale).refusals.gone, signal);
      return null;
    }
    const by = await personOf(ctx, user, signal);
    const reason = text(sent, 'reason');
    const scope = modalScope(ctx.settings);
    const entered: Entered = { one: (field) => text(sent, field), many: (field) => many(sent, field) };
    let set: Partial<Correctable> = {};
    const { state, refusal } = await apply(ctx, found.path, (now) => {
      set = readCorrection(entered, now, carried.shown ?? shownValues(now, scope), scope).set;
      return { type: 'correct', set, seen: carried.seen ?? null, reason, by, cause };
    });
    const label = labelOf(found.state.number);
    const { zone, clock } = ctx.calls;
    const words = (reader: ChangeReader): string => {
      const { command } = incidentText(reader.locale);
      if (!refusal) return command.corrected(label);
      const typed = enteredText(state ?? found.state, set, refusal, reader);
      const said = [...typed, `${incidentText(reader.locale).form.why}: ${reason}`].map(escapeMrkdwn);
      return [
        escapeMrkdwn(refusalText(refusal, reader.locale)),
        `*${command.yourWords}*`,
        ...said.map((line) => `• ${line}`),
        `\`/incident correct ${label}\``,
      ].join('\n');
    };
    const heard = state?.heard.includes(cause) ?? false;
    if (refusal || heard)
      await answerPerson(
        ctx,
        to,
        (locale) => words({ locale, zone, now: clock.now(), settings: ctx.settings }),
        signal,
      );
    return found.path;
  };
}

/** `発生: 21:40`, and beside it, where somebody was faster, what it says now. */
function enteredText(
  state: Incident,
  set: Partial<Correctable>,
  refusal: Refusal,
  reader: ChangeReader,
): readonly string[] {
  const stale = refusal.refused === 'changed-meanwhile' ? refusal.fields : [];
  const value = <F extends Field>(field: F, one: Correctable[F]) => valueText(field, one, reader);
  return CORRECTABLE.flatMap((field) => {
    const said = set[field];
    if (said === undefined) return [];
    const { now } = incidentText(reader.locale).values;
    const beside = stale.includes(field) ? ` (${now(value(field, readField(state, field)))})` : '';
    return [`${fieldName(field, reader.locale)}: ${value(field, said)}${beside}`];
  });
}
