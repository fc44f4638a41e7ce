import { orAbort } from '../../platform/or-abort.ts';
import type { SlackUser } from '../../ports/slack.ts';
import { readMembers } from '../members.ts';
import type { Rota } from '../model.ts';
import { drawPicture } from '../picture.ts';
import type { RotaConfig } from '../schemas.ts';
import { type Copy, fingerprintOf } from './copy.ts';
import { createCoverage } from './coverage.ts';
import { covered, type SheetSeen } from './covered.ts';
import type { People } from './directory.ts';
import { HOLD_MS, holdBack, noteGood } from './hold.ts';
import { judge } from './judge.ts';
import { createKeeper } from './keeper.ts';
import type { Current, ReaderParts, SourceTrouble } from './model.ts';
import type { Parser } from './parser.ts';
import type { Reading, Source } from './source.ts';

/** All that a call may wait for: the sheet, then the people it names. */
const BUDGET_MS = 2_000;
const HOUR_MS = 3_600_000;

export interface ViewParts extends Pick<ReaderParts, 'sheets' | 'store' | 'clock' | 'log'> {
  readonly config: RotaConfig;
  readonly zone: string;
  readonly source: Source;
  readonly people: People;
  readonly parser: Parser;
}

/** One rota: what the sheet says now, and the last good copy for when it says nothing. */
export interface RotaView {
  look(): Promise<Current>;
  settled(): Promise<void>;
}

/** A reading turned into a rota; `degraded` when Slack could not name everybody. */
interface Understood {
  readonly reading: Reading;
  readonly rota: Rota;
  readonly users: readonly SlackUser[];
  readonly trouble: SourceTrouble | null;
  readonly degraded: boolean;
}

export function createRotaView(parts: ViewParts): RotaView {
  const { config, zone, clock, source, people, parser } = parts;
  const fingerprint = fingerprintOf(config, zone);
  const keeper = createKeeper(parts.store, config.id, fingerprint, parts.log);
  const coverage = createCoverage(parts.store, config.id, parts.log);
  let copy: Copy | null = null;
  let latest: Understood | null = null;
  let account: string | null = null;

  async function understand(reading: Reading, signal: AbortSignal): Promise<Understood> {
    if (latest?.reading === reading && !latest.degraded) return latest;
    const { spreadsheet } = reading;
    const keys = { ...parser.memberKeys(config, spreadsheet), names: namesIn(config, reading) };
    const { directory, everyone } = await people.find(keys, signal);
    const rota = parser.parseRota({ config, zone, spreadsheet, directory, now: clock.now() });
    const trouble = judge(config, rota, spreadsheet, clock.now());
    latest = { reading, rota, users: directory.users, trouble, degraded: !everyone };
    return latest;
  }

  /** A usable reading becomes the copy; one that Slack could not complete is used, but not kept. */
  function fromReading({ reading, rota, users, degraded }: Understood, fresh: boolean): SheetSeen {
    const now = clock.now();
    const { readAt, spreadsheet } = reading;
    if (!degraded) {
      const named = keptUsers(users, rota, config);
      const good = noteGood(copy?.good ?? {}, rota, now, readAt);
      copy = { fingerprint, readAt, rota, good, tabTitles: spreadsheet.tabTitles, people: named };
      if (fresh) keeper.keep(copy);
    }
    const trouble = degraded ? { code: 'slack-unreachable' as const, detail: {} } : null;
    const { rota: usable, held } = holdBack(
      rota,
      copy?.good ?? {},
      now,
      degraded ? config.maxAgeHours * HOUR_MS : HOLD_MS,
    );
    const ageMs = now - readAt;
    // Where Slack is why a name is unknown, nobody has edited anything.
    return {
      rota: usable,
      readAt,
      ageMs,
      source: fresh ? 'fresh' : 'recent',
      trouble,
      accountEmail: null,
      held: degraded ? null : held,
      draw: (cells) => drawPicture(spreadsheet, rota, cells, now),
    };
  }

  async function fromCopy(trouble: SourceTrouble, signal: AbortSignal): Promise<SheetSeen> {
    const accountEmail = trouble.code === 'not-shared' ? await findAccount(signal) : null;
    const nothing = {
      rota: null,
      readAt: null,
      ageMs: null,
      source: 'none',
      accountEmail,
      held: null,
    } as const;
    if (!copy) return { ...nothing, trouble };
    const { rota, readAt, good } = copy;
    const ageMs = clock.now() - readAt;
    if (ageMs > config.maxAgeHours * HOUR_MS) {
      const detail = {
        ...trouble.detail,
        cause: trouble.code,
        ageMs: String(ageMs),
        maxAgeHours: String(config.maxAgeHours),
      };
      return { ...nothing, trouble: { code: 'too-old', detail } };
    }
    const { rota: usable, held } = holdBack(rota, good, clock.now(), HOLD_MS);
    return { rota: usable, readAt, ageMs, source: 'last-good', trouble, accountEmail, held };
  }

  async function findAccount(signal: AbortSignal): Promise<string | null> {
    if (account !== null) return account;
    try {
      account = await orAbort(parts.sheets.accountEmail(), signal);
    } catch (error) {
      parts.log.warn('account-not-known', { error: error instanceof Error ? error.message : 'unknown' });
    }
    return account;
  }

  async function askSheet(): Promise<SheetSeen> {
    const signal = AbortSignal.timeout(BUDGET_MS);
    if (!copy) {
      copy = await keeper.load();
      if (copy) people.remember(copy.people, copy.readAt);
    }
    const outcome = await source.read(copy?.tabTitles ?? [], signal);
    if (!outcome.reading) return fromCopy(outcome.trouble ?? { code: 'unavailable', detail: {} }, signal);
    const understood = await understand(outcome.reading, signal);
    if (understood.trouble) return fromCopy(understood.trouble, signal);
    return fromReading(understood, outcome.fresh);
  }

  return {
    async look() {
      const [seen, covers] = await Promise.all([askSheet(), coverage.look(clock.now())]);
      return covered(seen, covers, config, zone, clock.now());
    },
    settled: () => keeper.settled(),
  };
}

/** Of a whole directory only those on duty are kept; of a members tab everybody it points to. */
function keptUsers(users: readonly SlackUser[], rota: Rota, config: RotaConfig): readonly SlackUser[] {
  return config.members === undefined ? users.filter(({ id }) => id in rota.people) : users;
}

function namesIn(config: RotaConfig, { spreadsheet }: Reading): ReadonlyMap<string, string> {
  const members = readMembers(config, spreadsheet);
  if (members === null || members === 'tab-missing') return new Map();
  return new Map(members.flatMap(({ id, name }) => (id === null ? [] : [[id, name]])));
}
