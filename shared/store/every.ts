import type { Doc, Page, Query, Store } from './port.ts';

const AT_ONCE = 200;

/** All documents that a query finds, page after page, in little memory. Errors: as the store's. */
export async function* every<T>(
  store: Pick<Store, 'page'>,
  query: Pick<Query, 'shape' | 'parent'> & Partial<Pick<Query, 'values'>>,
): AsyncGenerator<Doc<T>, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await store.page<T>({ values: {}, ...query, limit: AT_ONCE, cursor });
    yield* page.docs;
    cursor = page.cursor;
  } while (cursor !== null);
}
