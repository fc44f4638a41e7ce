import { numberPath, type Pointer } from '../../shared/incident/index.ts';
import {
  type AppliedHold,
  holdText,
  liftHold,
  setHold,
  standingHolds,
} from '../../shared/legal-hold/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Store } from '../../shared/store/port.ts';
import type { ExitCode, Terminal } from '../command.ts';
import { harmless } from '../harmless.ts';

/** What the verbs of the command work with. */
export interface Scene {
  readonly store: Store;
  readonly clock: Clock;
  /** Null where neither Slack nor an incident says it. */
  readonly team: string | null;
  readonly by: { readonly user: string; readonly name: string };
  readonly json: boolean;
  readonly terminal: Terminal;
}

export async function holds({ store, team, json, terminal }: Scene): Promise<ExitCode> {
  const standing = await standingHolds(store, team);
  if (json) {
    const rows = standing.map(({ record, reason, by, at }) => ({
      record,
      reason,
      by: by.name,
      at: new Date(at).toISOString(),
    }));
    terminal.out(JSON.stringify(rows, null, 2));
    return 0;
  }
  if (standing.length === 0) terminal.out(holdText('en').none);
  for (const { record, reason, by, at } of standing)
    terminal.out(harmless(`${record}  ${new Date(at).toISOString()}  ${by.name}: ${reason}`));
  return 0;
}

export async function hold(scene: Scene, name: string, reason: string): Promise<ExitCode> {
  return told(scene, name, await setHold(scene, await recordOf(scene, name), scene.by, reason), 'set');
}

export async function release(scene: Scene, name: string): Promise<ExitCode> {
  return told(scene, name, await liftHold(scene, await recordOf(scene, name), scene.by), 'lifted');
}

function told(scene: Scene, name: string, { hold, refusal }: AppliedHold, done: 'set' | 'lifted'): ExitCode {
  const text = holdText('en');
  const { terminal, json } = scene;
  if (refusal) {
    terminal.err(harmless(`${name}: ${text.refusal(refusal)}`));
    return 1;
  }
  terminal.out(json ? JSON.stringify(hold, null, 2) : harmless(`${name}: ${text.done[done]}`));
  return 0;
}

/** Whoever has the store sees everything in it, private incidents too. An empty path where there is no such record. */
async function recordOf({ store, team }: Scene, name: string): Promise<{ record: string; team: string }> {
  const record = await pathOf(store, team ?? '', name);
  const found = record === '' ? null : await store.get<{ readonly team: string }>(record);
  return { record, team: found?.data.team ?? '' };
}

async function pathOf(store: Store, team: string, name: string): Promise<string> {
  if (/^esc_[0-9a-f]{32}$/.test(name)) return `escalations/${name}`;
  if (/^inc_[0-9a-f]{32}$/.test(name)) return `incidents/${name}`;
  const number = /^(?:inc-?)?(\d{1,9})$/i.exec(name)?.[1];
  if (number === undefined) return '';
  return (await store.get<Pointer>(numberPath(team, Number(number))))?.data.record ?? '';
}
