/** The same in-memory publish for every side: it takes the message and answers in a later turn, as a bus would. */
let taken = 0;
export async function publish(message: unknown): Promise<void> {
  if (message !== undefined) taken += 1;
  await new Promise<void>((resolve) => setImmediate(resolve));
}
export const published = (): number => taken;
export const SECRET = 'bench-secret';
