/** What came of asking Slack. `unknown`: no answer in time; it may have happened. */
export type Outcome = 'done' | 'refused' | 'unknown';

/** The two things the edge itself asks of Slack, because nobody else can in time. Never rejects. */
export interface EdgeSlack {
  /** A modal for a trigger, which lives 3 s; `push` puts it on top of the one that is open. */
  open(trigger: string, view: object, push: boolean): Promise<Outcome>;
  /** Shows another view in the modal with this external id. */
  update(externalId: string, view: object): Promise<Outcome>;
}

export interface EdgeSlackOptions {
  /** With the slash at its end. */
  readonly apiUrl: string;
  /** Null: nothing can be opened, which every gesture that wants a modal then hears. */
  readonly token: string | null;
  readonly timeoutMs: number;
}

/** Slack's Web API by plain requests: its client library would multiply the edge's cold start. */
export function createEdgeSlack({ apiUrl, token, timeoutMs }: EdgeSlackOptions): EdgeSlack {
  async function ask(method: string, args: Record<string, string>): Promise<Outcome> {
    if (token === null) return 'refused';
    try {
      const response = await fetch(`${apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(args),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      const answer = (await response.json()) as { ok?: unknown } | null;
      return answer?.ok === true ? 'done' : 'refused';
    } catch {
      return 'unknown';
    }
  }

  return {
    open: (trigger, view, push) =>
      ask(push ? 'views.push' : 'views.open', { trigger_id: trigger, view: JSON.stringify(view) }),
    update: (externalId, view) =>
      ask('views.update', { external_id: externalId, view: JSON.stringify(view) }),
  };
}
