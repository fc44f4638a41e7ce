import type { Store } from '../store/port.ts';

/**
 * The store as doctor sees it: what is read is real, and nothing is written, whatever a noun would keep. Without a
 * store all is empty.
 */
export const readOnly = (store: Store | null): Store => ({
  get: async (path) => store?.get(path) ?? null,
  page: async (query) => store?.page(query) ?? { docs: [], cursor: null },
  put: async () => undefined,
  transaction: (body) =>
    body({
      get: async (path) => store?.get(path) ?? null,
      create: () => undefined,
      put: () => undefined,
      delete: () => undefined,
    }),
  close: async () => undefined,
});
