/** What something uses of Google Cloud. Deleted documents count as written. */
export interface Used {
  readonly reads: number;
  readonly writes: number;
  /** Published to Pub/Sub; each is pushed once. */
  readonly messages: number;
  /** Requests to the three services. */
  readonly edge: number;
  readonly worker: number;
  readonly web: number;
}

/** What docs/cost.md reckons with. A story measures it and fails when a number there has become too small or far too large. */
export interface Units {
  /** From the mention to "done", answered by the first person. */
  readonly call: Used;
  /** From the mention to "resolved": the call, then by its button the incident with room, card, announcement, invitations and the draft of the postmortem. */
  readonly incident: Used;
  /** An hour in which nothing happens: the ticks, one rota's sheet read each minute, the jobs. */
  readonly hour: Used;
  /** One look at an incident's page, or one of its polls: the dearest page. */
  readonly look: Used;
}

/** Rounded up a little from what the story measured. */
export const UNITS: Units = {
  call: { reads: 140, writes: 70, messages: 9, edge: 14, worker: 9, web: 0 },
  incident: { reads: 820, writes: 210, messages: 24, edge: 32, worker: 32, web: 0 },
  hour: { reads: 400, writes: 15, messages: 0, edge: 0, worker: 120, web: 0 },
  look: { reads: 40, writes: 0, messages: 0, edge: 0, worker: 0, web: 1 },
};

/** US$, list prices of us-central1 and Tier 1, without any free tier. Written down 2026-11-26; https://cloud.google.com/pricing */
export const PRICES = {
  /** For 100,000 documents: https://cloud.google.com/firestore/pricing */
  reads: 0.03,
  writes: 0.09,
  /** For a TiB: https://cloud.google.com/pubsub/pricing. A message is billed as 1 kB at least, in and out. */
  pubsubTebibyte: 40,
  messageBytes: 2_000,
  /** https://cloud.google.com/run/pricing, while a request is served. */
  millionRequests: 0.4,
  vcpuSecond: 0.000024,
  gibSecond: 0.0000025,
  /** For each job and month: https://cloud.google.com/scheduler/pricing */
  job: 0.1,
  /** For each active version and month: https://cloud.google.com/secret-manager/pricing */
  secret: 0.06,
  /** For each version of a software key and month: https://cloud.google.com/kms/pricing */
  key: 0.06,
  /** For a GB and month: https://cloud.google.com/artifact-registry/pricing */
  imageGigabyte: 0.1,
  /** For each condition of an alert and month: https://cloud.google.com/products/observability/pricing */
  condition: 0.1,
} as const;

/** How long a request holds its instance (1 vCPU, 512 MiB), in seconds: a worker waits for Slack. Alone in it, which is the dearest case. */
export const SECONDS = { edge: 0.1, worker: 0.8, tick: 0.2, web: 0.2 } as const;
const MEMORY_GIB = 0.5;
const HOURS = 730;
const TICKS_AN_HOUR = 180;

/** What stands there whether or not it is used. */
export const FIXED = { jobs: 3, secrets: 5, keys: 1, imageGigabytes: 1, conditions: 12 } as const;

/** How people use it. */
export const HABITS = { callsForAnIncident: 20, looksForACall: 20 } as const;

export interface Month {
  readonly calls: number;
  readonly incidents: number;
  readonly used: Used;
  readonly vcpuSeconds: number;
  /** US$. */
  readonly firestore: number;
  readonly run: number;
  readonly pubsub: number;
  readonly fixed: number;
  readonly total: number;
}

export const KINDS = ['reads', 'writes', 'messages', 'edge', 'worker', 'web'] as const;

/** A month with so many calls, at list price. Pure. */
export function monthOf(units: Units, calls: number): Month {
  const incidents = Math.ceil(calls / HABITS.callsForAnIncident);
  const times: readonly (readonly [Used, number])[] = [
    [units.hour, HOURS],
    [units.call, calls],
    [units.incident, incidents],
    [units.look, calls * HABITS.looksForACall],
  ];
  const sum = (kind: keyof Used) => times.reduce((all, [used, count]) => all + used[kind] * count, 0);
  const used = Object.fromEntries(KINDS.map((kind) => [kind, sum(kind)])) as unknown as Used;
  // The schedule also touches the edge, which the laptop has no tick for.
  const ticks = TICKS_AN_HOUR * HOURS;
  const pushes = used.worker - units.hour.worker * HOURS;
  const vcpuSeconds =
    ticks * SECONDS.tick + pushes * SECONDS.worker + used.edge * SECONDS.edge + used.web * SECONDS.web;
  const requests = ticks + pushes + used.edge + used.web;
  const firestore = (used.reads * PRICES.reads + used.writes * PRICES.writes) / 100_000;
  const run =
    (requests * PRICES.millionRequests) / 1_000_000 +
    vcpuSeconds * (PRICES.vcpuSecond + MEMORY_GIB * PRICES.gibSecond);
  const pubsub = (used.messages * PRICES.messageBytes * PRICES.pubsubTebibyte) / 2 ** 40;
  const fixed =
    FIXED.jobs * PRICES.job +
    FIXED.secrets * PRICES.secret +
    FIXED.keys * PRICES.key +
    FIXED.imageGigabytes * PRICES.imageGigabyte +
    FIXED.conditions * PRICES.condition;
  return {
    calls,
    incidents,
    used,
    vcpuSeconds,
    firestore,
    run,
    pubsub,
    fixed,
    total: firestore + run + pubsub + fixed,
  };
}
