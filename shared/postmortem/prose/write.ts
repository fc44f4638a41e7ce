import { type ErrorCode, isTobanError, TobanError } from '../../platform/errors.ts';
import type { Writer, Written } from '../../ports/writer.ts';
import type { Attempt, TaskKind } from '../../tasks/index.ts';
import { postmortemAt } from '../find.ts';
import type { Postmortem, PostmortemEvent } from '../model.ts';
import { postmortemPath } from '../records.ts';
import { gather } from '../skeleton/gather.ts';
import { sectionText } from '../skeleton/sections.ts';
import type { PostmortemContext } from '../slack/context.ts';
import { barredFor } from './ask.ts';
import { checkProse } from './check.ts';
import { materialOf } from './material.ts';
import type { ProseFailure } from './model.ts';
import { type ProseResult, type ProseStep, settle } from './plan.ts';
import { sectionWith } from './render.ts';
import { proseIn } from './standing.ts';

/** For how long the request's own time may run out before that is taken for the model's answer. */
const PATIENCE_MS = 3 * 60_000;

/**
 * Writes one section in prose. Safe to repeat: the same facts are asked about again, and only what nobody has touched
 * since is written down. It never fails as a task: why there is no prose stands in the record.
 */
export function proseKind(
  ctx: PostmortemContext,
): TaskKind<Postmortem, PostmortemEvent, ProseStep, ProseResult> {
  return {
    persistent: false,
    guard: (state, { step }) => state.state === 'draft' && state.sections[step.section]?.by === null,
    perform(state, { step }, attempt) {
      const asked = proseIn(state, step.section);
      const last = asked?.state !== 'asked' || attempt.now - asked.at >= PATIENCE_MS;
      return prose(ctx, state, step.section, { ...attempt, last });
    },
    done: (state, { step }, result, now) => settle(state, step, result, now),
    refused: (state, { step }, _error, now) => settle(state, step, { failed: 'broken' }, now),
  };
}

async function prose(
  ctx: PostmortemContext,
  { id }: Postmortem,
  section: string,
  { signal, last }: Attempt & { readonly last: boolean },
): Promise<ProseResult> {
  const found = await postmortemAt(ctx, postmortemPath(id));
  const [incident] = found?.incidents ?? [];
  const asked = found?.state.form.sections.find((one) => one.id === section);
  // What was allowed when it was asked for may not be any more: the incident may have become private.
  if (!found || !incident || !asked || barredFor(ctx, found)) return { failed: 'barred' };
  const known = await gather(ctx, incident);
  const sources = materialOf(known);
  const facts = sources.map(({ id: fact, time, text }) => ({ id: fact, time, text }));
  const { title, guidance } = asked;
  const order = { language: ctx.locale, section: { title, guidance }, facts } as const;
  const written = await reasoned(ctx.writer.write.bind(ctx.writer), order, signal, last);
  if ('failed' in written) return written;
  const checked = checkProse(written, facts);
  const said = checked.sentences.length + checked.unknown.length;
  if (said === 0) return { failed: 'baseless' };
  const place = { skeleton: sectionText(section, known), zone: ctx.zone, locale: ctx.locale };
  return {
    text: sectionWith(checked, sources, place),
    base: found.state.sections[section]?.version ?? 0,
    sentences: checked.sentences.length,
    dropped: checked.dropped.length,
  };
}

const BY_CODE: Readonly<Partial<Record<ErrorCode, ProseFailure>>> = {
  'rate-limited': 'quota',
  misconfigured: 'settings',
  refused: 'blocked',
  'bad-input': 'unusable',
};

async function reasoned(
  write: Writer['write'],
  order: Parameters<Writer['write']>[0],
  signal: AbortSignal,
  last: boolean,
): Promise<Written | { readonly failed: ProseFailure }> {
  try {
    return await write(order, signal);
  } catch (error) {
    // The request's own time was up: it is no word about the model.
    if (signal.aborted && !last)
      throw new TobanError('unavailable', 'no time was left to write in', { cause: error });
    if (signal.aborted) return { failed: 'slow' };
    if (!isTobanError(error)) throw error;
    const failed =
      error.code === 'unavailable' ? (error.reason === 'slow' ? 'slow' : 'down') : BY_CODE[error.code];
    if (!failed) throw error;
    return { failed };
  }
}
