import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { zipOf } from '../shared/adapters/zip/index.ts';
import { exportFiles, withholdNothing } from '../shared/archive/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import { type Command, UsageError } from './command.ts';
import { requireConfig } from './configuration.ts';
import { requireStore } from './store.ts';
import { teamInSlack, teamInStore } from './workspace.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes everything of the workspace into a zip: data, and pages to read',
  usage: `npm run -s toban -- export FILE.zip
  Writes every record with its history as NDJSON, and each incident and postmortem as Markdown. Changes nothing.
  Private incidents and names of people are in it; keys and other secrets are not.
  "restore" brings it back.

The environment names the store as for the services. Exit code: 0 written, 1 not, 2 not understood.`,
  async run(args, { out, env: vars }) {
    const [file, ...more] = parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
    if (file === undefined || more.length > 0 || !/\.zip$/i.test(file))
      throw new UsageError('Name one FILE.zip.');
    const env = readEnv(vars);
    const { workspace, incident, severity } = requireConfig(env);
    const store = await requireStore(env);
    // Under its name only when it is whole; readable by nobody else.
    const half = `${file}.part`;
    try {
      const now = systemClock.now();
      const team = (await teamInSlack(env)) ?? (await teamInStore(store));
      const files = exportFiles({
        store,
        team,
        settings: { incident, severity },
        locale: workspace.locale,
        zone: workspace.timezone,
        baseUrl: env.baseUrl,
        now,
        withholds: withholdNothing,
      });
      await pipeline(zipOf(files, now), createWriteStream(half, { mode: 0o600 }));
      renameSync(half, file);
      out(`Written: ${file}`);
      return 0;
    } finally {
      rmSync(half, { force: true });
      await store.close();
    }
  },
};
