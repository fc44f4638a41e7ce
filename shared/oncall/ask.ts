import { coverText, type PersonRefusal, type Proposed, propose, type Wanted } from '../cover/index.ts';
import {
  type Current,
  describeOverrideRefusal,
  describeRefusal,
  type RotaConfig,
  readSpan,
  type Span,
  type SpokenSpan,
  stretchText,
  wordsOf,
} from '../rota/index.ts';
import { escapeMrkdwn } from '../slack/index.ts';
import type { OncallContext } from './context.ts';
import { type Asking, nameOf, type Reply, reply, replyWith, zoneOf } from './reply.ts';
import { namedIn, takeColumn, takeRota } from './words.ts';

const EXAMPLES = {
  cover: {
    ja: '/oncall cover @代わる人 明日18時から22時',
    en: '/oncall cover @colleague tomorrow 6pm to 10pm',
  },
  swap: { ja: '/oncall swap 11/26 @相手 11/28', en: '/oncall swap 11/26 @colleague 11/28' },
} as const;

/** A refusal: the sentence, and how it is written. */
const refuse = ({ locale, words }: Asking, sentence: string, example: 'cover' | 'swap'): Reply =>
  reply([sentence, words.refusals.example(EXAMPLES[example][locale])]);

/** `/oncall cover @x 明日18時から22時 [rota]` */
export async function askCover(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { words } = asking;
  const { refusals } = words;
  const named = namedIn(rest, asking.user);
  if (named.unknown !== null)
    return refuse(asking, refusals.unknownName(escapeMrkdwn(named.unknown)), 'cover');
  const [taker, ...others] = new Set(named.people);
  if (taker === undefined) return refuse(asking, refusals.needPerson, 'cover');
  if (others.length > 0) return refuse(asking, refusals.onePerson, 'cover');
  const phrase = named.between.filter(Boolean).join(' ');
  const { config: chosen, rest: time } = takeRota(phrase, ctx.rotaConfigs);
  const config = chosen ?? (ctx.rotaConfigs.length === 1 ? ctx.rotaConfigs[0] : null);
  if (!config) return refuse(asking, whichRota(ctx, asking), 'cover');
  const current = await ctx.rotas.current(config.id, signal);
  const { column, rest: when } = takeColumn(time, Object.keys(current.rota?.columns ?? {}));
  const span = readSpan(when, { now: asking.now, zone: zoneOf(ctx, config) });
  if (!span.ok) return refuse(asking, escapeMrkdwn(describeRefusal(span, asking.locale)), 'cover');
  const duty = column ?? ownColumn(current, asking, taker, span);
  const wanted = { column: duty, taker, ...wholeShifts(current, duty, span, asking.now) };
  if (span.rough) return confirm(ctx, asking, config, [wanted]);
  return askFor(ctx, asking, config, [wanted], signal);
}

const whichRota = ({ rotaConfigs }: OncallContext, { words }: Asking): string =>
  words.refusals.whichRota(rotaConfigs.map(({ id }) => `\`${id}\``).join(' '));

