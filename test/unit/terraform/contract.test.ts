import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../shared/ports/bus.ts';
import { firestoreIndexes } from '../../../shared/store/indexes.ts';
import { queryShapes } from '../../../shared/store/shapes.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const contract = '../../../terraform/contract';

// Terraform cannot read TypeScript, and its folder must stand alone: so what both must know is written from the code.
describe('what Terraform reads is what the code says (when it is not: `npm test -- test/unit/terraform -u`)', () => {
  test('the topics, their subscriptions and their numbers', async () => {
    await expect(json(topics)).toMatchFileSnapshot(`${contract}/topics.json`);
  });

  test('the indexes that the declared queries need', async () => {
    await expect(json(firestoreIndexes(queryShapes))).toMatchFileSnapshot(
      `${contract}/firestore.indexes.json`,
    );
  });

  test('the rules that close the database to browsers', async () => {
    const rules = readFileSync(new URL('../../../firestore.rules', import.meta.url), 'utf8');
    await expect(rules).toMatchFileSnapshot(`${contract}/firestore.rules`);
  });

  test('the emulator is given the same indexes', () => {
    const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    expect(read('../../../firestore.indexes.json')).toEqual(read(`${contract}/firestore.indexes.json`));
  });
});

test('Pub/Sub accepts the numbers of each topic', () => {
  for (const [topic, plan] of Object.entries(topics)) {
    expect(plan.ackDeadlineSeconds, topic).toBeGreaterThanOrEqual(10);
    expect(plan.ackDeadlineSeconds, topic).toBeLessThanOrEqual(600);
    expect(plan.maxDeliveryAttempts, topic).toBeGreaterThanOrEqual(5);
    expect(plan.maxDeliveryAttempts, topic).toBeLessThanOrEqual(100);
    expect(plan.maxBackoffSeconds, topic).toBeLessThanOrEqual(600);
    expect(plan.minBackoffSeconds, topic).toBeLessThanOrEqual(plan.maxBackoffSeconds);
  }
});
