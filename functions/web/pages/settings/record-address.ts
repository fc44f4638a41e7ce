/** By the collection a record is in: its page. Who may not see the record is told so there. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  incidents: (id) => `/incidents/${id}`,
  postmortems: (id) => `/postmortems/${id}`,
  'action-items': (id) => `/actions/${id}`,
  escalations: (id) => `/calls/${id}`,
  runs: (id) => `/runs/${id}`,
  runbooks: (id) => `/runbooks/${id}`,
  'api-tokens': () => '/settings/tokens',
  erasures: (id) => `/settings/erasure/${id}`,
  retention: () => '/settings/retention',
  webhooks: (id) => `/settings/webhooks/${id}`,
  'dead-letters': () => '/dead-letters',
  'admin-tokens': () => '/settings/slack',
};

/** Where people read what a path of the store names; null where there is no page of it. */
export function addressOfRecord(path: string): string | null {
  const [collection = '', id = ''] = path.split('/');
  return PAGES[collection]?.(encodeURIComponent(id)) ?? null;
}
