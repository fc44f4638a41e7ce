import type { Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import type { Field, Refusal } from './model.ts';
import { LONGEST } from './rules.ts';
import { actionItemText } from './text.ts';

/** Why nothing was done and what to do, for the one who tried. Plain text: names are user text. */
export function actionItemRefusal(refusal: Refusal, locale: Locale): string {
  const { refusals: text, fields, day } = actionItemText(locale);
  switch (refusal.refused) {
    case 'title-empty':
      return text.titleEmpty;
    case 'title-long':
      return text.tooLong(fields.title, LONGEST.title, refusal.length);
    case 'note-long':
      return text.tooLong(fields.note, LONGEST.note, refusal.length);
    case 'reason-long':
      return text.tooLong(fields.reason, LONGEST.reason, refusal.length);
    case 'due-unreadable':
      return text.dueUnreadable;
    case 'due-past':
      return text.duePast(day(refusal.due));
    case 'link-not-https':
      return text.link;
    case 'owner-left':
      return text.ownerLeft(refusal.name);
    case 'owner-bot':
      return text.ownerBot(refusal.name);
    case 'owner-outside':
      return text.ownerOutside(refusal.name);
    case 'owner-unknown':
      return text.ownerUnknown(refusal.name);
    case 'reason-needed':
      return text.reason;
    case 'changed-meanwhile':
      return text.meanwhile;
    case 'incident-unknown':
      return text.incident;
    case 'gone':
      return text.gone;
    default:
      return never(refusal);
  }
}

/** Beside which field a refusal belongs; null for one of the whole. */
export function fieldOfRefusal({ refused }: Refusal): Field | 'incident' | 'reason' | null {
  const [field = ''] = refused.split('-', 1);
  const fields = ['title', 'note', 'due', 'link', 'owner', 'incident', 'reason'] as const;
  return fields.find((one) => one === field) ?? null;
}
