import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openZip, zipOf } from '../shared/adapters/zip/index.ts';
import { exportFiles, MANIFEST, withholdNothing } from '../shared/archive/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import { TobanError } from '../shared/platform/errors.ts';
import { connect } from './client/connect.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { requireConfig } from './configuration.ts';
import { LIMITS } from './restore.ts';
import { requireStore } from './store.ts';
import { teamInSlack, teamInStore } from './workspace.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes everything of the workspace into a zip: data, and pages to read',
  usage: `npm run -s toban -- export FILE.zip [--api] [--json]
  Writes every record with its history as NDJSON, and each incident and postmortem as Markdown. Changes nothing.
  Names of people are in it; keys and other secrets are not. "restore" brings it back.

The environment names the store as for the services; private incidents are in it. With --api it is asked of the Toban at
TOBAN_URL by TOBAN_TOKEN, a token of an admin with the scope export: what that admin may not see is left out.
FILE.zip is there once it is whole, and not before. --json tells programs its size.
Exit code: 0 written, 1 not, 2 not understood, 3 Toban could not be asked, or broke off.`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { api: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !/\.zip$/i.test(file))
      throw new UsageError('Name one FILE.zip.');
    const read = values.api ? fromApi(terminal) : fromStore(terminal);
    // Under its name only when it is whole; readable by nobody else.
    const half = `${file}.part`;
    const tidy = () => rmSync(half, { force: true });
    // Also where somebody presses Ctrl-C.
    process.once('exit', tidy);
    try {
      await pipeline(read, createWriteStream(half, { mode: 0o600 }));
      await mustBeWhole(half);
      renameSync(half, file);
      terminal.out(values.json ? JSON.stringify({ file, bytes: statSync(file).size }) : `Written: ${file}`);
      return 0;
    } finally {
      tidy();
      process.off('exit', tidy);
    }
  },
};

function fromApi(terminal: Terminal): AsyncIterable<Uint8Array> {
  return connect([], terminal, []).client.download('exportAll');
}

async function* fromStore({ env: vars }: Terminal): AsyncGenerator<Uint8Array> {
  const env = readEnv(vars);
  const { workspace, incident, severity } = requireConfig(env);
  const store = await requireStore(env);
  try {
    const now = systemClock.now();
    const files = exportFiles({
      store,
      team: (await teamInSlack(env)) ?? (await teamInStore(store)),
      settings: { incident, severity },
      locale: workspace.locale,
      zone: workspace.timezone,
      baseUrl: env.baseUrl,
      now,
      withholds: withholdNothing,
    });
    yield* zipOf(files, now);
  } finally {
    await store.close();
  }
}

/** A connection may end as if all had come: the list of files at the end of a zip, and our last file in it, say that it has. */
async function mustBeWhole(path: string): Promise<void> {
  const archive = await openZip(path, LIMITS);
  const whole = archive.entries.some((entry) => entry.path === MANIFEST);
  await archive.close();
  if (!whole) throw new TobanError('unavailable', 'The export broke off before its end. Ask for it again.');
}
