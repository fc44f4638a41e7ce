import { incidentText } from '../../shared/incident/index.ts';
import { durationText } from '../../shared/language/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import type { Answer, Input } from '../client/client.ts';
import { type Asked, connect, limitOf, SHARED_USAGE } from '../client/connect.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { columns, show, timeText } from './show.ts';
import { askText } from './text.ts';
import { timeOf } from './time.ts';

const OPTIONS = ['status', 'severity', 'service', 'from', 'to', 'q', 'limit'] as const;

export const incidents: Command = {
  name: 'incidents',
  summary: 'lists incidents, shows one, and its timeline',
  usage: `npm run -s toban -- incidents [list] [--status open|…] [--severity SEV1] [--service ID] [--from TIME] [--to TIME] [--q WORDS] [--limit 25]
  TIME: 2026-12-31T23:00+09:00, or as people say it in the zone of the terminal: 2026-12-31, "yesterday 9:00"
npm run -s toban -- incidents show <INC-7>
npm run -s toban -- incidents timeline <INC-7>

${SHARED_USAGE}`,
  async run(args, terminal) {
    const asked = connect(args, terminal, OPTIONS);
    const [verb = 'list', id, ...more] = asked.words;
    if (verb === 'list' && id === undefined) return list(asked, terminal);
    if (id === undefined || more.length > 0 || Object.keys(asked.options).length > 0)
      throw new UsageError(askText(asked.locale).noVerb(['incidents', ...asked.words].join(' ')));
    if (verb === 'show') return one(asked, id, terminal);
    if (verb === 'timeline') return timeline(asked, id, terminal);
    throw new UsageError(askText(asked.locale).noVerb(`incidents ${verb}`));
  },
};

async function list(asked: Asked, terminal: Terminal): Promise<ExitCode> {
  const { client, locale, zone, options } = asked;
  const most = limitOf(asked);
  const now = systemClock.now();
  const { limit: _limit, from, to, ...filters } = options;
  const instant = (option: string, said: string) =>
    new Date(timeOf(option, said, asked, zone, now)).toISOString();
  // What a filter may be is for the API to say: its answer names the parameter that is wrong.
  const query = {
    ...filters,
    ...(from !== undefined && { from: instant('--from', from) }),
    ...(to !== undefined && { to: instant('--to', to) }),
  } as NonNullable<Input<'listIncidents'>['query']>;
  const found = await client.list('listIncidents', { query }, most + 1);
  const items = found.slice(0, most);
  const text = askText(locale);
  const rows = items.map((one) => [
    one.label,
    one.severity,
    incidentText(locale).statuses[one.status],
    timeText(one.declaredAt, now, zone, locale),
    one.service,
    [one.title, ...flags(one, asked)].join(' · '),
  ]);
  const tail = found.length > most ? [text.more(most)] : [];
  return show(
    asked,
    terminal,
    items,
    items.length > 0 ? [...columns(rows, terminal.width), ...tail] : [text.noIncidents],
  );
}

async function one(asked: Asked, incident: string, terminal: Terminal): Promise<ExitCode> {
  const item = await asked.client.call('getIncident', { path: { incident } });
  return show(asked, terminal, item, describe(item, asked));
}

type Shown = Answer<'getIncident'>;

function describe(one: Shown, asked: Asked): string[] {
  const { locale, zone } = asked;
  const { facts, ...text } = askText(locale);
  const words = incidentText(locale);
  const time = (at: string | null) => timeText(at, systemClock.now(), zone, locale);
  const { inquiries, vehicles, users } = one.impact;
  const impact = [
    ...(inquiries > 0 ? [text.inquiries(inquiries)] : []),
    ...(vehicles ? [text.vehicles(vehicles)] : []),
    ...(users ? [text.users(users)] : []),
  ];
  const roles = Object.entries(one.roles).map(([role, { name }]) => `${role}: ${name}`);
  const numbers = Object.entries(one.numbers).flatMap(([name, { seconds }]) =>
    seconds === null ? [] : [[name.toUpperCase(), durationText(seconds * 1_000, locale)] as const],
  );
  const rows: (readonly [string, string | null])[] = [
    [facts.status, words.statuses[one.status]],
    [facts.severity, one.severity],
    [facts.service, one.service],
    [facts.since, time(one.declaredAt)],
    [facts.by, one.declaredBy?.name ?? null],
    [facts.roles, roles.join(', ') || null],
    [facts.impact, impact.join(', ') || null],
    [facts.room, one.room && `#${one.room.name}`],
    [facts.update, time(one.nextUpdateAt)],
    [facts.flags, flags(one, asked).join(', ') || null],
    ...numbers,
    ['', one.url],
  ];
  const title = [one.label, one.title].filter((part) => part !== null).join(' ');
  const description = one.description === '' ? [] : ['', ...one.description.split('\n')];
  return [title, ...columns(rows.filter(([, value]) => value !== null)), ...description];
}

const flags = (one: Pick<Shown, 'private' | 'drill'>, { locale }: Asked): string[] => {
  const text = askText(locale);
  return [...(one.private ? [text.private] : []), ...(one.drill ? [text.drill] : [])];
};

async function timeline(asked: Asked, incident: string, terminal: Terminal): Promise<ExitCode> {
  const { client, locale, zone } = asked;
  const items = await client.list('listTimeline', { path: { incident } }, 10_000);
  const now = systemClock.now();
  const rows = items.map(({ at, text, facts }) => [
    timeText(at, now, zone, locale),
    [text, ...facts].join(' · '),
  ]);
  return show(asked, terminal, items, columns(rows));
}