/** The column in which whoever asks is on duty then; the primary otherwise. */
function ownColumn({ rota }: Current, { user }: Asking, taker: string, { start, end }: Extent): string {
  if (!rota || taker === user) return 'primary';
  const has = (column: string) =>
    spansIn(rota.columns[column], start, end).some(({ people }) => people.includes(user));
  return has('primary') ? 'primary' : (Object.keys(rota.columns).find(has) ?? 'primary');
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

const spansIn = (spans: readonly Span[] | undefined, start: number, end: number): readonly Span[] =>
  (spans ?? []).filter((span) => span.start < end && span.end > start);

/** A day without hours means the shifts that begin in it; where none does, the day as it is. */
function wholeShifts(
  { rota }: Current,
  column: string,
  { start, end, rough }: Extract<SpokenSpan, { ok: true }>,
  now: number,
): Extent {
  const begun = rough
    ? spansIn(rota?.columns[column], start, end).filter(
        (span) => span.kind === 'people' && span.start >= start,
      )
    : [];
  const [first, last] = [begun[0], begun.at(-1)];
  return first && last ? { start: Math.max(first.start, now), end: last.end } : { start, end };
}

/** What was read is shown before it counts. */
function confirm(ctx: OncallContext, asking: Asking, config: RotaConfig, wanted: readonly Wanted[]): Reply {
  const { words, locale } = asking;
  const zone = zoneOf(ctx, config);
  // Pressed twice, it is one request: that of the command it answers.
  const value = JSON.stringify({ cause: asking.cause, rota: config.id, wanted });
  const lines = wanted.map(
    ({ taker, column, ...time }) =>
      `${stretchText(time, locale, zone)} ${escapeMrkdwn(words.column(column))} → <@${taker}>`,
  );
  const button = { action: 'oncall_confirm', label: words.buttons.confirm, value, primary: true };
  return replyWith([{ text: [words.confirm, ...lines].join('\n'), buttons: [button] }]);
}

/** Asks for it, and says what came of that. */
export async function askFor(
  ctx: OncallContext,
  asking: Asking,
  config: RotaConfig,
  wanted: readonly [Wanted] | readonly [Wanted, Wanted],
  signal: AbortSignal,
): Promise<Reply> {
  const { team, cause, user: asker, locale, words } = asking;
  const proposed = await propose(ctx, { team, cause, asker, config, wanted }, signal);
  const example = wanted.length === 2 ? 'swap' : 'cover';
  if (!proposed.ok) return refuse(asking, escapeMrkdwn(refusalText(proposed, asking)), example);
  const { override, path } = proposed;
  const text = coverText(locale, zoneOf(ctx, config), nameOf(config));
  const missing = wordsOf(override, override.accepted).map((id) => `<@${id}>`);
  const outcomes: Partial<Record<typeof override.status, string>> = {
    proposed: words.asked(missing.join(' ')),
    active: words.standing,
  };
  const outcome = outcomes[override.status];
  const button = {
    action: 'cover_revoke',
    label: words.buttons.revoke,
    value: path.split('/').at(-1) ?? '',
  };
  const lines = [...(outcome ? [outcome] : []), text.head(override), ...text.stretches(override)];
  return replyWith([{ text: lines.join('\n'), buttons: outcome ? [button] : [] }], path);
}

const isOfPerson = (refused: Proposed & { ok: false }): refused is PersonRefusal => 'name' in refused;

function refusalText(refused: Proposed & { ok: false }, { locale, words }: Asking): string {
  return isOfPerson(refused)
    ? words.refusals.person(refused.why, refused.name)
    : describeOverrideRefusal(refused.why, locale);
}

/** `/oncall swap 11/26 @x 11/28 [rota]`, `/oncall swap @a 11/26 @b 11/28`: the shifts of two people change places. */
export async function askSwap(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { refusals } = asking.words;
  const { config: chosen, rest: phrase } = takeRota(rest.trim(), ctx.rotaConfigs);
  const named = namedIn(phrase, asking.user);
  if (named.unknown !== null)
    return refuse(asking, refusals.unknownName(escapeMrkdwn(named.unknown)), 'swap');
  const config = chosen ?? (ctx.rotaConfigs.length === 1 ? ctx.rotaConfigs[0] : null);
  if (!config) return refuse(asking, whichRota(ctx, asking), 'swap');
  const sides = sidesOf(named.people, named.between, asking.user);
  if (sides === null) return refuse(asking, refusals.swapSelf, 'swap');
  return swapBetween(ctx, asking, config, sides, signal);
}

/** Two people, each with the words that say which of their shifts. */
export interface Sides {
  readonly first: { readonly user: string; readonly when: string };
  readonly second: { readonly user: string; readonly when: string };
}

/** With one person named it is the asker's shift that comes first: before the name, or before the とか → between the days. */
function sidesOf(people: readonly string[], between: readonly string[], me: string): Sides | null {
  const others = people.filter((user) => user !== me);
  const [a, b] = people.length === 2 ? people : [me, others[0]];
  if (a === undefined || b === undefined || a === b) return null;
  if (people.length === 2) {
    const behind = between.slice(1);
    const [one = '', two = ''] = between[0]
      ? [between[0], between.slice(1).filter(Boolean).join(' ')]
      : behind;
    return { first: { user: a, when: one }, second: { user: b, when: two } };
  }
  const [before = '', after = ''] = between;
  if (before !== '') return { first: { user: a, when: before }, second: { user: b, when: after } };
  const [mine = '', theirs = ''] = after.split(
    /\s*(?:⇄|↔|<->|、|,|\bfor\b|\band\b|\bと\b| と |と(?=\S))\s*|\s+(?=\d)/,
    2,
  );
  return { first: { user: a, when: mine }, second: { user: b, when: theirs } };
}

/** Finds the two shifts and asks for the exchange; a shift that is not theirs is said with its day. */
export async function swapBetween(
  ctx: OncallContext,
  asking: Asking,
  config: RotaConfig,
  { first, second }: Sides,
  signal: AbortSignal,
): Promise<Reply> {
  const { locale, now, words } = asking;
  if (first.when === '' || second.when === '') return refuse(asking, words.refusals.swapParts, 'swap');
  const current = await ctx.rotas.current(config.id, signal);
  const found: Wanted[] = [];
  const turns = [
    [first, second.user],
    [second, first.user],
  ] as const;
  for (const [{ user, when }, taker] of turns) {
    const { column, rest } = takeColumn(when, Object.keys(current.rota?.columns ?? {}));
    const span = readSpan(rest, { now, zone: zoneOf(ctx, config) });
    if (!span.ok) return refuse(asking, escapeMrkdwn(describeRefusal(span, locale)), 'swap');
    const shift = shiftOf(current, user, column, span, now);
    if (shift === null) {
      const name = current.rota?.people[user] ?? (await ctx.people.find(user, signal))?.name ?? user;
      return refuse(asking, escapeMrkdwn(words.refusals.shiftOf(name, when)), 'swap');
    }
    found.push({ ...shift, taker });
  }
  const [one, two] = found;
  if (!one || !two) return refuse(asking, words.refusals.swapParts, 'swap');
  return askFor(ctx, asking, config, [one, two], signal);
}

/** A person's shift at a spoken time: the hours as said where they were, else the whole shift that begins that day. */
function shiftOf(
  { rota }: Current,
  user: string,
  wanted: string | null,
  { start, end, rough }: Extract<SpokenSpan, { ok: true }>,
  now: number,
): (Extent & { column: string }) | null {
  if (!rota) return null;
  const columns = wanted
    ? [wanted]
    : ['primary', ...Object.keys(rota.columns).filter((one) => one !== 'primary')];
  for (const column of columns) {
    const own = spansIn(rota.columns[column], start, end).filter(({ people }) => people.includes(user));
    if (own.length === 0) continue;
    if (!rough) return { column, start, end };
    // Of today the shift under way may be meant, though it began before.
    const span = own.find((one) => one.start >= start) ?? (start <= now ? own[0] : undefined);
    if (!span) continue;
    return { column, start: Math.max(span.start, now), end: span.end };
  }
  return null;
}
