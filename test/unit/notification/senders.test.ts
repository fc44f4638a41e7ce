import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALWAYS, type Always, OPTIONAL, type Optional } from '../../../shared/notification/index.ts';
import { offIn } from '../../../shared/notification/model.ts';

/** Every file that writes to people directly, and what it writes. A new one says here which kind its messages are. */
const SENDERS: Readonly<Record<string, readonly (Optional | Always)[]>> = {
  'shared/action-item/reminder-task.ts': ['action-reminder'],
  'shared/admin-token/noun.ts': ['installation'],
  'shared/cover/kinds.ts': ['duty', 'cover-reminder'],
  'shared/duty/say.ts': ['duty', 'sheet', 'handover', 'shift-reminder'],
  'shared/escalation/kinds/call.ts': ['call'],
  'shared/escalation/kinds/check.ts': ['call'],
  'shared/escalation/kinds/delivery.ts': ['call'],
  'shared/escalation/kinds/follow-up.ts': ['call'],
  'shared/escalation/kinds/outside.ts': ['answer'],
  'shared/escalation/kinds/whisper.ts': ['answer'],
  'shared/escalation/request.ts': ['answer'],
  'shared/incident/answer-person.ts': ['answer'],
  'shared/incident/kinds/lost-room.ts': ['room-lost'],
  'shared/incident/kinds/people.ts': ['called-in'],
  'shared/incident/kinds/telling.ts': ['incident-receipt', 'incident-update', 'update-overdue'],
  'shared/oncall/receive.ts': ['answer'],
  'shared/postmortem/slack/kinds.ts': ['postmortem-lead', 'postmortem-overdue'],
  'shared/retention/noun.ts': ['installation'],
  'shared/runbook/deeds.ts': ['called-in'],
  'shared/webhook/noun.ts': ['installation'],
};

const files = readdirSync('shared', { recursive: true, encoding: 'utf8' })
  .map((path) => join('shared', path))
  .filter((path) => path.endsWith('.ts') && !/^shared\/(adapters|ports)\//.test(path));
const sources = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

test('whoever writes to people directly has said which kind of message it is', () => {
  const writing = [...sources].filter(([, text]) => /\bopenDm\(/.test(text)).map(([path]) => path);
  expect(writing.sort()).toEqual(Object.keys(SENDERS).sort());
});

test('each kind has a sender, and each that can be turned off is asked about by its sender', () => {
  const all = Object.values(SENDERS).flat();
  expect([...OPTIONAL, ...ALWAYS].filter((kind) => !all.includes(kind))).toEqual([]);
  for (const [path, kinds] of Object.entries(SENDERS)) {
    const text = sources.get(path) ?? '';
    const optional = kinds.filter((kind) => (OPTIONAL as readonly string[]).includes(kind));
    expect(
      optional.filter((kind) => !text.includes(`'${kind}'`)),
      path,
    ).toEqual([]);
    expect(/\bwants\(/.test(text), path).toBe(optional.length > 0);
  }
});

test('what was muted before each kind had its choice stays muted', () => {
  expect(offIn({})).toEqual([]);
  expect(offIn({ handoverMuted: true, remindersMuted: true })).toEqual([
    'handover',
    'shift-reminder',
    'action-reminder',
  ]);
  expect(offIn({ off: ['handover'], remindersMuted: true })).toEqual(['handover']);
});
