import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../../local/system.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Counts, counting, watching } from './counted.ts';
import { until } from './system.ts';

const COLLEAGUES = Array.from({ length: 7 }, (_, i) => `U0BENCH${i}`);
/** Nine whom the bot may invite, and a guest on duty whom only the administrator may. */
export const MEMBERS = ['U0CS', 'U0SRELEAD', ...COLLEAGUES];
export const GUEST = 'U0ARAI';
/** Its checklist is complete by then: what that costs belongs to the declare. */
const SETTLED_MS = 8_000;

const CONFIG = `
rotas: [{ id: mobility, spreadsheet: mobility, sheet: 当番表, members: メンバー, handover: "10:00", fallback: [U0SRELEAD] }]
routes: [{ channel: C0CSHELP, rota: mobility }]
incident:
  announce: C0INCIDENTS
  services: [{ id: rental, name: Rental, rota: mobility }]
  invite: { people: [U0SRELEAD, ${COLLEAGUES.join(', ')}, ${GUEST}] }
`;

export interface Declared {
  /** Ms from the sent form until Slack has answered the last member's invitation, and the guest's. */
  readonly members: number;
  readonly guest: number;
  readonly cost: Counts;
}

/** The whole system on real time, with a Slack that takes its time for each call. */
export async function openIncidentBench(slackMs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bench-'));
  const counts: Counts = { reads: 0, requests: 0, writes: 0, messages: 0, slackCalls: 0 };
  const invited = new Map<string, number>();
  const answered = (method: string, args: readonly unknown[]) => {
    const user = String(args[1]);
    if (method === 'invite' && !invited.has(user)) invited.set(user, performance.now());
  };
  const system = await startSystem({
    env: readEnv({ TOBAN_DATA: folder }),
    log: silentLog,
    ports: { main: 0, slack: 0, sheets: 0 },
    mode: 'auto',
    config: parseConfig(CONFIG),
    wrap: (port, part) => watching(port, counting(port, part, counts), counts, answered),
  });
  const { slack } = system.world;
  if (!slack) throw new Error('no simulated Slack');
  const { workspace, people } = slack;
  const like = workspace.user('U0ONO');
  if (!like) throw new Error('nobody in the scene');
  for (const id of COLLEAGUES)
    workspace.save('users', { ...like, id, handle: id.toLowerCase(), email: null });
  // Pace is the storm's matter: here only our own time counts.
  workspace.set({ latencyMs: slackMs, rateLimits: 'off' });

  /** By the form of the command, as a person does it. */
  async function declare(title: string): Promise<Declared> {
    await people.command('U0CS', 'C0CSHELP', '/incident', '');
    const open = () => workspace.state.views.filter(({ user }) => user === 'U0CS').at(-1);
    const form = () => JSON.stringify(open() ?? '').includes('incident_declare');
    const view = (await until(form, 10_000)) ? open() : undefined;
    if (!view) throw new Error('no form to declare');
    const before = { ...counts };
    const began = performance.now();
    invited.clear();
    await people.submit('U0CS', view, { title: { value: title }, service: { value: 'rental' } } as never);
    const room = () => workspace.state.channels.find(({ name }) => name.endsWith(title));
    const everybody = [...MEMBERS, GUEST];
    const inside = () => everybody.every((user) => invited.has(user) && room()?.members.includes(user));
    if (!(await until(inside, 60_000))) throw new Error('not everybody came into the room');
    const at = (user: string) => (invited.get(user) ?? Number.NaN) - began;
    const took = { members: Math.max(...MEMBERS.map(at)), guest: at(GUEST) };
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const spent = Object.entries(counts).map(([name, value]) => [name, value - before[name as keyof Counts]]);
    return { ...took, cost: Object.fromEntries(spent) as unknown as Counts };
  }

  return {
    declare,
    async close() {
      await system.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
