import { parseArgs } from 'node:util';
import { isSource, SOURCES, type Source, sourceOf } from '../../shared/import/index.ts';
import { langOf, UsageError } from '../command.ts';

/** What was asked of `toban import`. */
export interface Asked {
  readonly file: string;
  readonly source: Source;
  /** Its name alone says what it is: its records may say it better. */
  readonly guessed: boolean;
  /** A name under which one is saved, or a file. */
  readonly mapping: string | null;
  readonly save: string | null;
  readonly proposed: boolean;
  readonly dry: boolean;
  readonly restart: boolean;
  readonly json: boolean;
  readonly report: string | null;
  readonly team: string | null;
  readonly lang: 'ja' | 'en' | null;
}

export const USAGE = `npm run -s toban -- import FILE --dry-run [--mapping NAME|FILE.json] [--save NAME|FILE.json]
  Reads the file and says what would become of each record. Writes nothing but the mapping that --save asks for.
npm run -s toban -- import FILE --mapping NAME|FILE.json
  Brings the incidents in, with their times, people and postmortems. Nobody is told of it. A second run changes nothing;
  a run that was cut off goes on where it stopped.

  --source notion|csv|json|waroom   otherwise by the file's name and its first records
  --mapping    saved by that name, or a file. Without one, a dry run proposes one and shows it
  --proposed   takes the proposal as it is, also for the real run
  --save       keeps the mapping used: by name in Toban, or in a file to edit
  --report FILE.csv   a line for each record, with what to do where it was refused
  --restart    from the beginning, also where a run was cut off
  --team ID    the workspace, where neither Slack nor the store can say
  --json       for programs: an object a line for each record, the sums last
  --lang ja|en otherwise the workspace's language

People are found in Slack by mail or name where SLACK_BOT_TOKEN is set. The store is the one that the environment names
(docs/import.md). Exit code: 0 all is in, 1 something was refused or failed, 2 not understood.`;

const OPTIONS = {
  source: { type: 'string' },
  mapping: { type: 'string' },
  save: { type: 'string' },
  report: { type: 'string' },
  team: { type: 'string' },
  lang: { type: 'string' },
  proposed: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  restart: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Throws `UsageError`. */
export function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  const said = values.source ?? sourceOf(file);
  if (said === null || !isSource(said)) throw new UsageError(`Say --source: one of ${SOURCES.join(', ')}.`);
  const { mapping = null, proposed, 'dry-run': dry } = values;
  if (mapping !== null && proposed) throw new UsageError('--mapping or --proposed, not both.');
  if (!dry && mapping === null && !proposed)
    throw new UsageError(
      'Look at a dry run first (--dry-run); then name its mapping (--mapping), or take it as proposed (--proposed).',
    );
  const lang = langOf(values.lang);
  const { save = null, report = null, team = null, restart, json } = values;
  const guessed = values.source === undefined;
  return { file, source: said, guessed, mapping, save, proposed, dry, restart, json, report, team, lang };
}
