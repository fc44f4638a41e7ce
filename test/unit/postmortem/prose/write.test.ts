import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TobanError } from '../../../../shared/platform/errors.ts';
import { beginAtResolve, redraft } from '../../../../shared/postmortem/begin.ts';
import { evolve } from '../../../../shared/postmortem/evolve.ts';
import type { Postmortem, PostmortemEvent } from '../../../../shared/postmortem/model.ts';
import { askable, askProse } from '../../../../shared/postmortem/prose/ask.ts';
import { isAiDraft, proseStanding } from '../../../../shared/postmortem/prose/standing.ts';
import { eventsOfRecord } from '../../../../shared/store/shapes.ts';
import { ONO, T0 } from '../../incident/builders.ts';
import { ProseDesk, sentence } from './desk.ts';

let desk: ProseDesk;
beforeEach(() => {
  desk = new ProseDesk();
});
afterEach(() => desk.close());

describe('what nobody has touched', () => {
  test('is written: the sentence with what it rests on, a line to confirm it, and the record beneath', async () => {
    const told = {
      type: 'status-changed',
      seq: 1,
      at: T0,
      from: 'detected',
      to: 'investigating',
      reason: null,
      by: ONO,
    };
    await desk.store.put('incidents/inc_00000000000000000000000000000001/events/000001', told);
    await desk.begun();
    const record = await desk.text();
    expect(record).not.toBe('');
    await desk.write();
    const lines = (await desk.text()).split('\n\n');
    expect(lines[0]).toMatch(/^- \[ \] 未確認: 次の文章はAIの下書きです/);
    expect(lines[1]).toMatch(
      /^返却が\\\*止まった\\\*。 \(\[\d\d:\d\d\]\(<https:\/\/toban\.example\/incidents\/INC-1\?from=start#t-[^>]+>\)\)$/,
    );
    expect(lines.slice(2).join('\n\n')).toBe(record);
    expect(isAiDraft(await desk.state(), 'summary')).toBe(true);
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'written', sentences: 1, dropped: 0 });
    expect((await desk.state()).sections.summary).toMatchObject({ by: null, open: 1 });
  });

  test('stays as it is where nothing of the answer rests on a fact', async () => {
    await desk.begun();
    const record = await desk.text();
    desk.answer = async () => sentence('f999');
    await desk.write();
    expect(await desk.text()).toBe(record);
    expect(proseStanding(await desk.state())).toEqual({ kind: 'writing' });
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'failed', reason: 'baseless' });
  });

  test('stays as it is where the answer would make it longer than a section may be', async () => {
    await desk.begun({ description: 'あ'.repeat(199_990) });
    const record = await desk.text();
    await desk.write();
    expect(await desk.text()).toBe(record);
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'failed', reason: 'unusable' });
  });
});

describe('what a person wrote is never written over', () => {
  test('before the model is asked: it is not asked', async () => {
    await desk.begun();
    await desk.save('人が書いた。');
    await desk.write();
    expect(desk.orders).toEqual([]);
    expect(await desk.text()).toBe('人が書いた。');
    expect((await desk.task())?.outcome).toBe('superseded');
    expect(isAiDraft(await desk.state(), 'summary')).toBe(false);
  });

  test('while the model answers: the answer is dropped', async () => {
    await desk.begun();
    desk.answer = async ({ facts }) => {
      await desk.save('人が書いた。');
      return sentence(facts[0]?.id ?? '');
    };
    await desk.write();
    expect(desk.orders).toHaveLength(1);
    expect(await desk.text()).toBe('人が書いた。');
    expect((await desk.state()).sections.summary?.by).toEqual(ONO);
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'overtaken' });
  });

  test('while the model fails: no failure is told of what a person has written', async () => {
    await desk.begun();
    desk.answer = async () => {
      await desk.save('人が書いた。');
      throw new TobanError('rate-limited', 'x', { reason: 'quota' });
    };
    await desk.write();
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'overtaken' });
    expect((await desk.task())?.dueAt).toBeNull();
  });

  test('after the prose: asked again, by anybody or at resolve, it stays', async () => {
    const incident = await desk.begun();
    await desk.write();
    await desk.save('直した。', 2);
    await askProse(desk.verbs, await desk.found(), ONO);
    await beginAtResolve(desk.verbs, incident);
    await desk.write();
    expect(await desk.text()).toBe('直した。');
    expect(desk.orders).toHaveLength(1);
  });

  test('no longer a draft while the model answers: it stays what people marked as ready', async () => {
    await desk.begun();
    const record = await desk.text();
    desk.answer = async ({ facts }) => {
      await desk.store.put(desk.path, { ...(await desk.state()), state: 'ready' });
      return sentence(facts[0]?.id ?? '');
    };
    await desk.write();
    expect(await desk.text()).toBe(record);
  });
});

