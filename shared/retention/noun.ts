import { auditDocument } from '../audit/index.ts';
import { localeOf } from '../language/index.ts';
import { section } from '../slack/index.ts';
import { commit, type Job, type Noun, postOnce, type TaskKind } from '../tasks/index.ts';
import type { RetentionContext } from './context.ts';
import { decide, type RemoveStep, removeTask } from './decide.ts';
import { evolve } from './evolve.ts';
import { RETENTION_PATH, type Retention, type RetentionEvent } from './model.ts';
import { carryOn, type Night } from './night.ts';
import type { Kind } from './schemas.ts';
import { retentionText } from './text.ts';

type KindOf<Step, Result = unknown> = TaskKind<Retention, RetentionEvent, Step, Result>;

/** At night, when nobody waits: what the configuration says is looked at, and what follows from it is tasks. */
export const retentionJob = (ctx: RetentionContext): Job => ({
  name: 'retention',
  lane: 'work',
  schedule: { at: '04:20', zone: ctx.zone },
  async run({ period }) {
    const { store, clock, config: rules, owners } = ctx;
    await store.transaction(async (tx) => {
      const state = (await tx.get<Retention>(RETENTION_PATH))?.data ?? null;
      const now = clock.now();
      const decision = decide({ type: 'look', rules, owners, period }, state, now);
      await commit(tx, RETENTION_PATH, state, decision, evolve, now);
    });
  },
});

/** A word before the first deletion by a rule; the deletion itself, which goes on by arming itself. */
export const retentionNoun = (ctx: RetentionContext): Noun<Retention, RetentionEvent> => ({
  name: 'retention',
  evolve,
  kinds: { tell: tell(ctx), remove: remove(ctx) },
});

interface TellStep {
  readonly to: string;
  readonly rules: Readonly<Partial<Record<Kind, number>>>;
}

const tell = (ctx: RetentionContext): KindOf<TellStep> => ({
  persistent: true,
  guard: ({ waiting }, { step: { rules } }) =>
    Object.entries(rules).some(([kind, ms]) => waiting[kind as Kind]?.ms === ms),
  async perform(_state, { id, step: { to, rules } }, attempt) {
    const { slack, baseUrl } = ctx;
    const person = /^[UW]/.test(to);
    const locale = person ? localeOf((await slack.user(to, attempt.signal))?.locale, ctx.locale) : ctx.locale;
    const text = retentionText(locale).announced(rules, baseUrl && `${baseUrl}/settings/retention`);
    const channel = person ? await slack.openDm(to, attempt.signal) : to;
    return postOnce(
      slack,
      { channel, text, blocks: [section(text)], key: `${RETENTION_PATH}/${id}` },
      attempt,
    );
  },
  done: (_state, { step: { rules } }, _result, now) => ({
    events: [{ type: 'told', at: now, rules }],
    tasks: [],
  }),
});

const remove = (ctx: RetentionContext): KindOf<RemoveStep, Night> => ({
  persistent: true,
  guard: () => true,
  perform: (state, { step }, { signal }) => carryOn(ctx, state, step, signal),
  done(_state, { step: { period } }, { next, counts }, now) {
    if (next) return { events: [], tasks: [removeTask({ period, at: next }, now)] };
    const all = Object.entries(counts ?? {});
    if (!counts || all.length === 0) return { events: [], tasks: [] };
    const target = all.map(([kind, count]) => `${kind} ${count}`).join(', ');
    const by = { by: 'toban', name: 'Toban' };
    const deed = { at: period, ...by, action: 'retention.ran', record: RETENTION_PATH, target };
    return { events: [{ type: 'ran', at: now, period, counts }], tasks: [], pointers: [auditDocument(deed)] };
  },
});
