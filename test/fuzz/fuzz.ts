import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';

/** One reader of what strangers send, and what must hold of its answer to anything at all. */
export interface Fuzz<In, Out> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<In>;
  /** Asks the reader. May throw nothing: the errors it is known by are turned into an answer here. */
  readonly read: (input: In) => Out;
  /** Throws where the answer is nonsense. */
  readonly sense: (answer: Out, input: In) => void;
  /** What once broke it, smallest first: tried before anything else, for good. */
  readonly seeds: readonly In[];
  /** Of the cases that others get: a whole document takes long to read. 1 where it is left out. */
  readonly share?: number;
}

/** A fuzz with its types hidden, so that all stand in one list. */
export interface Target {
  readonly name: string;
  readonly share: number;
  readonly check: (bounds: Bounds, watch?: (input: string) => void) => Result;
}

export interface Bounds {
  readonly seed: number;
  readonly cases?: number;
  /** Ends after so long whatever was tried, with shrinking. */
  readonly ms?: number;
}

export interface Result {
  readonly cases: number;
  /** Null where nothing broke; else the smallest input that breaks it, and how. */
  readonly broken: { readonly input: string; readonly why: string } | null;
}

/** CPU time of the process that one reading may take, in ms: far above any honest one, far below Slack's patience. */
const LONGEST_MS = 1_000;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export function target<In, Out>({ name, inputs, read, sense, seeds, share = 1 }: Fuzz<In, Out>): Target {
  const timed = (input: In) => {
    const began = cpuMs();
    const answer = read(input);
    return { answer, ms: cpuMs() - began };
  };
  const holds = (input: In) => {
    const [first, second] = [timed(input), timed(input)];
    if (!isDeepStrictEqual(first.answer, second.answer))
      throw new Error('it answers differently when asked twice');
    // The faster of the two: the other may have had to wait for the collector.
    const ms = Math.min(first.ms, second.ms);
    if (ms > LONGEST_MS) throw new Error(`it takes ${Math.round(ms)} ms`);
    sense(first.answer, input);
  };
  return {
    name,
    share,
    check({ seed, cases = Number.MAX_SAFE_INTEGER, ms }, watch) {
      const property = fc.property(inputs, (input) => {
        watch?.(fc.stringify(input));
        holds(input);
      });
      const details = fc.check(property, {
        seed,
        numRuns: cases,
        examples: seeds.map((input): [In] => [input]),
        ...(ms !== undefined && { interruptAfterTimeLimit: ms }),
      });
      if (!details.failed || details.counterexample === null) return { cases: details.numRuns, broken: null };
      const why =
        details.errorInstance instanceof Error
          ? details.errorInstance.message
          : String(details.errorInstance);
      return { cases: details.numRuns, broken: { input: fc.stringify(details.counterexample[0]), why } };
    },
  };
}

/** What must hold, in words. */
export function must(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(promise);
}
