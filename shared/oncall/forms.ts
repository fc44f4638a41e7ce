import type { RotaConfig } from '../rota/index.ts';
import { choice, modal, personInput, textInput, timeInput } from '../slack/index.ts';
import { type Asking, nameOf } from './reply.ts';

const HOUR_MS = 3_600_000;

export type FormName = 'cover' | 'swap';

/** The form for those who do not type; what it carries is the channel to answer in. */
export function formOf(
  name: FormName,
  configs: readonly RotaConfig[],
  columns: readonly string[],
  asking: Asking,
) {
  const { words, channel, now, user } = asking;
  const { form } = words;
  const rota = choice({
    id: 'rota',
    label: form.rota,
    options: configs.slice(0, 100).map((config) => ({ value: config.id, label: nameOf(config) })),
    initial: configs[0]?.id ?? null,
  });
  const column = choice({
    id: 'column',
    label: form.column,
    options: columns.map((value) => ({ value, label: words.column(value) })),
    initial: 'primary',
  });
  const nextHour = Math.ceil(now / HOUR_MS) * HOUR_MS;
  const fields =
    name === 'cover'
      ? [
          personInput({ id: 'taker', label: form.taker, hint: form.takerHint, initial: user }),
          timeInput({ id: 'start', label: form.start, initial: nextHour }),
          timeInput({ id: 'end', label: form.end, initial: nextHour + HOUR_MS }),
          column,
        ]
      : [
          textInput({ id: 'mine', label: form.mine, hint: form.timeHint }),
          personInput({ id: 'other', label: form.other }),
          textInput({ id: 'theirs', label: form.theirs, hint: form.timeHint }),
        ];
  return modal({
    callbackId: `oncall_${name}`,
    title: name === 'cover' ? form.coverTitle : form.swapTitle,
    submit: form.submit,
    close: form.cancel,
    metadata: JSON.stringify({ channel }),
    blocks: [rota, ...fields],
  });
}
