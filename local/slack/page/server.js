let etag = null;

/**
 * The state and the business time. Unchanged since the last answer: state null. Polling with an ETag, not a stream:
 * browsers allow six connections to one address, and a stream held by each tab would soon block the seventh.
 */
export async function load() {
  const headers = etag === null ? {} : { 'if-none-match': etag };
  const response = await fetch('/state', { headers, cache: 'no-store' });
  const now = Number(response.headers.get('x-business-time'));
  if (response.status === 304) return { state: null, now };
  if (!response.ok) throw new Error(`state ${response.status}`);
  const state = await response.json();
  etag = response.headers.get('etag');
  return { state, now: now || state.now };
}

/** Whom the rota names, for the lists of people: {rota, onDuty}. */
export async function loadScene() {
  const response = await fetch('/scene', { cache: 'no-store' });
  return response.ok ? response.json() : { rota: [], onDuty: [] };
}

/** Acts as a person. The answer; throws with the server's words when it refuses. */
export async function control(command, path = '/control') {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  const answer = await response.json();
  if (!response.ok || typeof answer.error === 'string')
    throw new Error(answer.error ?? String(response.status));
  return answer;
}
