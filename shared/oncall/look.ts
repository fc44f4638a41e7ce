import { expectedOf, readingAsOf } from '../duty/index.ts';
import { momentIn } from '../language/index.ts';
import { setWanted } from '../notification/index.ts';
import {
  checkRota,
  describeProblem,
  describeRefusal,
  onDutyAt,
  previewRota,
  type Rota,
  type RotaConfig,
  readCovers,
  readMoment,
  withCovers,
} from '../rota/index.ts';
import { escapeMrkdwn, withChannel } from '../slack/index.ts';
import type { OncallContext } from './context.ts';
import { becauseText, columnsOf, nextOther, type Place, troubleLines, whoText } from './duty-lines.ts';
import { type Asking, nameOf, type Reply, reply, replyWith, zoneOf } from './reply.ts';
import { daysIn, takeRota } from './words.ts';

const placeOf = (ctx: OncallContext, asking: Asking, config: RotaConfig): Place => ({
  ...asking,
  config,
  zone: zoneOf(ctx, config),
});

/** The rotas that are meant: the one that is named, else all; and the words without its name. */
function meant(ctx: OncallContext, rest: string): { configs: readonly RotaConfig[]; rest: string } {
  const { config, rest: words } = takeRota(rest.trim(), ctx.rotaConfigs);
  return { configs: config ? [config] : ctx.rotaConfigs, rest: words };
}

/** `/oncall`: who is on duty now, until when, and who is next, in each column of each rota. */
export async function sayNow(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { words } = asking;
  const rotas = meant(ctx, rest).configs.map(async (config) => {
    const place = placeOf(ctx, asking, config);
    const current = await ctx.rotas.current(config.id, signal);
    const head = `*${escapeMrkdwn(nameOf(config))}*`;
    const { rota } = current;
    const columns = rota ? columnsOf(rota).map((column) => columnText(rota, column, place)) : [words.noRota];
    return { text: [head, ...columns, ...troubleLines(current, place)].join('\n'), buttons: [] };
  });
  const buttons = (['cover', 'swap', 'preview'] as const).map((action) => ({
    action: `oncall_${action}`,
    label: words.buttons[action],
    value: action,
  }));
  return replyWith([...(await Promise.all(rotas)), { text: '', buttons }]);
}

function columnText(rota: Rota, column: string, place: Place): string {
  const { words, now } = place;
  const duty = onDutyAt(rota, now, column);
  const until = duty.shift && duty.kind === 'people' ? words.until(momentIn(duty.shift.end, place)) : null;
  const facts = [until, becauseText(duty, place)].filter((part) => part).join(' · ');
  const next = nextOther(rota, column, now);
  const then = next ? words.next(momentIn(next.start, place), whoText(next, rota, place)) : words.noNext;
  return `${escapeMrkdwn(words.column(column))}: ${whoText(duty, rota, place)}${facts && ` · ${facts}`}\n　${then}`;
}

/** `/oncall who 12/31 23:00`: by the sheet as it is for what comes, as it was for what is past; covers count in both. */
export async function sayWho(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { configs, rest: time } = meant(ctx, rest);
  const { words, now, locale } = asking;
  const [first] = configs;
  if (time === '' || !first) return sayNow(ctx, asking, rest, signal);
  const spoken = readMoment(time, { now, zone: zoneOf(ctx, first) });
  if (!spoken.ok)
    return reply([
      escapeMrkdwn(describeRefusal(spoken, locale)),
      words.refusals.example('/oncall who 12/31 23:00'),
    ]);
  const parts = configs.map(async (config) => {
    const place = placeOf(ctx, asking, config);
    const { rota, notes } = await rotaOf(ctx, config, spoken.at, place, signal);
    const lines = rota
      ? columnsOf(rota).map((column) => {
          const duty = onDutyAt(rota, spoken.at, column);
          const because = becauseText(duty, place);
          return `${escapeMrkdwn(words.column(column))}: ${whoText(duty, rota, place)}${because && ` · ${because}`}`;
        })
      : [];
    return [
      `*${escapeMrkdwn(nameOf(config))}* ${words.who(momentIn(spoken.at, place))}`,
      ...lines,
      ...notes,
    ].join('\n');
  });
  return reply(await Promise.all(parts));
}

