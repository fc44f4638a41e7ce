import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import type { Incident } from '../../../shared/incident/index.ts';
import type { Status } from '../../../shared/incident/model.ts';
import type { PostmortemVerbs } from '../../../shared/postmortem/context.ts';
import type { ActionItem } from '../../../shared/postmortem/parts.ts';
import { type AiConfig, PostmortemConfig } from '../../../shared/postmortem/schemas.ts';
import type { Store } from '../../../shared/store/port.ts';
import { cause, declared, MINUTE, ONO, settings, T0 } from '../incident/builders.ts';

export const MORI = { user: 'UMORI', name: '森' };
export const SATO = { user: 'USATO', name: '佐藤' };
const ACCOUNTS: Readonly<Record<string, { name: string; deactivated?: boolean }>> = {
  UMORI: { name: '森' },
  USATO: { name: '佐藤' },
  UONO: { name: 'ONO' },
  UGONE: { name: '高橋', deactivated: true },
};

/** A store of its own, a clock that is set by hand, and the verbs on top. */
export class PostmortemDesk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'toban-postmortem-'));
  readonly store: Store = openSqliteStore({ file: join(this.#folder, 'store.sqlite') });
  now = T0 + 60 * MINUTE;
  actionItems: ActionItem[] = [];
  ai: AiConfig | null = null;
  config = PostmortemConfig.parse({});
  #incidents = 0;

  get verbs(): PostmortemVerbs {
    const find = async (user: string) => {
      const account = ACCOUNTS[user];
      return account && { id: user, bot: false, deactivated: false, locale: 'ja-JP', ...account };
    };
    return {
      incidents: {
        calls: { store: this.store, clock: { now: () => this.now }, people: { find } as never },
        settings,
      },
      config: this.config,
      ai: this.ai,
      locale: 'ja',
      zone: 'Asia/Tokyo',
      baseUrl: 'https://toban.example',
      actionItems: async () => this.actionItems,
    };
  }

  /** A resolved incident of its own number, kept in the store. */
  async incident(more: Partial<Incident> = {}): Promise<Incident> {
    this.#incidents += 1;
    const scenario = declared();
    for (const to of ['investigating', 'fixing', 'resolved'] as Status[])
      scenario.give({ type: 'set-status', to, reason: null, by: ONO, cause: cause() }, T0 + 20 * MINUTE);
    const id = `inc_${this.#incidents.toString(16).padStart(32, '0')}`;
    const state = { ...(scenario.state as Incident), id, number: this.#incidents, severity: 'SEV2', ...more };
    await this.store.put(`incidents/${id}`, state);
    return state as Incident;
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
