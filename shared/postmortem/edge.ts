// What the public edge must know of postmortems: small, pure, without the noun's other files.
import type { EdgeRules, FieldErrors, InboundSubmission } from '../slack/edge.ts';
import { webAddress } from './web-address.ts';

const errors = {
  past: 'これより後の日時を選んでください。 / Choose a time in the future.',
  minutes: '5から480までの数字で入力してください。 / Enter a number from 5 to 480.',
  link: 'https:// で始まるアドレスを入力してください。 / Enter an address that begins with https://.',
};

function meeting({ values, receivedAt }: InboundSubmission): FieldErrors {
  const text = (field: string) => {
    const value = values[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  const minutes = text('minutes').normalize('NFKC');
  const fits = /^\d{1,3}$/.test(minutes) && Number(minutes) >= 5 && Number(minutes) <= 480;
  return {
    ...(Number(text('at')) * 1_000 <= receivedAt && { at: errors.past }),
    ...(!fits && { minutes: errors.minutes }),
    ...(text('link') !== '' && !webAddress(text('link')) && { link: errors.link }),
  };
}

export const postmortemEdge: EdgeRules = {
  opens: (gesture) => gesture.type === 'action' && gesture.actionId === 'postmortem_meeting',
  validate: { postmortem_meeting: meeting },
};
