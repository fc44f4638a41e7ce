import { seeded } from '../../../local/dispatcher/chaos.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { openUpload } from '../../../shared/adapters/zip/index.ts';
import type { Topic } from '../../../shared/ports/bus.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Rooms } from '../../../shared/ports/rooms.ts';
import type { SecretCipher } from '../../../shared/ports/secrets.ts';
import type { Tokens } from '../../../shared/ports/tokens.ts';
import type { UserGroups } from '../../../shared/ports/user-groups.ts';
import { adminScopes, sign } from '../../../shared/slack/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { dueTasks } from '../../../shared/store/shapes.ts';
import type { Lane, Task } from '../../../shared/tasks/index.ts';
import type { WorkspaceConfig } from '../../../shared/workspace/index.ts';
import { BugLog } from './bug-log.ts';
import { SimBus } from './bus.ts';
import { type Fault, Faults } from './faults.ts';
import { Life } from './life.ts';
import { type Program, request, SECRET, startProgram } from './program.ts';
import type { SimRooms } from './rooms.ts';
import { configOf, DUTY, members, NAMES, START } from './scene.ts';
import { SimSheets } from './sheets.ts';
import { APP, SimSlack } from './slack.ts';
import { mentionTooLate } from './too-late.ts';
import { Turns } from './turns.ts';

export const ADMIN = 'U0ADMIN';

/** Of the administrator's token nothing but good is heard in this world. */
const goodToken: Tokens = {
  test: async () => ({ user: ADMIN, team: 'T0', scopes: adminScopes }),
  clock: async () => null,
  ownTeam: async () => 'T0',
  revoke: async () => undefined,
};
const TICK_MS = 60_000;
/** Slack's waits before its three retries. */
const RETRY_MS = [0, 60_000, 300_000];
/** What falls into this much time may run side by side. */
const TOGETHER_MS = 1_500;

interface Item {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** A stretch of time in which something was wrong, on Toban's clock. */
export interface Trouble {
  readonly from: number;
  readonly to: number;
}

/** Everything around the real verbs: time, Slack, the sheet, the bus, a store in memory, and lives that end. */
export class World {
  readonly random: () => number;
  readonly slack: SimSlack;
  readonly sheets: SimSheets;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly bus: SimBus;
  readonly faults: Faults;
  readonly troubles: Trouble[] = [];
  readonly bugs: unknown[] = [];
  readonly log = new BugLog();
  /** Timestamps of messages whose event was answered with 2xx: from then on they are Toban's. */
  readonly accepted = new Set<string>();
  /** Mentions that should not have been posted any more. */
  readonly tooLate: string[] = [];
  readonly #config: ReturnType<typeof configOf>;
  readonly #turns: Turns;
  #items: Item[] = [];
  #life: Life;
  #program: Program;
  /** True time; Toban's clock may be off by `skew`. */
  time = START;
  skew = 0;

  /** Where incidents are declared, the rooms there are; null where none is. */
  readonly rooms: SimRooms | null;

  constructor(
    seed: number,
    more: { config?: WorkspaceConfig; rooms?: (time: () => number) => SimRooms } = {},
  ) {
    this.#config = more.config ?? configOf(seed);
    this.rooms = more.rooms?.(() => this.time) ?? null;
    this.random = seeded(seed);
    this.#turns = new Turns(this.random);
    const later = (ms: number, run: () => Promise<unknown>) =>
      this.later(ms, async () => {
        await run();
      });
    this.faults = new Faults({ random: this.random, time: () => this.time, later });
    this.slack = new SimSlack(() => this.time, NAMES);
    this.sheets = new SimSheets(START, members, NAMES.get(DUTY[0]) ?? '', NAMES.get(DUTY[1]) ?? '');
    const push = (topic: Topic, body: Buffer) =>
      this.#answer((program) => request(program.lanes[topic], '/', body));
    this.bus = new SimBus({ random: this.random, later: (ms, run) => this.later(ms, run), push });
    this.#life = new Life(this.#turns, this.faults);
    this.#program = this.#start();
    this.slack.onPost = async (key) => {
      if (await mentionTooLate(this.store, key)) this.tooLate.push(key);
    };
    this.later(TICK_MS, () => this.#tick());
  }

  /** Nothing is on its way but the next tick. */
  get quiet(): boolean {
    return this.#items.length <= 1;
  }

  get now(): number {
    return this.time + this.skew;
  }

  get life(): Life {
    return this.#life;
  }

  later(ms: number, run: () => Promise<void>): void {
    this.#items.push({ at: this.time + Math.max(0, Math.round(ms)), run });
  }

  /** A fault of a while, beginning now. */
  fail(fault: Omit<Fault, 'until'>, forMs: number): void {
    this.faults.add({ ...fault, until: this.time + forMs });
    this.trouble(forMs + fault.delay);
  }

  trouble(forMs: number): void {
    this.troubles.push({ from: this.now, to: this.now + forMs });
  }

  jump(ms: number): void {
    const before = this.now;
    this.skew += ms;
    // What is wrong goes on for as long in true time: by Toban's clock it ends as much later.
    const goingOn = this.troubles
      .filter(({ to }) => to > before)
      .map(({ to }) => ({ from: this.now, to: to + ms }));
    this.troubles.push({ from: Math.min(before, this.now), to: Math.max(before, this.now) }, ...goingOn);
  }

  /** Ends the program `steps` boundaries from now. */
  killIn(steps: number): void {
    this.#life.killAt = this.#life.passed.length + steps;
  }

  /** A signed event, delivered like Slack does: again until a 2xx, three times at most. */
  async deliverEvent(ts: string, body: string, retry = 0): Promise<void> {
    const status = await this.post('/slack/events', body);
    const wait = RETRY_MS[retry];
    if (status >= 200 && status <= 299) this.accepted.add(ts);
    else if (wait !== undefined) this.later(wait, () => this.deliverEvent(ts, body, retry + 1));
  }

  post(url: string, body: string): Promise<number> {
    const timestamp = String(Math.floor(this.time / 1_000));
    const headers = {
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, SECRET),
    };
    return this.#answer((program) => request(program.ingress, url, Buffer.from(body), headers));
  }

