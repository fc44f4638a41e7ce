import { expect, test } from 'vitest';
import { materialOf } from '../../../../shared/postmortem/prose/material.ts';
import type { Known } from '../../../../shared/postmortem/skeleton/known.ts';

const line = (id: string, text: string, more: object = {}) => ({
  id,
  at: Date.parse('2026-11-24T03:03:00Z'),
  mark: 'entry',
  text,
  facts: [],
  link: null,
  ...more,
});
const known = (lines: readonly object[], more: object = {}) =>
  ({
    state: { severity: 'SEV2' },
    lines,
    answers: [],
    numbers: [],
    locale: 'ja',
    zone: 'Asia/Tokyo',
    url: 'https://toban.example/incidents/INC-1',
    ...more,
  }) as unknown as Known;
const texts = (...lines: string[]) =>
  materialOf(known(lines.map((text, i) => line(String(i), text))))
    .map(({ text }) => text)
    .slice(0, -1);

test('addresses, mail addresses and telephone numbers do not leave; numbers and times that tell the story do', () => {
  expect(
    texts(
      '見てください https://evil.example/?t=s3cret です',
      '連絡先は taro.yamada+x@example.co.jp です',
      '電話は 090-1234-5678 か 0312345678、+81 90-1234-5678 です',
      '2026-11-24 12:03 に 1200台、0.5%、10000円、192.168.0.1',
    ),
  ).toEqual([
    '見てください [link] です',
    '連絡先は [mail] です',
    '電話は [phone] か [phone]、[phone] です',
    '2026-11-24 12:03 に 1200台、0.5%、10000円、192.168.0.1',
  ]);
});

test('who came in is left out; each fact leads to its entry in the timeline, and to where it was said where there are no pages', () => {
  const lines = [
    line('000001', '森さんが入りました', { mark: 'people' }),
    line('000002', '戻した', { link: 'https://acme.slack.com/p1' }),
  ];
  expect(materialOf(known(lines))).toMatchObject([
    { id: 'f1', text: '戻した', url: 'https://toban.example/incidents/INC-1?from=start#t-000002' },
    { id: 'f2', text: 'SEV2', at: null },
  ]);
  expect(materialOf(known(lines, { url: null }))[0]?.url).toBe('https://acme.slack.com/p1');
});

test('of a story without end the last facts are sent, within bounds, and one endless word fills none of the others’ room', () => {
  const many = Array.from({ length: 2_000 }, (_, i) =>
    line(String(i), `事実${i} ${'あ'.repeat(i === 1_990 ? 1_000_000 : 100)}`),
  );
  const sources = materialOf(known(many));
  expect(sources.length).toBeLessThanOrEqual(400);
  expect(sources.at(-2)?.text).toContain('事実1999');
  expect(sources.map(({ text }) => text).join('').length).toBeLessThanOrEqual(61_000);
  expect(Math.max(...sources.map(({ text }) => text.length))).toBeLessThanOrEqual(1_000);
});
