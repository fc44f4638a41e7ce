import { expect, test } from 'vitest';
import { openApi } from '../../../functions/web/api/openapi.ts';
import { operations } from '../../../functions/web/api/operations.ts';
import { sampleBody } from '../../../functions/web/api/sample.ts';

interface Described {
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
}
const document = openApi('https://toban.example.com') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
const all = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test('of each operation it is said who may, what each parameter is, and how it is refused', () => {
  for (const one of all) {
    expect(one.description, one.operationId).toMatch(/token/);
    expect(one.parameters.filter(({ description }) => !description)).toEqual([]);
    expect(Object.keys(one.responses), one.operationId).toEqual(
      expect.arrayContaining(['400', '401', '429', '503']),
    );
    expect(one.responses['429']?.headers).toHaveProperty('Retry-After');
  }
});

test('each has a name of its own, what is sent to others too', () => {
  const hooks = Object.values(document.webhooks).flatMap((methods) => Object.values(methods));
  const names = [...all, ...hooks].map(({ operationId }) => operationId ?? '');
  expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('onIncidentStatusChanged');
});

test('the example of each body is one that is taken', () => {
  const bodies = operations.flatMap(({ id, body }) => (body ? [{ id, body }] : []));
  expect(bodies.length).toBeGreaterThan(15);
  for (const { id, body } of bodies)
    expect(body.safeParse(sampleBody(body)).error?.issues ?? [], id).toEqual([]);
});
