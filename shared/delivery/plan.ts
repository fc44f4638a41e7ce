import { recordId } from '../platform/ids.ts';
import { type Announcement, beginning, type Pointer } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import { deliveryPath, type EventKind, type Listeners, listenersPath, type Planned, SEND } from './model.ts';

/** What a noun says of a change of one of its records: which news it is, and whether it is for everybody's ears. */
export interface News {
  readonly team: string;
  readonly version: number;
  readonly private: boolean;
  readonly kinds: readonly EventKind[];
}

/** The `announce` of a noun that other systems hear of. `newsOf`: null for what they are never told of. */
export const announceBy =
  <S>(newsOf: (before: S | null, after: S) => News | null) =>
  (record: string, before: S | null, after: S, now: number): Announcement | null => {
    const news = newsOf(before, after);
    if (!news || news.kinds.length === 0) return null;
    return {
      path: listenersPath(news.team),
      tell: (kept) => (kept as Listeners).listeners.flatMap((one) => told(one, news, record, now)),
    };
  };

function told(
  { id: webhook, kinds, private: allowed }: Listeners['listeners'][number],
  { team, version, private: secret, kinds: happened }: News,
  record: string,
  now: number,
): readonly Pointer[] {
  if (secret && !allowed) return [];
  return happened
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => {
      const event = recordId('evt', record, String(version), kind);
      return deliveryOf({ team, webhook, event, kind, subject: record }, now);
    });
}

/** The task that hands a delivery over, begun or run once more. */
export const sendTask = (dueAt: number) =>
  ({ id: SEND, kind: 'delivery.send', lane: 'work', dueAt, step: {}, mode: 'arm' }) as const;

/** A delivery as documents to be written: the record, its first event and the task that sends it. */
export function deliveryOf(of: Omit<Planned, 'id'>, now: number): readonly Pointer[] {
  const id = recordId('whd', of.webhook, of.event);
  return beginning(
    deliveryPath(id),
    { type: 'planned', at: now, ...of, id } as const,
    sendTask(now),
    evolve,
    now,
  );
}

/** Whether any of some fields differs between two states. */
export const differs = <S, K extends keyof S>(before: S, after: S, fields: readonly K[]): boolean =>
  fields.some(
    (field) =>
      before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
