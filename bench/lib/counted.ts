import type { Bus } from '../../shared/ports/bus.ts';
import type { Page, Query, Store, Transaction } from '../../shared/store/port.ts';

export interface Counts {
  /** As Firestore bills them: one for each document read, one for a query that finds none. */
  reads: number;
  /** How often the store was asked for them: a query is one. */
  requests: number;
  writes: number;
  /** Published to Pub/Sub. */
  messages: number;
  slackCalls: number;
}

/** A store that counts what Firestore would bill. */
export function countedStore(store: Store, counts: Pick<Counts, 'reads' | 'requests' | 'writes'>): Store {
  const written = <A extends unknown[], R>(write: (...args: A) => R) => {
    return (...args: A): R => {
      counts.writes += 1;
      return write(...args);
    };
  };
  function get<T>(from: Pick<Store, 'get'>, path: string) {
    counts.reads += 1;
    counts.requests += 1;
    return from.get<T>(path);
  }
  const within = (tx: Transaction): Transaction => ({
    get: (path) => get(tx, path),
    create: written((path, data) => tx.create(path, data)),
    put: written((path, data) => tx.put(path, data)),
    delete: written((path) => tx.delete(path)),
  });
  return {
    get: (path) => get(store, path),
    put: written((path, data, expect) => store.put(path, data, expect)),
    async page<T>(query: Query): Promise<Page<T>> {
      counts.requests += 1;
      const page = await store.page<T>(query);
      // One more is read to know whether there is a next page.
      counts.reads += Math.max(1, page.docs.length + (page.cursor === null ? 0 : 1));
      return page;
    },
    transaction: (body) => store.transaction((tx) => body(within(tx))),
    close: () => store.close(),
  };
}

/** For `wrap` of the system: the store and the bus count what they are asked. */
export function counting<T extends object>(port: string, part: T, counts: Counts): T {
  if (port === 'store') return countedStore(part as unknown as Store, counts) as unknown as T;
  if (port !== 'bus' && port !== 'edge') return part;
  const publish: Bus['publish'] = (topic, message) => {
    counts.messages += 1;
    return (part as unknown as Bus).publish(topic, message);
  };
  return { publish } as unknown as T;
}

/** For `wrap` of the system: hears of each answer of Slack. */
export function watching<T extends object>(
  port: string,
  part: T,
  counts: Counts,
  answered: (method: string, args: readonly unknown[]) => void,
): T {
  if (!['slack', 'rooms', 'admin'].includes(port)) return part;
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        counts.slackCalls += 1;
        const answer: unknown = await value.apply(target, args);
        answered(String(name), args);
        return answer;
      };
    },
  });
}
