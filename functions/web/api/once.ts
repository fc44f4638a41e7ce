import { createHash } from 'node:crypto';
import { beginOnce, endOnce, giveUpOnce, type Once } from '../../../shared/idempotency-key/index.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';
import { randomNonce, recordId } from '../../../shared/platform/ids.ts';
import type { WebParts } from '../parts.ts';
import type { Caller, Operation } from './operation.ts';
import { PROBLEMS, Problem, problemOf } from './problem.ts';
import { apiText } from './text.ts';

export const NO_BODY = '';

/** What is sent back: kept as it is for whoever asks again. */
export interface Answered {
  readonly body: object;
  readonly version?: string | undefined;
  readonly at?: string | undefined;
  /** It was carried out before. */
  readonly again?: boolean;
}

/** What a request says of itself. */
export interface Said {
  readonly key: string | undefined;
  readonly path: string;
  readonly text: string;
}

/** Carries out an operation, and one with an `Idempotency-Key` but once; `cause` is what the verbs know it by. */
export async function answeredOnce(
  { store, clock, log }: Pick<WebParts, 'store' | 'clock' | 'log'>,
  one: Operation,
  caller: Caller,
  said: Said,
  run: (cause: string) => Promise<Answered>,
): Promise<Answered> {
  // A read changes nothing that would have to be known again.
  if (one.method === 'GET') return run('');
  const once = onceOf(one, caller, said);
  if (!once) return run(recordId('once', randomNonce()));
  const begun = await beginOnce<Answered>(store, once, clock.now());
  if (begun.kind === 'answered') return { ...begun.answer, again: true };
  if (begun.kind === 'another') throw new Problem('key-of-another');
  if (begun.kind === 'under-way') throw new Problem('key-in-use', null, { headers: { 'retry-after': '2' } });
  const noting = async (work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      // What was done is done: a key that could not be noted is under way until its lease ends, and then done anew by its cause.
      log.warn('idempotency-key-not-noted', { code: isTobanError(error) ? error.code : 'bug' });
    }
  };
  try {
    const answer = await run(begun.cause);
    await noting(endOnce(store, once, answer));
    return answer;
  } catch (error) {
    await noting(giveUpOnce(store, once, PROBLEMS[problemOf(error).code] < 500));
    throw error;
  }
}

function onceOf({ key: wanted, method }: Operation, { token, locale }: Caller, said: Said): Once | null {
  if (!wanted) return null;
  const text = apiText(locale);
  if (said.key === undefined) {
    if (wanted === 'accepted') return null;
    throw new Problem('bad-request', text.keyNeeded);
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(said.key)) throw new Problem('bad-request', text.keyUnreadable);
  const request = createHash('sha256')
    .update(JSON.stringify([method, said.path, said.text]))
    .digest('hex');
  return { owner: token.id, key: said.key, request };
}
