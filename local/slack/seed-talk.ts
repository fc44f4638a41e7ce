import type { SimMessage } from './model.ts';

interface Line {
  readonly minutesAgo: number;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  /** Minutes ago of the message it answers in a thread. */
  readonly answers?: number;
  readonly reactions?: readonly (readonly [name: string, user: string])[];
}

const LINES: readonly Line[] = [
  {
    minutesAgo: 95,
    channel: 'C0CSHELP',
    user: 'U0ONO',
    text: '昨夜の *鍵が開かない件* は直りました。同じお客様から連絡が来たら教えてください。',
    reactions: [
      ['pray', 'U0CS'],
      ['pray', 'U0ALICE'],
    ],
  },
  {
    minutesAgo: 91,
    channel: 'C0CSHELP',
    user: 'U0CS',
    text: '助かりました。返信しておきます。',
    answers: 95,
  },
  {
    minutesAgo: 44,
    channel: 'C0CSHELP',
    user: 'U0ALICE',
    text: 'Morning! Busy at the harbour ports today, but nothing unusual.',
    reactions: [['+1', 'U0CS']],
  },
  {
    minutesAgo: 12,
    channel: 'C0CSHELP',
    user: 'U0SRELEAD',
    text: '困ったときは、このチャンネルで `@Toban` に続けて一言書いてください。当番の一人だけを呼びます。ほかの人は寝かせておいてください :sleeping:',
    reactions: [['white_check_mark', 'U0CS']],
  },
  {
    minutesAgo: 130,
    channel: 'C0MOBILITY',
    user: 'U0KATO',
    text: '自転車のロックのファームウェア、`2.4.1` を札幌から順に配っています。',
  },
  {
    minutesAgo: 126,
    channel: 'C0MOBILITY',
    user: 'U0ARAI',
    text: '了解です。今日の当番なので見ておきます。',
  },
];

/** What was said before anybody looks: ordinary talk, so that the scene is a place and not an empty screen. */
export function seedTalk(now: number): SimMessage[] {
  const seconds = Math.floor(now / 1_000);
  const tsOf = (minutesAgo: number) => `${seconds - minutesAgo * 60}.000001`;
  const plain = { botId: null, blocks: [], metadata: null, onlyFor: null, editedTs: null, tombstone: false };
  return LINES.map(({ minutesAgo, channel, user, text, answers, reactions = [] }) => ({
    ...plain,
    ts: tsOf(minutesAgo),
    channel,
    user,
    text,
    threadTs: answers === undefined ? null : tsOf(answers),
    reactions: reactions.map(([name, by]) => ({ name, user: by })),
    clientMsgId: null,
  })).sort((a, b) => Number(a.ts) - Number(b.ts));
}
