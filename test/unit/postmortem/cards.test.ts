import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPostmortem } from '../../../shared/postmortem/create.ts';
import { checklistFor, postmortemById } from '../../../shared/postmortem/index.ts';
import type { Postmortem } from '../../../shared/postmortem/model.ts';
import { leftWords, meetingCard, roomCard } from '../../../shared/postmortem/slack/cards.ts';
import { postmortemNoun } from '../../../shared/postmortem/slack/noun.ts';
import { NO_FACTS } from '../../../shared/severity/index.ts';
import { PostmortemDesk } from './desk.ts';

let desk: PostmortemDesk;
beforeEach(() => {
  desk = new PostmortemDesk();
});
afterEach(() => desk.close());

const viewer = (locale: 'ja' | 'en') => ({
  locale,
  zone: 'Asia/Tokyo',
  now: desk.now,
  baseUrl: 'https://toban.example',
  ai: null,
});
async function begun(more: Partial<Postmortem> = {}) {
  const facts = { ...NO_FACTS, duties: ['personal-data'] };
  const incident = await desk.incident({ title: '<!channel> *返却*', facts });
  const { state } = await createPostmortem(desk.verbs, incident, () => '', null);
  const found = await postmortemById(desk.verbs, state.id, 'UONO');
  if (!found) throw new Error('not found');
  return { ...found, state: { ...found.state, ...more } };
}

test("a user's words wake nobody, in either language", async () => {
  const found = await begun();
  const checks = await checklistFor(desk.verbs, found);
  for (const locale of ['ja', 'en'] as const) {
    const cards = [roomCard(found, checks, viewer(locale)), meetingCard(found, 0, viewer(locale))];
    expect(JSON.stringify(cards)).not.toContain('<!channel>');
    expect(JSON.stringify(cards)).toContain('&lt;!channel&gt;');
  }
});

test('what is left is told with why and what to do, ten at most', async () => {
  const checks = await checklistFor(desk.verbs, await begun());
  const words = leftWords(checks, 'en');
  expect(words).toContain('• "概要" is written: Nothing is written yet. Write it.');
  expect(words.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(10);
  expect(words).toMatch(/and \d+ more$/);
});

test('each state offers what it leads to; a draft offers no meeting', async () => {
  const labels = async (more: Partial<Postmortem>) => {
    const found = await begun(more);
    const text = JSON.stringify(roomCard(found, [], viewer('ja')));
    return ['準備完了にする', '会議を設定', '公開する'].filter((label) => text.includes(label));
  };
  expect(await labels({})).toEqual(['準備完了にする']);
  expect(await labels({ state: 'ready' })).toEqual(['会議を設定', '公開する']);
  expect(await labels({ state: 'published' })).toEqual([]);
  expect(JSON.stringify(meetingCard(await begun(), 0, viewer('ja')))).toContain('保留');
});

test('of a private one nothing is announced; of one that is done nobody is reminded', async () => {
  const { kinds } = postmortemNoun({
    ...desk.verbs,
    incidents: { settings: { incident: { announce: 'C0INCIDENTS' } } },
  } as never);
  const { state } = await begun();
  const begins = (kind: string, more: Partial<Postmortem>, step: object = {}) =>
    kinds[kind]?.guard({ ...state, ...more }, { step } as never);
  expect(begins('announce', { state: 'published' })).toBe(true);
  expect(begins('announce', { state: 'published', private: true })).toBe(false);
  expect(begins('announce', {})).toBe(false);
  const late = { dueAt: state.dueAt, round: 0 };
  expect(begins('overdue', {}, late)).toBe(true);
  expect(begins('overdue', { state: 'ready' }, late)).toBe(false);
  expect(begins('overdue', { dueAt: 1 }, late)).toBe(false);
  expect(begins('meeting', {})).toBe(false);
  expect(begins('lead', {}, { user: 'UEVE' })).toBe(false);
});
