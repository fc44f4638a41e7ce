/** A browser without a screen: keeps cookies, follows no redirect by itself, sends what a browser sends. */
export class Browser {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();
  readonly headers: Record<string, string>;

  constructor(base: string, headers: Record<string, string> = { 'accept-language': 'ja' }) {
    this.#base = base;
    this.headers = headers;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(
      await fetch(this.#url(path), { headers: this.#headers(path, headers), redirect: 'manual' }),
    );
  }

  /** Sends a form as the page itself would: with the hidden fields it holds and the page's origin. Boxes ticked under one name are a list. */
  async post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers: Record<string, string> = { origin: this.#base },
  ): Promise<Response> {
    const typed = Object.entries(fields);
    const body = new URLSearchParams(
      typed.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    );
    const init = { method: 'POST', body, headers: this.#headers(path, headers), redirect: 'manual' } as const;
    return this.#keep(await fetch(this.#url(path), init));
  }

  /** Sends a form that holds a file. */
  async upload(path: string, fields: Readonly<Record<string, string>>, file: File): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('file', file);
    const headers = this.#headers(path, { origin: this.#base });
    return this.#keep(await fetch(this.#url(path), { method: 'POST', body, headers, redirect: 'manual' }));
  }

  async page(path: string): Promise<string> {
    const response = await this.get(path);
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
    return response.text();
  }

  async csrf(path = '/'): Promise<string> {
    return hiddenIn(await this.page(path), 'csrf');
  }

  /** Through the simulated Slack's own page, as a person would. Returns the answer of the way back. */
  async signIn(user: string, to = '/'): Promise<Response> {
    const asked = await this.get(`/sign-in/slack?to=${encodeURIComponent(to)}`);
    const consent = new URL(asked.headers.get('location') ?? '');
    const body = new URLSearchParams([...consent.searchParams, ['as', user]]);
    const allowed = await fetch(`${consent.origin}${consent.pathname}`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    return this.get(allowed.headers.get('location') ?? '');
  }

  #url(path: string): string {
    return path.startsWith('http') ? path : `${this.#base}${path}`;
  }

  #headers(path: string, more: Record<string, string>): Record<string, string> {
    const own = this.#url(path).startsWith(this.#base);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...this.headers, ...(own && cookie && { cookie }), ...more };
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

/** A browser for each of these people, signed in. */
export const signedIn = <const Users extends readonly string[]>(
  { system }: { readonly system: { readonly url: string } },
  ...users: Users
): Promise<{ -readonly [User in keyof Users]: Browser }> =>
  Promise.all(
    users.map(async (user) => {
      const browser = new Browser(system.url);
      await browser.signIn(user);
      return browser;
    }),
  ) as Promise<{ -readonly [User in keyof Users]: Browser }>;

/** The value of a form's hidden field in a page, as the browser would send it; empty where there is none. */
export function hiddenIn(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