  /** Lets time pass, doing all that falls due on the way. */
  async pass(ms: number): Promise<void> {
    const target = this.time + ms;
    for (;;) {
      const at = Math.min(...this.#items.map((item) => item.at));
      if (at > target) break;
      this.time = Math.max(this.time, at);
      const until = this.time + this.random() * TOGETHER_MS;
      const due = this.#items.filter((item) => item.at <= until);
      this.#items = this.#items.filter((item) => item.at > until);
      const noted = async (item: Item) => item.run().catch((error) => void this.bugs.push(error));
      await this.#turns.run(due.map(noted));
    }
    this.time = Math.max(this.time, target);
  }

  /** Epoch ms on Toban's clock of the earliest task that has not ended; null when all have. */
  async nextDue(lane: Lane): Promise<number | null> {
    const values = { lane, dueAt: Number.MAX_SAFE_INTEGER };
    const { docs } = await this.store.page<Task>({ shape: dueTasks, values, limit: 1 });
    return docs[0]?.data.dueAt ?? null;
  }

  async #tick(): Promise<void> {
    this.later(TICK_MS, () => this.#tick());
    for (const lane of ['calls', 'work'] as const) {
      const due = await this.nextDue(lane);
      if (due === null || due > this.now) continue;
      await this.#answer((program) => request(program.lanes[lane], '/tick', Buffer.alloc(0)));
    }
  }

  /** A request to the program, which is started anew where it has died. 0 when it dies before it answers. */
  async #answer(ask: (program: Program) => Promise<number>): Promise<number> {
    if (this.#life.dead) {
      this.#life = new Life(this.#turns, this.faults);
      this.#program = this.#start();
    }
    const life = this.#life;
    const status = await ask(this.#program);
    if (life.dead) this.trouble(0);
    return life.dead ? 0 : status;
  }

  #start(): Program {
    const life = this.#life;
    return startProgram({
      store: life.wrapStore(this.store),
      slack: life.wrap('slack', this.slack.port()),
      rooms: life.wrap('rooms', this.rooms?.port(APP, false) ?? ({} as Rooms)),
      // No digest is configured here.
      files: { upload: async () => 'F0' },
      // No folder of documents is configured.
      documents: {} as Documents,
      // No language model is configured.
      writer: { write: async () => ({ sentences: [], unknown: [] }), reach: async () => undefined },
      renderer: { png: async () => new Uint8Array() },
      userGroups: {} as UserGroups,
      tokens: goodToken,
      cipher: {} as SecretCipher,
      environmentToken: this.rooms && 'an administrator',
      adminHands: () => ({
        rooms: life.wrap('admin', this.rooms?.port(ADMIN, true) ?? ({} as Rooms)),
        userGroups: {} as UserGroups,
      }),
      baseUrl: null,
      sheets: life.wrap('sheets', this.sheets.port()),
      openArchive: openUpload,
      webhooks: {
        send: async () => undefined,
        deliver: async () => ({ status: 204, ms: 0, excerpt: '', retryAfterMs: null }),
      },
      bus: life.wrap('bus', this.bus.port()),
      edge: life.wrap('edge', this.bus.port()),
      clock: { now: () => this.now },
      realNow: () => this.time,
      log: this.log,
      config: this.#config,
      sleep: async (ms) => {
        this.time += ms;
      },
    });
  }
}
