import { systemClock } from '../../shared/platform/clock.ts';
import type { Answer, Item } from '../client/client.ts';
import { type Asked, connect, SHARED_USAGE } from '../client/connect.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { harmless } from '../harmless.ts';
import { columns, show, timeText } from './show.ts';
import { type AskText, askText } from './text.ts';
import { timeOf } from './time.ts';

export const whoIsOnDuty: Command = {
  name: 'who-is-on-duty',
  summary: 'says who is, was or will be on duty',
  usage: `npm run -s toban -- who-is-on-duty [rota] [--at TIME]
  Of every rota, or of the one with that id or name (a part of the name does). TIME: 2026-12-31T23:00+09:00, or as people say it ("tomorrow 9:00").
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
  const text = askText(asked.locale);
  if (more.length > 0) throw new UsageError(text.oneRota);
  const all = await asked.client.list('listRotas', {}, 1_000);
  const wanted = name === undefined ? all : named(all, name);
  if (wanted.length === 0) {
    const known = all.map(({ id, name }) => `${id} (${name})`).join(', ');
    terminal.err(harmless(name === undefined ? text.noRota : text.noRotas(name, known)));
    return 1;
  }
  const now = systemClock.now();
  const told = await Promise.all(
    wanted.map(async (rota): Promise<Told> => {
      const { at: said } = asked.options;
      const query =
        said === undefined
          ? {}
          : { at: new Date(timeOf('--at', said, asked, rota.timezone, now)).toISOString() };
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
/** By id or name; else those that have it as a part of their name. */
function named(all: readonly Rota[], wanted: string): readonly Rota[] {
  const words = fold(wanted);
  const exact = all.filter(({ id, name }) => [id, name].some((one) => fold(one) === words));
  return exact.length > 0 ? exact : all.filter(({ name }) => words !== '' && fold(name).includes(words));
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
