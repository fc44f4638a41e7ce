import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../shared/platform/log.ts';
import { resources } from '../unit/terraform/hcl.ts';
import { type Desk, openDesk } from './desk.ts';

const HOUR = 3_600_000;
const lines: Record<string, unknown>[] = [];
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ log: createLog('toban', { write: (line) => void lines.push(JSON.parse(line)) }) });
});
afterAll(() => desk.close());

const told = (event: string) => lines.filter(({ message }) => message === event);
const minute = async (step: string) => {
  await desk.advance(step);
  await desk.system.minute();
  await desk.system.settle();
};

test('the age of each rota’s last good reading is told each minute, and grows while the sheet is away', async () => {
  await minute('PT1M');
  expect(told('sheet-age').at(-1)).toMatchObject({ rota: 'mobility' });
  expect(told('sheet-age').at(-1)?.ageMs).toBeLessThan(60_000);
  desk.system.world.sheets?.faults.set({ kind: 'unavailable' });
  await minute('PT2H');
  const [last] = told('sheet-age').slice(-1);
  expect(last?.ageMs).toBeGreaterThanOrEqual(2 * HOUR);
  expect(last?.ageMs).toBeLessThan(2 * HOUR + HOUR / 4);
  // Older than a copy may be that decides: as old as can be.
  await minute('PT23H');
  expect(told('sheet-age').at(-1)).toMatchObject({ ageMs: 14 * 24 * HOUR });
  desk.system.world.sheets?.faults.clear();
  await minute('PT5M');
  expect(told('sheet-age').at(-1)?.ageMs).toBeLessThan(60_000);
});

/** What each log-based metric looks for in a line, and what it takes out of it. Tables stand a row to a line. */
const metrics = resources
  .filter(({ labels: [type] }) => type === 'google_logging_metric')
  .flatMap(({ labels: [, name = ''], body }) => {
    const rows = [...body.matchAll(/^ {4}([\w-]+) += \{ (.*) \}$/gm)].filter(([, , row = '']) =>
      row.includes('label ='),
    );
    return rows.length > 0
      ? rows.map(([, key = '', row = '']) => metricOf(`${name}.${key}`, row))
      : [metricOf(name, body)];
  });

function metricOf(name: string, text: string) {
  const event = /\bevent = "([\w-]+)"/.exec(text)?.[1];
  const looks = [...text.matchAll(/jsonPayload\.(\w+)=\\"([\w.-]+)\\"/g)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const takes = [...text.matchAll(/\bEXTRACT\(jsonPayload\.(\w+)\)|\b(?:value|label) = "(\w+)"/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  return { name, looks: event ? [['message', event] as const] : looks, takes };
}

test('every metric counts lines that are written, and takes from them what stands there', async () => {
  // Nobody answers, so that somebody else is called; one thing that Slack refuses for good.
  desk.slack.faults.plan('reactions.add', 'is_archived', 1);
  await desk.say('cs', '@Toban 返却できないお客様がいます');
  await minute('PT30M');
  expect(metrics.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['mention', 'event.climb', 'age.sheet-age', 'age.due-age']),
  );
  const blind = metrics.filter(
    ({ looks, takes }) =>
      !lines.some(
        (line) =>
          looks.every(([key, value]) => line[key] === value) && takes.every((key) => line[key] !== undefined),
      ),
  );
  expect(blind).toEqual([]);
  expect(metrics.filter(({ looks, takes }) => looks.length * takes.length === 0)).toEqual([]);
});
