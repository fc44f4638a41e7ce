/** What becomes of each item, in their order, with at most so many under way or waiting for their turn. */
export async function* ahead<T, R>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const one = work(item);
    // Whoever awaits it in its turn meets its error; until then it must not count as one that nobody looks at.
    one.catch(() => undefined);
    begun.push(one);
    if (begun.length >= most) yield await (begun.shift() as Promise<R>);
  }
  for (const one of begun) yield await one;
}
