import { expect } from 'vitest';
import { Browser } from './browser.ts';
import type { Desk } from './desk.ts';

/** Makes a token on the page, as a person does, and takes it off the answer. `scope`: the boxes that are ticked. */
export async function makeToken(
  desk: Desk,
  user: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  const browser = new Browser(desk.system.url);
  await browser.signIn(user);
  const csrf = await browser.csrf('/settings/tokens');
  const form = { csrf, name: 'チケット連携', days: '30', ...fields };
  const answer = await browser.post('/settings/tokens', form);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return /<textarea[^>]*>(toban_[\w-]{43})<\/textarea>/.exec(await answer.text())?.[1] ?? 'none';
}

/** A program that holds a token. */
export class Client {
  readonly #desk: Desk;
  readonly #token: string | null;

  constructor(desk: Desk, token: string | null) {
    this.#desk = desk;
    this.#token = token;
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ 'accept-language': 'en' });
    if (this.#token !== null) headers.set('authorization', `Bearer ${this.#token}`);
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return fetch(`${this.#desk.system.url}/api/v1${path}`, { ...init, headers });
  }

  /** Sends a body as JSON. */
  async write(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, {
      method,
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes is what the test is about
  async post(path: string, body: unknown, headers: Record<string, string> = {}, status = 200): Promise<any> {
    const answer = await this.write('POST', path, body, headers);
    const text = await answer.text();
    expect(answer.status, text).toBe(status);
    return JSON.parse(text);
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes is what the test is about
  async read(path: string): Promise<any> {
    const answer = await this.get(path);
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    return JSON.parse(text);
  }
}

/** That an answer is a problem document of this status, in all that RFC 9457 and the API promise; returns it. */
export async function problemOf(answer: Response, status: number) {
  const text = await answer.text();
  expect(answer.status, text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({
    type: expect.stringMatching(/\/api#[a-z-]+$/),
    title: expect.any(String),
    status,
  });
  return problem as {
    type: string;
    title: string;
    detail?: string;
    errors?: { pointer: string; detail: string }[];
  };
}
