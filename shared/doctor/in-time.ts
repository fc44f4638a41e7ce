import { TobanError } from '../platform/errors.ts';

/** The answer, or `unavailable` after so many ms: some clients would go on asking for minutes. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const late = AbortSignal.timeout(ms);
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => {
      late.addEventListener('abort', () => reject(new TobanError('unavailable', 'no answer in time')));
    }),
  ]);
}
