/** A refusal of the server, with its code and details. */
export class Refused extends Error {
  constructor(body) {
    super(body.message ?? '');
    this.code = body.error ?? 'unknown';
    this.detail = body;
  }
}

let etag = null;
let shown = null;

/** The document, or null when it has not changed since the last answer. */
export async function load(id) {
  const headers = etag !== null && shown === id ? { 'if-none-match': etag } : {};
  const response = await fetch(`/documents/${encodeURIComponent(id)}`, { headers, cache: 'no-store' });
  if (response.status === 304) return null;
  const body = await response.json();
  if (!response.ok) throw new Refused(body);
  etag = response.headers.get('etag');
  shown = id;
  return body;
}

export async function list() {
  const response = await fetch('/documents', { cache: 'no-store' });
  return (await response.json()).documents;
}

async function post(id, verb, body, type = 'application/json') {
  const response = await fetch(`/documents/${encodeURIComponent(id)}/${verb}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer);
}

export const edit = (id, edits) => post(id, 'edits', JSON.stringify({ edits }));
export const renameTab = (id, from, to) => post(id, 'rename-tab', JSON.stringify({ from, to }));
export const setFault = (id, kind) => post(id, 'fault', JSON.stringify({ kind }));
export const importCsv = (id, tab, file) =>
  post(id, `import?tab=${encodeURIComponent(tab)}`, file, 'text/csv');
