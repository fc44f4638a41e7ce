import type { Locale } from '../../language/index.ts';
import { modal, textInput, timeInput } from '../../slack/index.ts';
import type { Postmortem } from '../model.ts';
import { slackText } from './text.ts';

/** When and where the meeting is. `minutes`: what it takes where nobody has said. */
export function meetingForm(
  { id, meeting }: Postmortem,
  channel: string | null,
  minutes: number,
  locale: Locale,
) {
  const { form } = slackText(locale);
  return modal({
    callbackId: 'postmortem_meeting',
    title: form.title,
    submit: form.send,
    close: form.cancel,
    metadata: JSON.stringify({ id, channel }),
    blocks: [
      timeInput({ id: 'at', label: form.at, initial: meeting?.at ?? null }),
      textInput({
        id: 'minutes',
        label: form.minutes,
        initial: String(meeting?.minutes ?? minutes),
        most: 3,
      }),
      textInput({
        id: 'link',
        label: form.link,
        hint: form.linkHint,
        initial: meeting?.link ?? '',
        most: 2_000,
        optional: true,
      }),
    ],
  });
}
