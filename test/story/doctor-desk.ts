import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDoctor } from '../../cli/doctor/command.ts';
import type { Finding } from '../../shared/doctor/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { type Desk, openDesk } from './desk.ts';

/** How one look differs from that of a machine on which all is well. */
export interface Look {
  /** toban.yaml; null: there is none. */
  readonly yaml?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** How far the business clock has run on without a tick, in ms. */
  readonly unticked?: number;
  /** How far this machine's own clock is ahead, in ms. */
  readonly ahead?: number;
}

/** A desk and its doctor: the command itself, in this process, so that a look takes a moment only. */
export async function openDoctorDesk(yaml: string): Promise<{
  readonly desk: Desk;
  look(how?: Look): Promise<readonly Finding[]>;
  /** The same as people read it, and its exit code. */
  read(how?: Look): Promise<{ readonly code: number; readonly out: string }>;
  close(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-doctor-'));
  const desk = await openDesk({ env: readEnv({ TOBAN_DATA: folder }) });
  await desk.system.minute();
  const { world, clock } = desk.system;
  async function run(args: string[], { yaml: given = yaml, env = {}, unticked = 0, ahead = 0 }: Look) {
    const file = join(folder, given === null ? 'none.yaml' : 'toban.yaml');
    if (given !== null) writeFileSync(file, given);
    const lines: string[] = [];
    const doctor = createDoctor({
      clock: { now: () => clock.now() + unticked },
      realClock: { now: () => Date.now() + ahead },
    });
    const code = await doctor.run(args, {
      out: (line) => lines.push(line),
      err: (line) => lines.push(line),
      env: {
        SLACK_API_URL: world.slackApiUrl,
        SLACK_BOT_TOKEN: world.botToken,
        SHEETS_API_URL: world.sheetsApiUrl,
        SLACK_SIGNING_SECRET: 'of the edge',
        SLACK_CLIENT_SECRET: 'of the pages',
        TOBAN_SESSION_KEY: 'of the pages',
        TOBAN_ALERT_TOKEN: 'of the edge',
        TOBAN_CONFIG: file,
        TOBAN_DATA: folder,
        ...env,
      },
    });
    return { code, out: lines.join('\n') };
  }
  return {
    desk,
    read: (how = {}) => run([], how),
    async look(how = {}) {
      const { out } = await run(['--json', '--lang', 'en'], how);
      return (JSON.parse(out) as { findings: readonly Finding[] }).findings;
    },
    async close() {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `error channels C0HELP: what is so → what to do`, of all that is not well. */
export const wrong = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ level }) => level !== 'ok')
    .map(({ level, check, subject, message, mend }) =>
      `${level} ${check} ${subject}: ${message}${mend ? ` → ${mend}` : ''}`.replace(' :', ':'),
    );
