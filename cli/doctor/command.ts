import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  checkSecrets,
  type DryLook,
  diagnose,
  doctorText,
  dryRoutes,
  type Finding,
  readConfiguration,
  readOnly,
  sheetNow,
} from '../../shared/doctor/index.ts';
import { clockTime, dayText, zoneName } from '../../shared/language/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { createRotaReader } from '../../shared/rota/index.ts';
import { timeOf } from '../ask/time.ts';
import { type Command, type ExitCode, langOf, type Terminal, UsageError } from '../command.ts';
import { type Clocks, openParts, systemClocks } from './parts.ts';
import { findingLines, routeLines } from './report.ts';

const PATIENCE_MS = 10_000;

/** `clocks`: other than the machine's own, for a laptop whose clock was moved. */
export const createDoctor = (clocks: Clocks = systemClocks): Command => ({
  name: 'doctor',
  summary: 'compares what is granted with what is needed, and says how to mend it',
  usage: `npm run -s toban -- doctor [--json] [--lang ja|en]
  Looks at toban.yaml, secrets (names only), Slack, the clock, channels, user groups, sheets, people, the administrator's
  account, runbooks, templates, the folder of Google Docs, the language model, Pub/Sub, the store, work that waits, what was not delivered, and the canary. Changes nothing.
npm run -s toban -- doctor --call [--at <time>] [--json] [--lang ja|en]
  A dry call of each route: who would be called, when and why. Calls nobody.

  --at <time>   "2026-11-24T12:00+09:00", or as people say it in the workspace's time zone: "12/31 23:00", "明日18時"
  --json        for programs
  --lang        otherwise the workspace's language

The environment names the parts as for the services: TOBAN_CONFIG, SLACK_BOT_TOKEN, GOOGLE_CLOUD_PROJECT … (docs/doctor.md).
Exit code: 0 nothing to mend, 1 something to mend, 2 not understood.`,
  run: (args, terminal) => run(args, terminal, clocks),
});

async function run(args: readonly string[], terminal: Terminal, clocks: Clocks): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      call: { type: 'boolean', default: false },
      at: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  });
  const { call, at, json } = values;
  const lang = langOf(values.lang);
  if (at !== undefined && !call) throw new UsageError('--at goes with --call.');
  const env = readEnv(terminal.env);
  const file = env.configPath ?? 'toban.yaml';
  const source = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const { config, findings } = readConfiguration(source, file, doctorText(lang ?? 'en'));
  const show = (found: readonly Finding[], text = doctorText(lang ?? config?.workspace.locale ?? 'en')) => {
    const well = found.every(({ level }) => level !== 'error');
    if (json) terminal.out(JSON.stringify({ well, findings: found }, null, 2));
    else for (const line of findingLines(found, text)) terminal.out(line);
    return well ? 0 : 1;
  };
  if (!config) return show([...findings, ...checkSecrets(env, terminal.env, null, doctorText(lang ?? 'en'))]);

  const locale = lang ?? config.workspace.locale;
  const text = doctorText(locale);
  const parts = await openParts(env, config, clocks);
  const rotas = createRotaReader({
    ...parts,
    store: readOnly(parts.store),
    log: silentLog,
    rotas: config.rotas,
    workspaceZone: config.workspace.timezone,
  });
  const look = { ...parts, config, text, locale, patienceMs: PATIENCE_MS };
  try {
    if (call) return await showCalls({ ...look, rotas }, at, json, terminal);
    return show([
      ...readConfiguration(source, file, text).findings,
      ...checkSecrets(env, terminal.env, config, text),
      ...(await diagnose({
        ...look,
        botToken: env.slackBotToken,
        adminToken: env.slackAdminToken,
        sheet: (rota, signal) => sheetNow(rotas, rota, locale, signal),
      })),
    ]);
  } finally {
    await parts.store?.close();
  }
}

async function showCalls(
  look: DryLook,
  at: string | undefined,
  json: boolean,
  { out }: Terminal,
): Promise<ExitCode> {
  const { text, locale, config } = look;
  const zone = config.workspace.timezone;
  const now = look.clock.now();
  const instant = at === undefined ? now : timeOf('--at', at, { locale }, zone, now);
  const routes = await dryRoutes(look, instant);
  const time = `${dayText(instant, zone, locale)} ${clockTime(instant, zone)} ${zoneName(instant, zone)}`;
  if (json) out(JSON.stringify({ at: new Date(instant).toISOString(), routes }, null, 2));
  else for (const line of routeLines(routes, time, text)) out(line);
  return routes.every(({ well }) => well) ? 0 : 1;
}
