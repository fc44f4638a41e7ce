import type { IncidentEvent } from '../../../../shared/incident/model.ts';
import type { Entry } from '../../../../shared/incident/timeline/entry.ts';
import type { TimelineReader } from '../../../../shared/incident/timeline/lines.ts';
import type { NumberedEvent } from '../../../../shared/incident/timeline/timeline-of.ts';
import { ONO, settings, T0 } from '../builders.ts';

export const reader = (locale: 'ja' | 'en' = 'ja'): TimelineReader => ({
  locale,
  zone: 'Asia/Tokyo',
  now: T0,
  settings,
});

export const numbered = (events: readonly IncidentEvent[]): NumberedEvent[] =>
  events.map((event, i) => ({ ...event, seq: i + 1 }));

export const entry = (at: number, more: Partial<Entry> = {}): Entry => ({
  id: `entry_${at}`,
  kind: 'message',
  at,
  author: ONO,
  text: '再起動した',
  files: [],
  permalink: 'https://slack.example/p1',
  by: ONO,
  kept: true,
  edited: false,
  deleted: false,
  ...more,
});
