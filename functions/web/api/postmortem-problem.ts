import type { Locale } from '../../../shared/language/index.ts';
import { checkText, type PostmortemRefusal, refusalWords } from '../../../shared/postmortem/index.ts';
import { Problem } from './problem.ts';

/** Where in a body the thing stands that a postmortem refuses; the others are refused for how it stands. */
const POINTERS: Readonly<Partial<Record<PostmortemRefusal['refused'], string>>> = {
  empty: '/text',
  'too-long': '/text',
  'reason-needed': '/reason',
};

/** Why a postmortem was left as it was, in the words that people hear. What its checklist misses stands one by one. */
export function postmortemProblem(refusal: PostmortemRefusal, locale: Locale): Problem {
  const detail = refusalWords(refusal, locale);
  if (refusal.refused === 'not-complete') {
    const errors = refusal.checks.map((check) => {
      const { label, why, todo } = checkText(check, locale);
      const said = [why, todo].filter((one) => one !== null).join(locale === 'ja' ? '' : ' ');
      return { pointer: `/checklist/${check.id}`, detail: `${label}: ${said}` };
    });
    return new Problem('conflict', detail, { errors });
  }
  if (refusal.refused === 'section-unknown') return new Problem('not-found', detail);
  const pointer = POINTERS[refusal.refused];
  if (pointer === undefined) return new Problem('conflict', detail);
  return new Problem('invalid', detail, { errors: [{ pointer, detail }] });
}
