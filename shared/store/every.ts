import type { Doc, Page, Query, Store } from './port.ts';

const AT_ONCE = 200;
const AHEAD_AT_ONCE = 500;

type Asked = Pick<Query, 'shape' | 'parent'> & Partial<Pick<Query, 'values'>>;

/** All documents that a query finds, page after page, in little memory. Errors: as the store's. */
export async function* every<T>(
  store: Pick<Store, 'page'>,
  query: Asked,
): AsyncGenerator<Doc<T>, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await store.page<T>({ values: {}, ...query, limit: AT_ONCE, cursor });
    yield* page.docs;
    cursor = page.cursor;
  } while (cursor !== null);
}

/** The same for who wants them all: the next page is on its way while this one is dealt with. */
export async function* everyAhead<T>(
  store: Pick<Store, 'page'>,
  query: Asked,
): AsyncGenerator<Doc<T>, void, undefined> {
  const read = (cursor: string | null): Promise<Page<T>> => {
    const page = store.page<T>({ values: {}, ...query, limit: AHEAD_AT_ONCE, cursor });
    // Whoever awaits it in its turn meets its error; until then it must not count as one that nobody looks at.
    page.catch(() => undefined);
    return page;
  };
  let next: Promise<Page<T>> | null = read(null);
  while (next) {
    const page: Page<T> = await next;
    next = page.cursor === null ? null : read(page.cursor);
    yield* page.docs;
  }
}
