import { parseArgs } from 'node:util';
import {
  beginErasure,
  carryOn,
  confirmErasure,
  erasureOf,
  erasureText,
  finishByHand,
  isNamed,
  isSlackId,
  type KeptErasure,
  type Level,
  lookAgain,
  obstaclesFor,
  type Subject,
} from '../shared/erasure/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { readEnv } from '../shared/platform/config.ts';
import { isPseudonymId } from '../shared/pseudonym/index.ts';
import type { Store } from '../shared/store/port.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { requireConfig } from './configuration.ts';
import { harmless } from './harmless.ts';
import { requireStore } from './store.ts';
import { findWorkspace } from './workspace.ts';

export const erase: Command = {
  name: 'erase',
  summary: 'replaces the name of somebody who has left in every record; history stays',
  usage: `npm run -s toban -- erase "SLACK ID|NAME" [--dry-run]
  Says where the person stands, what must be settled first, and which texts hold a name. Changes nothing.
npm run -s toban -- erase "SLACK ID|NAME" --confirm "SLACK ID|NAME"
  Replaces them by a pseudonym, in batches. Killed in the middle, the same command goes on. It cannot be undone.

  --name SPELLING   another name of theirs; as often as needed
  --text NAME       replace this name within texts, too      } as the look proposes where nothing is said;
  --value NAME      only where it is all that stands there   } as often as needed
  --own NAME        only beside the person's Slack ID        }
  --as PSEUDONYM    the one of an earlier erasure of the same person (UERASED…)
  --team ID         the workspace, where neither Slack nor the store can say
  --json            for programs

Whether the account is closed is asked of Slack where SLACK_BOT_TOKEN is set. The store is the one that the environment
names (docs/erasure.md). Exit code: 0 looked or erased, 1 something must be settled first, or failed, 2 not understood.`,
  async run(args, terminal) {
    const asked = readAsked(args);
    const env = readEnv(terminal.env);
    const config = requireConfig(env);
    const store = await requireStore(env);
    try {
      const { team, users } = await findWorkspace(env, store, asked.team);
      const account = users === null ? undefined : (users.find(({ id }) => id === asked.said) ?? null);
      const by = { user: 'cli', name: terminal.env.USER || terminal.env.USERNAME || 'CLI' };
      const verbs = { store, clock: systemClock, locale: config.workspace.locale };
      const wanted = { said: asked.said, account, spellings: asked.names, as: asked.as };
      const begun = await beginErasure(verbs, wanted, by, { tasks: false });
      if (!begun) throw new UsageError(erasureText('en').asBusy);
      if (begun.phase === 'looked') await lookAgain(verbs, begun.id, by, { tasks: false });
      const looked = await carryThrough(store, begun.id);
      if (looked.erasure.phase === 'erased') return say(looked, [], asked, terminal);
      const { subject } = looked;
      if (!subject) throw new UsageError('It was called off meanwhile. Begin again.');
      const closed = !isSlackId(asked.said) || (users === null ? true : (account?.deactivated ?? true));
      const scene = { store, config, team, now: systemClock.now(), closed };
      const obstacles = (await obstaclesFor(scene, subject)).map(({ kind, what }) => erasureText('en').obstacle[kind](what)); // biome-ignore format: one line reads best
      const confirmed = asked.confirm !== null && obstacles.length === 0;
      if (!confirmed) return say(looked, obstacles, asked, terminal);
      if (!isNamed(subject, asked.confirm ?? '')) throw new UsageError('--confirm says another person.');
      await confirmErasure(verbs, begun.id, asked.levels, by, { tasks: false });
      return say(await carryThrough(store, begun.id), [], asked, terminal);
    } finally {
      await store.close();
    }
  },
};

interface Asked {
  readonly said: string;
  readonly confirm: string | null;
  readonly names: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly as: string | null;
  readonly team: string | null;
  readonly json: boolean;
}