async function rotaOf(
  ctx: OncallContext,
  config: RotaConfig,
  when: number,
  place: Place,
  signal: AbortSignal,
) {
  const { words, now } = place;
  if (when >= now) {
    const current = await ctx.rotas.current(config.id, signal);
    return {
      rota: current.rota,
      notes: [...(current.rota ? [] : [words.noRota]), ...troubleLines(current, place)],
    };
  }
  const [reading, covers] = await Promise.all([
    readingAsOf(ctx.store, config.id, when),
    readCovers(ctx.store, config.id, when),
  ]);
  if (!reading) return { rota: null, notes: [words.notKept] };
  return { rota: withCovers(reading.rota, covers), notes: [words.asOf(momentIn(reading.readAt, place))] };
}

/** Lines of a preview that one answer may have. */
const LINES = 60;

/** `/oncall preview 14d`: what Toban understood, in order of time. */
export async function sayPreview(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { configs, rest: words } = meant(ctx, rest);
  const days = daysIn(words);
  const text = asking.words;
  if (days === null)
    return reply([text.refusals.days(escapeMrkdwn(words)), text.refusals.example('/oncall preview 14d')]);
  const parts = configs.map(async (config) => {
    const place = placeOf(ctx, asking, config);
    const current = await ctx.rotas.current(config.id, signal);
    const head = text.preview(escapeMrkdwn(nameOf(config)), days);
    if (!current.rota) return [head, text.noRota, ...troubleLines(current, place)].join('\n');
    const { rota } = current;
    const { columns } = previewRota(rota, asking.now, days);
    const lines = columnsOf(rota).flatMap((column) => [
      `_${escapeMrkdwn(text.column(column))}_`,
      ...(columns[column] ?? []).map((span) => {
        const because = becauseText(span, place);
        return `${momentIn(span.start, place)}– ${whoText(span, rota, place)}${because && ` · ${because}`}`;
      }),
    ]);
    const more = lines.length > LINES ? [text.more(lines.length - LINES)] : [];
    return [head, ...lines.slice(0, LINES), ...more, ...troubleLines(current, place)].join('\n');
  });
  return reply(await Promise.all(parts));
}

const PROBLEMS = 20;

/** `/oncall check`: everything that somebody should look at in the sheet, with its cell. */
export async function sayCheck(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const { words, locale, now } = asking;
  const parts = meant(ctx, rest).configs.map(async (config) => {
    const place = placeOf(ctx, asking, config);
    const [current, before, memberships] = await Promise.all([
      ctx.rotas.current(config.id, signal),
      expectedOf(ctx.store, config),
      ctx.memberships(config.id, 0, signal),
    ]);
    const name = escapeMrkdwn(nameOf(config));
    if (!current.sheet) return [`*${name}*`, words.noRota, ...troubleLines(current, place)].join('\n');
    const problems = checkRota({ rota: current.sheet, before, memberships: memberships.known, now });
    const lines = problems
      .slice(0, PROBLEMS)
      .map(
        (problem) =>
          `${problem.severity === 'problem' ? '🟧' : '🔹'} ${withChannel(escapeMrkdwn(describeProblem(problem, locale, place.zone)), problem.detail.channel)}`,
      );
    const more = problems.length > PROBLEMS ? [words.more(problems.length - PROBLEMS)] : [];
    const head = problems.length === 0 ? words.allWell(name) : words.problems(name, problems.length);
    return [head, ...lines, ...more, ...troubleLines(current, place)].join('\n');
  });
  return reply(await Promise.all(parts));
}

/** `/oncall mute`, `/oncall unmute`: direct messages about handovers. */
export async function setMuted(ctx: OncallContext, { user, words }: Asking, muted: boolean): Promise<Reply> {
  await setWanted(ctx.store, user, ['handover', 'shift-reminder'], !muted);
  return reply([muted ? words.muted : words.unmuted]);
}
