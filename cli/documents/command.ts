import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/platform/clock.ts';
import { readEnv } from '../../shared/platform/config.ts';
import type { Store } from '../../shared/store/port.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Command, type ExitCode, langOf, type Terminal, UsageError } from '../command.ts';
import { harmless } from '../harmless.ts';
import { requireStore } from '../store.ts';
import { check, isBad } from './check.ts';
import { readFolder } from './folder.ts';
import { bareId, type DocumentCommand, type DocumentKind } from './kind.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { checkReport, pullReport, pushReport, type Reader, type Report } from './report.ts';
import { retire } from './retire.ts';
import { documentsText } from './text.ts';

const VERBS = ['check', 'push', 'pull'] as const;
/** Verbs of one document, for kinds that can be taken out of use. */
const STANDS = ['retire', 'restore'] as const;

const SAMPLE = 'payment-outage.ja';

interface Given extends Reader {
  readonly kind: DocumentKind;
  readonly folder: string;
  readonly force: boolean;
  readonly dry: boolean;
  readonly by: { readonly user: string; readonly name: string };
}

/** The command that checks, pushes and pulls one kind of document. */
export const documentsCommand = (of: DocumentCommand): Command => ({
  name: of.name,
  summary: of.summary,
  usage: of.usage,
  run: (args, terminal) => run(of, args, terminal),
});

async function run(of: DocumentCommand, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
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
  const { force, json, 'dry-run': dry } = values;
  const lang = langOf(values.lang);
  const [word, folder, ...more] = positionals;
  if (word === 'schema') return showSchema(of, positionals, terminal);
  const verb = VERBS.find((one) => one === word);
  const stand = STANDS.find((one) => of.retires && one === word);
  if (!verb && !stand)
    throw new UsageError(`Say check, push, pull, ${of.retires ? 'retire, restore ' : ''}or schema.`);
  if (folder === undefined || more.length > 0)
    throw new UsageError(stand ? `Name one of the ${of.name}, such as ${SAMPLE}.` : 'Name one folder.');
  if (stand && (force || dry)) throw new UsageError(`--dry-run and --force do not go with ${stand}.`);
  if (verb === 'check' && (force || dry))
    throw new UsageError('check changes nothing: --dry-run and --force do not go with it.');
  const env = readEnv(terminal.env);
  const file = env.configPath ?? 'toban.yaml';
  const config = existsSync(file) ? parseConfig(readFileSync(file, 'utf8'), file) : null;
  const { locale: usual = 'en', timezone: zone = 'UTC' } = config?.workspace ?? {};
  const locale = lang ?? usual;
  const words = of.text(locale);
  if (!config && verb !== 'pull' && !stand && words.noConfig) terminal.err(words.noConfig(file));
  // A build's container may know nobody by name.
  const by = { user: 'cli', name: terminal.env.USER || terminal.env.USERNAME || 'CLI' };
  const reader = { text: documentsText(locale), words, locale, zone, now: systemClock.now() };
  const given = { ...reader, kind: of.kind(config), by, folder, force, dry };
  if (verb === 'check')
    return show(checkReport(check(readFolder(folder), given.kind, []), given), json, terminal);
  const store = await requireStore(env);
  try {
    if (stand) return show(await retire(folder, stand === 'retire', { ...given, store }), json, terminal);
    return show(await (verb === 'push' ? pushFolder : pullFolder)(given, store), json, terminal);
  } finally {
    await store.close();
  }
}

function showSchema(of: DocumentCommand, positionals: readonly string[], terminal: Terminal): ExitCode {
  if (positionals.length > 1) throw new UsageError('schema stands alone.');
  terminal.out(JSON.stringify(of.schema(), null, 2));
  return 0;
}

function show({ well, lines, files }: Report, json: boolean, terminal: Terminal): ExitCode {
  if (json) terminal.out(JSON.stringify({ well, files }, null, 2));
  else for (const line of lines) terminal.out(harmless(line));
  return well ? 0 : 1;
}

async function pushFolder(given: Given, store: Store): Promise<Report> {
  const { kind, folder, force, dry, now, text, by } = given;
  const known = (await kind.list(store)).map(({ id }) => bareId(id));
  const files = check(readFolder(folder), kind, known);
  const found = checkReport(files, given);
  if (!found.well)
    return { ...found, lines: [...found.lines, ...(files.some(isBad) ? [text.notPushed] : [])] };
  return pushReport(files, await push(files, { kind, store, by, now, force, dry }), dry, given);
}

async function pullFolder(given: Given, store: Store): Promise<Report> {
  const { kind, folder, force, dry } = given;
  const files = existsSync(folder) ? readFolder(folder) : [];
  return pullReport(await pull(folder, files, { kind, store, force, dry }), dry, given);
}
