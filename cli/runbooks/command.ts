import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/platform/clock.ts';
import { readEnv } from '../../shared/platform/config.ts';
import {
  frontMatterSchema,
  listRunbooks,
  type Names,
  NOTHING_KNOWN,
  namesOf,
} from '../../shared/runbook/index.ts';
import type { Store } from '../../shared/store/port.ts';
import { parseConfig, type WorkspaceConfig } from '../../shared/workspace/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { harmless } from '../harmless.ts';
import { requireStore } from '../store.ts';
import { type Checked, check, isBad } from './check.ts';
import { readFolder } from './folder.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { checkReport, pullReport, pushReport, type Reader, type Report } from './report.ts';
import { runbooksText } from './text.ts';

export const runbooks: Command = {
  name: 'runbooks',
  summary: 'checks runbooks in a folder, pushes them to Toban, pulls them back',
  usage: `npm run -s toban -- runbooks check <folder> [--json] [--lang ja|en]
  Reads and lints every .md in the folder and beneath: file:line:column, what is wrong, what to do. Asks nobody.
npm run -s toban -- runbooks push <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Checks them, then pushes what differs from the store, and says the versions. With an error nothing is pushed.
npm run -s toban -- runbooks pull <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Writes every runbook of the store to the folder, over the file that has it or to <language>/<id>.md. Deletes nothing.
npm run -s toban -- runbooks schema
  Prints the JSON Schema of the settings at the top of a runbook, for editors.

  --dry-run     says what would be done
  --force       push: also goes back to an older version. pull: also over changes that were never pushed
  --json        for programs
  --lang        otherwise the workspace's language

Names of roles, rotas, audiences … are those of toban.yaml (TOBAN_CONFIG). The store is the one that the environment
names: GOOGLE_CLOUD_PROJECT and FIRESTORE_DATABASE, else TOBAN_DATA (docs/runbooks.md).
Exit code: 0 all is well, 1 an error or something refused, 2 not understood.`,
  run,
};

const VERBS = ['check', 'push', 'pull'] as const;

interface Given extends Reader {
  readonly folder: string;
  readonly force: boolean;
  readonly dry: boolean;
  readonly by: { readonly user: string; readonly name: string };
  readonly config: WorkspaceConfig | null;
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  });
  const { lang, force, json, 'dry-run': dry } = values;
  const [word, folder, ...more] = positionals;
  if (word === 'schema') return showSchema(positionals, terminal);
  const verb = VERBS.find((one) => one === word);
  if (!verb) throw new UsageError('Say check, push, pull or schema.');
  if (folder === undefined || more.length > 0) throw new UsageError('Name one folder.');
  if (verb === 'check' && (force || dry))
    throw new UsageError('check changes nothing: --dry-run and --force do not go with it.');
  if (lang !== undefined && lang !== 'ja' && lang !== 'en') throw new UsageError('--lang is ja or en.');
  const env = readEnv(terminal.env);
  const file = env.configPath ?? 'toban.yaml';
  const config = existsSync(file) ? parseConfig(readFileSync(file, 'utf8'), file) : null;
  const { locale: usual = 'en', timezone: zone = 'UTC' } = config?.workspace ?? {};
  const locale = lang ?? usual;
  const text = runbooksText(locale);
  if (!config && verb !== 'pull') terminal.err(text.noConfig(file));
  // A build's container may know nobody by name.
  const by = { user: 'cli', name: terminal.env.USER || terminal.env.USERNAME || 'CLI' };
  const given = { by, folder, force, dry, config, text, locale, zone, now: systemClock.now() };
  if (verb === 'check') return show(checkReport(checked(given, []), given), json, terminal);
  const store = await requireStore(env);
  try {
    return show(await (verb === 'push' ? pushFolder : pullFolder)(given, store), json, terminal);
  } finally {
    await store.close();
  }
}

function showSchema(positionals: readonly string[], terminal: Terminal): ExitCode {
  if (positionals.length > 1) throw new UsageError('schema stands alone.');
  terminal.out(JSON.stringify(frontMatterSchema(), null, 2));
  return 0;
}

function show({ well, lines, files }: Report, json: boolean, terminal: Terminal): ExitCode {
  if (json) terminal.out(JSON.stringify({ well, files }, null, 2));
  else for (const line of lines) terminal.out(harmless(line));
  return well ? 0 : 1;
}

async function pushFolder(given: Given, store: Store): Promise<Report> {
  const { config, force, dry, now, text, by } = given;
  const known = (await listRunbooks(store)).map(({ id }) => id.replace(/\.(ja|en)$/, ''));
  const files = checked(given, known);
  const found = checkReport(files, given);
  if (!found.well)
    return { ...found, lines: [...found.lines, ...(files.some(isBad) ? [text.notPushed] : [])] };
  const names = namesWith(config, [...known, ...files.flatMap(({ runbook }) => runbook?.id ?? [])]);
  return pushReport(files, await push(files, { store, by, now, names, force, dry }), dry, given);
}

async function pullFolder(given: Given, store: Store): Promise<Report> {
  const { folder, force, dry } = given;
  const files = existsSync(folder) ? readFolder(folder) : [];
  return pullReport(await pull(folder, files, { store, force, dry }), dry, given);
}

const checked = ({ folder, config }: Given, known: readonly string[]): readonly Checked[] =>
  check(readFolder(folder), (ids) => namesWith(config, ids), known);

const namesWith = (config: WorkspaceConfig | null, ids: readonly string[]): Names =>
  config ? namesOf(config, ids) : { ...NOTHING_KNOWN, runbooks: ids };
