import { systemClock } from '../../shared/platform/clock.ts';
import { readMoment } from '../../shared/rota/index.ts';
import type { Answer, Item } from '../client/client.ts';
import { type Asked, connect, SHARED_USAGE } from '../client/connect.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { columns, show, timeText } from './show.ts';
import { type AskText, askText } from './text.ts';

export const whoIsOnDuty: Command = {
  name: 'who-is-on-duty',
  summary: 'says who is, was or will be on duty',
  usage: `npm run -s toban -- who-is-on-duty [rota] [--at TIME]
  Of every rota, or of the one with that id or name. TIME: 2026-12-31T23:00+09:00, or as people say it ("tomorrow 9:00").
  Exit code 1 also where somebody should be on duty and nobody is.

${SHARED_USAGE}`,
  run,
};

type Rota = Item<'listRotas'>;
type Shift = Answer<'listDuty'>['items'][number];
interface Told {
  readonly rota: Rota;
  readonly shifts: readonly Shift[];
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = connect(args, terminal, ['at']);
  const [name, ...more] = asked.words;
  if (more.length > 0) throw new UsageError('Name one rota, or none for all.');
  const text = askText(asked.locale);
  const all = await asked.client.list('listRotas', {}, 1_000);
  const wanted = name === undefined ? all : all.filter((rota) => fits(rota, name));
  if (wanted.length === 0) {
    terminal.err(name === undefined ? text.noRota : text.noRotas(name, all.map(({ id }) => id).join(', ')));
    return 1;
  }
  const now = systemClock.now();
  const told = await Promise.all(
    wanted.map(async (rota): Promise<Told> => {
      const at = atOf(asked, rota.timezone, now);
      const query = at === null ? {} : { at: new Date(at).toISOString() };
      const { items } = await asked.client.call('listDuty', { path: { rota: rota.id }, query });
      return { rota, shifts: items };
    }),
  );
  const answer = told.map(({ rota: { id, name, timezone }, shifts }) => ({
    rota: id,
    name,
    timezone,
    shifts,
  }));
  const rows = told.flatMap((one) => rowsOf(one, asked, now, text));
  return show(asked, terminal, answer, columns(rows), told.every(isWell) ? 0 : 1);
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const fits = ({ id, name }: Rota, wanted: string): boolean =>
  [id, name].some((one) => fold(one) === fold(wanted));

/** In the rota's own zone, where no other is said. */
function atOf({ options: { at }, locale }: Asked, zone: string, now: number): number | null {
  if (at === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(at) && !Number.isNaN(Date.parse(at)))
    return Date.parse(at);
  const read = readMoment(at, { now, zone });
  if (!read.ok) throw new UsageError(askText(locale).atUnreadable(at));
  return read.at;
}

/** `free` is meant so; every other shift without people is not. */
const isWell = ({ shifts }: Told): boolean =>
  shifts.length > 0 && shifts.every(({ kind }) => kind === 'people' || kind === 'free');

function rowsOf({ rota, shifts }: Told, { locale }: Asked, now: number, text: AskText) {
  if (shifts.length === 0) return [[rota.name, '', text.nothingKnown, '', '']];
  return shifts.map(({ column, people, kind, to, cell, text: said }) => [
    rota.name,
    column,
    people.map(({ name }) => name).join(', ') || `${text.nobody} (${said || kind})`,
    to === null ? '' : `${text.until} ${timeText(to, now, rota.timezone, locale)}`,
    cell,
  ]);
}