const OPTIONS = {
  confirm: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  name: { type: 'string', multiple: true, default: [] as string[] },
  text: { type: 'string', multiple: true, default: [] as string[] },
  value: { type: 'string', multiple: true, default: [] as string[] },
  own: { type: 'string', multiple: true, default: [] as string[] },
  as: { type: 'string' },
  team: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [said = '', ...more] = positionals.map((one) => one.trim());
  if (said === '' || more.length > 0) throw new UsageError('Say one Slack ID, or one name in quotes.');
  const { confirm = null, name: names, as = null, team = null, json, 'dry-run': dry } = values;
  if (confirm !== null && dry) throw new UsageError('Say --dry-run or --confirm, not both.');
  if (as !== null && !isPseudonymId(as))
    throw new UsageError('--as takes a pseudonym such as UERASED7K2Q9X.');
  const levels = (['text', 'value', 'own'] as const).flatMap((level) =>
    values[level].map((name): [string, Level] => [name, level]),
  );
  return { said, confirm, names, levels: Object.fromEntries(levels), as, team, json };
}

/** Step after step, as the services do it, until there is nothing more to do. */
async function carryThrough(store: Store, id: string): Promise<KeptErasure> {
  const { signal } = new AbortController();
  for (;;) {
    const kept = await erasureOf(store, id);
    if (!kept) throw new UsageError('It is not there any more. Begin again.');
    const { phase } = kept.erasure;
    if (phase !== 'looking' && phase !== 'erasing') return kept;
    const step = await carryOn(store, kept.erasure, systemClock.now(), signal);
    await finishByHand(store, kept.erasure, step, systemClock.now());
  }
}

function say(
  { erasure, subject }: KeptErasure,
  obstacles: readonly string[],
  { json, said }: Asked,
  { out }: Terminal,
): ExitCode {
  const code = obstacles.length === 0 ? 0 : 1;
  const counts = subject && erasure.phase !== 'erased' ? subject.counts : erasure.counts;
  if (json) {
    const { id: pseudonym, name, phase } = erasure;
    const names = erasure.phase === 'erased' ? [] : namesOf(subject);
    const held = phase === 'erased' ? erasure.held : (subject?.held ?? []);
    out(JSON.stringify({ pseudonym, name, phase, counts, names, obstacles, held }));
    return code;
  }
  const text = erasureText('en');
  const sum = Object.values(counts).reduce((all, one) => all + one, 0);
  for (const [kind, count] of Object.entries(counts)) out(`${String(count).padStart(7)}  ${kind}`);
  const held = erasure.phase === 'erased' ? erasure.held : (subject?.held ?? []);
  if (held.length > 0) out(`${text.heldLead(held.length)} ${text.heldAfter}`);
  for (const path of held) out(`         ${path}`);
  if (erasure.phase === 'erased') {
    out(text.done(erasure.name, sum));
    if (!erasure.clean) out(text.stillWritten);
    return erasure.clean ? 0 : 1;
  }
  if (sum === 0) out(text.nowhere);
  for (const { name, level, texts, others, places } of namesOf(subject)) {
    const more = others > 0 ? `, ${text.others}` : '';
    out(harmless(`${name}: ${text.levels[level]}; in ${texts} texts${more}`));
    for (const place of places) out(harmless(`         ${place.text}  (${place.path})`));
  }
  for (const one of obstacles) out(harmless(`✗ ${one}`));
  out(`${text.bounds.title}:`);
  for (const one of text.bounds.all) out(`  ${one}`);
  if (code === 0 && sum > 0) out(harmless(`Nothing was changed. To erase: --confirm "${said}"`));
  return code;
}

const namesOf = (subject: Subject | null) =>
  (subject?.names ?? []).map(({ name, level }) => {
    const { texts = 0, others = 0, places = [] } = subject?.found[name] ?? {};
    return { name, level, texts, others, places };
  });
