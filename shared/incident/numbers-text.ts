import { durationText, type Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import { type Measured, NUMBERS, type NumberName, type Numbers } from './numbers.ts';
import { incidentText } from './text.ts';

export interface NumberLine {
  readonly id: NumberName;
  readonly name: string;
  readonly kind: Measured['kind'];
  /** `12分`, or why there is none: a number is never shown where it would be wrong. Plain text. */
  readonly text: string;
}

/** The five times in words, in the order of an incident's life. */
export const numberLines = (numbers: Numbers, locale: Locale): readonly NumberLine[] =>
  (Object.keys(NUMBERS) as NumberName[]).map((id) => ({
    id,
    name: incidentText(locale).numbers[id],
    kind: numbers[id].kind,
    text: measuredText(numbers[id], locale),
  }));

function measuredText(measured: Measured, locale: Locale): string {
  const { measured: text, milestones } = incidentText(locale);
  switch (measured.kind) {
    case 'recorded':
      return durationText(measured.ms, locale);
    case 'pending':
      return text.pending(milestones[measured.missing]);
    case 'not-applicable':
      return measured.because === 'stated' ? text.stated : text.neverReached(milestones[measured.missing]);
    case 'invalid':
      return measured.because === 'out-of-order'
        ? text.outOfOrder(milestones[measured.from], milestones[measured.to])
        : text.inTheFuture(milestones[measured.milestone]);
    default:
      return never(measured);
  }
}
