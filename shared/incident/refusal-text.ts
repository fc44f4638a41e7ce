import type { Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import { fieldName } from './change-text.ts';
import type { Refusal } from './model.ts';
import { incidentText } from './text.ts';

/** Why nothing was done and what to do, for the one who tried. Plain text: names are user text. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const text = incidentText(locale).refusals;
  switch (refusal.refused) {
    case 'reason-needed':
      return text[refusal.why];
    case 'resolve-first':
      return text.resolveFirst;
    case 'entered-afterwards':
      return text.enteredAfterwards;
    case 'closed':
      return text.closed;
    case 'role-held':
      return text.roleHeld(refusal.by);
    case 'role-for-people':
      return text.roleForPeople;
    case 'role-unknown':
      return text.roleUnknown(refusal.known.join(', '));
    case 'ticket-known':
      return text.ticketKnown;
    case 'below-zero':
      return text.belowZero(refusal.count);
    case 'update-gone':
      return text.updateGone;
    case 'in-the-future':
      return text.future;
    case 'in-the-past':
      return text.past;
    case 'cannot-correct':
      return text.cannotCorrect(fieldName(refusal.field, locale), incidentText(locale).whyNot[refusal.why]);
    case 'changed-meanwhile': {
      const names = refusal.fields.map((field) => fieldName(field, locale));
      return text.changedMeanwhile(names.join(locale === 'ja' ? '・' : ', '));
    }
    case 'not-allowed':
      return text.notAllowed;
    default:
      return never(refusal);
  }
}