test('Toban writes the record anew while the model answers: the answer of before is dropped, and it is asked again', async () => {
  const incident = await desk.begun();
  desk.answer = async ({ facts }) => {
    if (desk.orders.length === 1) {
      const again = { ...incident, title: '別の題' };
      await desk.store.put(`incidents/${incident.id}`, again);
      await beginAtResolve(desk.verbs, again);
    }
    return sentence(facts[0]?.id ?? '');
  };
  await desk.write();
  expect(await desk.text()).not.toContain('止まった');
  await desk.write();
  expect(await desk.text()).toContain('別の題');
  expect(await desk.text()).toContain('止まった');
});

test('put right while prose stands above the record: the record is written anew, and the model asked about it again', async () => {
  const incident = await desk.begun();
  await desk.write();
  const before = (await desk.state()).sections.summary?.version;
  expect(await redraft(desk.verbs, incident)).toBe(desk.path);
  expect((await desk.state()).sections.summary?.version).toBe(before);
  const corrected = { ...incident, title: '別の題' };
  await desk.store.put(`incidents/${incident.id}`, corrected);
  await redraft(desk.verbs, corrected);
  expect(await desk.text()).toContain('別の題');
  expect(await desk.text()).not.toContain('止まった');
  await desk.write();
  expect(await desk.text()).toMatch(/止まった[\s\S]*別の題/);
  expect(desk.orders).toHaveLength(2);
  expect(await redraft(desk.verbs, await desk.incident())).toBeNull();
});

describe('who may be asked', () => {
  test('nobody, where none is configured', async () => {
    desk.ai = null;
    await desk.begun();
    expect((await desk.state()).prose).toEqual({});
    expect(await desk.task()).toBeNull();
    expect(askable(desk.verbs, await desk.found())).toBeNull();
    expect((await askProse(desk.verbs, await desk.found(), ONO)).refusal).toEqual({ refused: 'ai-off' });
  });

  test('nobody about a private incident, unless that is configured', async () => {
    await desk.begun({ private: true });
    expect(await desk.task()).toBeNull();
    expect((await askProse(desk.verbs, await desk.found(), ONO)).refusal).toEqual({ refused: 'ai-private' });
    if (desk.ai) desk.ai = { ...desk.ai, privateIncidents: true };
    expect((await askProse(desk.verbs, await desk.found(), ONO)).refusal).toBeNull();
    await desk.write();
    expect(desk.orders).toHaveLength(1);
  });

  test('nobody about what has become private, or was joined with another, since it was asked for', async () => {
    const incident = await desk.begun();
    await desk.store.put(`incidents/${incident.id}`, { ...incident, private: true });
    await desk.write();
    await desk.store.put(`incidents/${incident.id}`, incident);
    await desk.store.put(desk.path, { ...(await desk.state()), incidents: [incident.id, 'inc_2'] });
    await desk.write('impact');
    expect(desk.orders).toEqual([]);
    const { prose } = await desk.state();
    expect([prose?.summary, prose?.impact]).toMatchObject([{ reason: 'barred' }, { reason: 'barred' }]);
    expect((await askProse(desk.verbs, await desk.found(), ONO)).refusal).toEqual({ refused: 'ai-several' });
  });
});

test('a postmortem from before there was a model reads, and one may be asked about it', async () => {
  await desk.begun();
  const { prose: _none, ...old } = await desk.state();
  await desk.store.put(desk.path, old);
  expect(proseStanding(await desk.state())).toBeNull();
  expect(askable(desk.verbs, await desk.found())).toBe('first');
  await desk.write();
  expect(await desk.text()).toContain('止まった');
});

test('out of the archive nothing is being written, and it may be asked for', async () => {
  await desk.begun();
  const by = ONO;
  const events: PostmortemEvent[] = [
    { type: 'merged-into', at: 1, postmortem: 'pm_2', by },
    { type: 'moved', at: 2, to: 'draft', reason: null, by },
  ];
  const back = events.reduce<Postmortem>((before, event) => evolve(before, event), await desk.state());
  expect(proseStanding(back)).toBeNull();
  expect(askable(desk.verbs, { ...(await desk.found()), state: back })).toBe('first');
});

test('the record is the fold of its events, prose included', async () => {
  await desk.begun();
  await desk.write();
  desk.failing('rate-limited', 'quota');
  await desk.write('impact');
  await desk.save('人が書いた。');
  const query = { shape: eventsOfRecord, values: {}, parent: desk.path, limit: 100 };
  const { docs } = await desk.store.page<PostmortemEvent & { seq: number }>(query);
  const events = docs.map(({ data: { seq: _seq, ...event } }) => event as PostmortemEvent);
  expect(events.reduce<Postmortem | null>((before, event) => evolve(before, event), null)).toEqual(
    await desk.state(),
  );
});
