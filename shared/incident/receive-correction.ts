import { isSeverity, parseAmount } from '../severity/index.ts';
import { escapeMrkdwn, type Handle, type InboundSubmission } from '../slack/index.ts';
import { answerPerson } from './answer-person.ts';
import { apply } from './apply.ts';
import { type ChangeReader, fieldName, valueText } from './change-text.ts';
import type { IncidentContext } from './context.ts';
import { CORRECTABLE, readField } from './correctable.ts';
import { incidentById } from './find.ts';
import { REMOVED, shownDuties, shownMilestones, shownSteps, shownValues } from './forms-correct.ts';
import { personOf } from './kinds/help.ts';
import type { Incident, Refusal } from './model.ts';
import type { Correctable, Field, SeverityStep } from './parts.ts';
import { refusalText } from './refusal-text.ts';
import type { Settings } from './settings.ts';
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
    let set: Partial<Correctable> = {};
    const { state, refusal } = await apply(ctx, found.path, (now) => {
      set = correctionIn(sent, now, ctx.settings, carried.shown ?? shownValues(now, ctx.settings));
      return { type: 'correct', set, seen: carried.seen ?? null, reason, by, cause };
    });
    const label = labelOf(found.state.number);
    const { zone, clock } = ctx.calls;
    const words = (reader: ChangeReader): string => {
      const { command } = incidentText(reader.locale);
      if (!refusal) return command.corrected(label);
      const entered = enteredText(state ?? found.state, set, refusal, reader);
      const said = [...entered, `${incidentText(reader.locale).form.why}: ${reason}`].map(escapeMrkdwn);
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

const minutesOf = (seconds: string): string =>
  seconds === '' ? '' : String(Math.floor(Number(seconds) / 60));

/** What of the form differs from what it showed. */
export function correctionIn(
  sent: InboundSubmission,
  state: Incident,
  settings: Settings,
  shown: Readonly<Record<string, string>>,
): Partial<Correctable> {
  const set: { -readonly [F in Field]?: Correctable[F] } = {};
  const differs = (field: string, value = text(sent, field)) => value !== (shown[field] ?? '');
  if (differs('title')) set.title = text(sent, 'title');
  if (settings.incident.services.length > 0 && differs('service'))
    set.service = text(sent, 'service') || null;
  for (const name of shownMilestones(state)) {
    const said = text(sent, `time-${name}`);
    if (!(`time-${name}` in shown) || !differs(`time-${name}`, minutesOf(said))) continue;
    set[name] = said === '' ? 'not-applicable' : Number(said) * 1_000;
  }
  if (differs('inquiries'))
    set.inquiries = Number(text(sent, 'inquiries').normalize('NFKC').replaceAll(',', ''));
  for (const field of ['vehicles', 'users'] as const)
    if (differs(field)) set[field] = parseAmount(text(sent, field)) ?? null;
  const offered = shownDuties(settings).map(({ id }) => id);
  const ticked = offered.filter((id) => many(sent, 'duties').includes(id));
  if (offered.length > 0 && differs('duties', ticked.join(',')))
    set.duties = [...state.facts.duties.filter((id) => !offered.includes(id)), ...ticked];
  const steps = stepsIn(sent, state, shown);
  if (steps) set.severities = steps;
  return set;
}

/** The history of the severity with its rows changed, removed and added; null where nobody touched it. */
function stepsIn(
  sent: InboundSubmission,
  state: Incident,
  shown: Readonly<Record<string, string>>,
): readonly SeverityStep[] | null {
  const known = shownSteps(state).filter(({ i }) => `severity-${i}` in shown);
  const rows = known.map(({ i, step }) => {
    const [severity, since] = [text(sent, `severity-${i}`), text(sent, `since-${i}`)];
    const sameTime = minutesOf(since) === shown[`since-${i}`] || since === '';
    const touched = !sameTime || severity !== shown[`severity-${i}`];
    return { touched, severity, at: sameTime ? step.at : Number(since) * 1_000 };
  });
  const [severity, since] = [text(sent, 'severity-new'), text(sent, 'since-new')];
  if (!rows.some(({ touched }) => touched) && severity === '') return null;
  const added = severity === '' ? [] : [{ severity, at: Number(since) * 1_000 }];
  const earlier = state.severities.slice(0, known[0]?.i ?? 0);
  const given = [...rows.filter((row) => row.severity !== REMOVED), ...added].flatMap(
    ({ severity: to, at }) => (isSeverity(to) ? [{ at, severity: to }] : []),
  );
  return [...earlier, ...given].sort((a, b) => a.at - b.at);
}
