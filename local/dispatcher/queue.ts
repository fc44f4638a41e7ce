import type { DatabaseSync } from 'node:sqlite';
import { exclusively } from '../../shared/adapters/sqlite/database.ts';
import type { Topic } from '../../shared/ports/bus.ts';

/** One message on its way to one subscription. Instants are epoch ms on the business clock. */
export interface Delivery {
  readonly id: number;
  readonly topic: Topic;
  readonly messageId: string;
  /** Base64 of JSON, as it travels. */
  readonly data: string;
  readonly publishedAt: number;
  /** Deliveries begun, this one included once it is leased. */
  readonly attempts: number;
}

export interface DeadLetter extends Omit<Delivery, 'id'> {
  readonly deadAt: number;
  readonly attributes: Readonly<Record<string, string>>;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS bus_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, message_id TEXT NOT NULL, data TEXT NOT NULL,
    published_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    leased INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS bus_deliveries_by_due ON bus_deliveries (due_at, id);
  CREATE TABLE IF NOT EXISTS bus_dead (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL, message_id TEXT NOT NULL, data TEXT NOT NULL,
    published_at INTEGER NOT NULL, attempts INTEGER NOT NULL, dead_at INTEGER NOT NULL, attributes TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS bus_message_ids (value INTEGER NOT NULL);
  INSERT INTO bus_message_ids (value) SELECT 10000000000 WHERE NOT EXISTS (SELECT 1 FROM bus_message_ids);
`;

/** The durable part of the dispatcher: a row for each delivery that is not acknowledged yet. */
export class Queue {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepare>;

  /**
   * `backoff`: ms after which what was under way when the last process ended is delivered again, as after a
   * connection that broke. A clock that has gone back since makes "published later" due now.
   */
  constructor(db: DatabaseSync, now: number, backoff: (topic: Topic) => number) {
    this.#db = db;
    exclusively(db, () => db.exec(TABLES));
    this.#sql = prepare(db);
    exclusively(db, () => {
      db.prepare(
        'UPDATE bus_deliveries SET due_at = :now, published_at = :now WHERE published_at > :now',
      ).run({ now });
      for (const row of db.prepare('SELECT id, topic FROM bus_deliveries WHERE leased = 1').all()) {
        this.release(Number(row.id), now + backoff(row.topic as Topic));
      }
    });
  }

  /** One message, to be delivered at each of these instants: more than one makes duplicates. Returns its id. */
  add(topic: Topic, data: string, publishedAt: number, dueAt: readonly number[]): string {
    return exclusively(this.#db, () => {
      const messageId = String(this.#sql.nextMessageId.get()?.value);
      for (const due of dueAt) this.#sql.add.run(topic, messageId, data, publishedAt, due);
      return messageId;
    });
  }

  /** What is due at `now` and not in `except`, first come first, at most `limit`. */
  due(now: number, except: readonly number[], limit: number): readonly Delivery[] {
    return this.#sql.due.all(now, JSON.stringify(except), limit).map(deliveryOf);
  }

  nextDue(except: readonly number[]): number | null {
    const due = this.#sql.nextDue.get(JSON.stringify(except))?.due_at;
    return due === undefined ? null : Number(due);
  }

  /** Begins a delivery: if nobody settles it, it is due again at `until`. Returns it with its attempt counted. */
  lease(delivery: Delivery, until: number): Delivery {
    this.#sql.lease.run(until, delivery.id);
    return { ...delivery, attempts: delivery.attempts + 1 };
  }

  release(id: number, dueAt: number): void {
    this.#sql.release.run(dueAt, id);
  }

  remove(id: number): void {
    this.#sql.remove.run(id);
  }

  bury(
    { id, topic, messageId, data, publishedAt, attempts }: Delivery,
    deadAt: number,
    attributes: object,
  ): void {
    exclusively(this.#db, () => {
      this.#sql.bury.run(
        id,
        topic,
        messageId,
        data,
        publishedAt,
        attempts,
        deadAt,
        JSON.stringify(attributes),
      );
      this.#sql.remove.run(id);
    });
  }

  dead(topic: Topic): readonly DeadLetter[] {
    return this.#sql.dead.all(topic).map((row) => {
      const { id: _id, ...delivery } = deliveryOf(row);
      return { ...delivery, deadAt: Number(row.dead_at), attributes: JSON.parse(String(row.attributes)) };
    });
  }

  counts(): { waiting: number; dead: number } {
    const row = this.#sql.counts.get();
    return { waiting: Number(row?.waiting), dead: Number(row?.dead) };
  }
}

const COLUMNS = 'id, topic, message_id, data, published_at, attempts';
const NOT_AMONG = 'id NOT IN (SELECT value FROM json_each(?))';

function prepare(db: DatabaseSync) {
  const sql = (text: string) => db.prepare(text);
  return {
    nextMessageId: sql('UPDATE bus_message_ids SET value = value + 1 RETURNING value'),
    add: sql(
      'INSERT INTO bus_deliveries (topic, message_id, data, published_at, due_at) VALUES (?, ?, ?, ?, ?)',
    ),
    due: sql(
      `SELECT ${COLUMNS} FROM bus_deliveries WHERE due_at <= ? AND ${NOT_AMONG} ORDER BY due_at, id LIMIT ?`,
    ),
    nextDue: sql(`SELECT due_at FROM bus_deliveries WHERE ${NOT_AMONG} ORDER BY due_at, id LIMIT 1`),
    lease: sql('UPDATE bus_deliveries SET due_at = ?, attempts = attempts + 1, leased = 1 WHERE id = ?'),
    release: sql('UPDATE bus_deliveries SET due_at = ?, leased = 0 WHERE id = ?'),
    remove: sql('DELETE FROM bus_deliveries WHERE id = ?'),
    bury: sql(`INSERT INTO bus_dead (${COLUMNS}, dead_at, attributes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    dead: sql(`SELECT ${COLUMNS}, dead_at, attributes FROM bus_dead WHERE topic = ? ORDER BY id`),
    counts: sql(
      `SELECT (SELECT count(*) FROM bus_deliveries) AS waiting, (SELECT count(*) FROM bus_dead) AS dead`,
    ),
  };
}

function deliveryOf(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row.id),
    topic: row.topic as Topic,
    messageId: String(row.message_id),
    data: String(row.data),
    publishedAt: Number(row.published_at),
    attempts: Number(row.attempts),
  };
}
