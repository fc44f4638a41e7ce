import { ledgerText } from '../../shared/ledger/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import type { Answer } from '../client/client.ts';
import { type Asked, connect, limitOf, SHARED_USAGE } from '../client/connect.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { columns, show, timeText } from './show.ts';
import { askText } from './text.ts';

export const calls: Command = {
  name: 'calls',
  summary: 'lists calls for help, shows one, tells its story',
  usage: `npm run -s toban -- calls [list] [--filter all|open|acknowledged|late|failed] [--rota ID] [--person NAME] [--q WORDS] [--limit 25]
npm run -s toban -- calls show <id>
npm run -s toban -- calls story <id>

${SHARED_USAGE}`,
  async run(args, terminal) {
    const asked = connect(args, terminal, ['filter', 'rota', 'person', 'q', 'limit']);
    const [verb = 'list', id, ...more] = asked.words;
    if (verb === 'list' && id === undefined) return list(asked, terminal);
    if (id === undefined || more.length > 0 || Object.keys(asked.options).length > 0)
      throw new UsageError(askText(asked.locale).noVerb(['calls', ...asked.words].join(' ')));
    if (verb === 'show') return one(asked, id, terminal);
    if (verb === 'story') return story(asked, id, terminal);
    throw new UsageError(askText(asked.locale).noVerb(`calls ${verb}`));
  },
};

const FILTERS = ['all', 'open', 'acknowledged', 'late', 'failed'] as const;

async function list(asked: Asked, terminal: Terminal): Promise<ExitCode> {
  const { client, options, locale, zone } = asked;
  const { filter = 'all', rota, person, q } = options;
  const known = FILTERS.find((one) => one === filter);
  if (!known) throw new UsageError(askText(locale).oneOf('--filter', FILTERS));
  const most = limitOf(asked);
  const query = { filter: known, ...(rota && { rota }), ...(person && { person }), ...(q && { q }) };
  const found = await client.list('listCalls', { query }, most + 1);
  const items = found.slice(0, most);
  const now = systemClock.now();
  const text = askText(locale);
  const rows = items.map((call) => [
    timeText(call.receivedAt, now, zone, locale),
    ledgerText(locale).status[call.status],
    call.holder?.name ?? call.called.at(-1)?.person.name ?? null,
    call.id,
    call.text.split('\n', 1)[0] ?? '',
  ]);
  const tail = found.length > most ? [text.more(most)] : [];
  return show(
    asked,
    terminal,
    items,
    items.length > 0 ? [...columns(rows, terminal.width), ...tail] : [text.noCalls],
  );
}

async function one(asked: Asked, call: string, terminal: Terminal): Promise<ExitCode> {
  const item = await asked.client.call('getCall', { path: { call } });
  return show(asked, terminal, item, describe(item, asked));
}

function describe(call: Answer<'getCall'>, { locale, zone }: Asked): string[] {
  const { facts } = askText(locale);
  const now = systemClock.now();
  const time = (at: string | null) => timeText(at, now, zone, locale);
  const called = call.called.map(({ person, at }) => `${person.name} (${time(at)})`);
  const holder = call.holder && `${call.holder.name} (${time(call.acknowledgedAt)})`;
  const rows = [
    [facts.status, ledgerText(locale).status[call.status]],
    [facts.asked, `${call.asker ?? askText(locale).bot} (${time(call.receivedAt)})`],
    [facts.called, called.join(' → ') || null],
    [facts.holder, holder],
    [facts.done, time(call.doneAt)],
    [facts.incident, call.incident],
    ['', call.url],
  ] as const;
  return [...columns(rows.filter(([, value]) => value !== null)), '', ...call.text.split('\n')];
}

async function story(asked: Asked, call: string, terminal: Terminal): Promise<ExitCode> {
  const { client, locale, zone } = asked;
  const { items } = await client.call('listCallStory', { path: { call } });
  const now = systemClock.now();
  const rows = items.map(({ at, text, facts }) => [
    timeText(at, now, zone, locale),
    [text, ...facts].join(' · '),
  ]);
  return show(asked, terminal, items, columns(rows));
}
