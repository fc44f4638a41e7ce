import type { Postmortem } from './model.ts';
import type { Check, CheckFacts } from './parts.ts';

type Checked = Pick<Postmortem, 'form' | 'sections' | 'properties' | 'reviewers' | 'ticked'>;

/** Every item, done or not, in the order in which people work through them. Pure. */
export function checklistOf(state: Checked, { incidents, actionItems }: CheckFacts): readonly Check[] {
  const { form, properties, reviewers, ticked } = state;
  const running = incidents.filter(({ ended }) => !ended);
  const wrong = incidents.filter(({ invalid }) => invalid.length > 0);
  const toDo = actionItems.filter(({ done }) => !done);
  const left = toDo.flatMap(({ title, owner }) => (owner?.left ? [{ title, owner: owner.name }] : []));
  const loose = toDo.filter(({ owner, due }) => !owner?.left && (owner === null || due === null));
  return [
    ...form.sections.flatMap((section) => sectionCheck(state, section)),
    ...form.properties
      .filter(({ required }) => required)
      .map(({ id, name }): Check => {
        return { id: `property:${id}`, kind: 'property', done: properties[id] !== undefined, title: name };
      }),
    running.length > 0
      ? {
          id: 'times',
          kind: 'times',
          done: false,
          why: 'not-ended',
          about: running.map(({ label }) => label),
        }
      : {
          id: 'times',
          kind: 'times',
          done: wrong.length === 0,
          why: 'invalid',
          about: wrong.map(({ label, invalid }) => `${label} ${invalid.join(' ')}`),
        },
    {
      id: 'actions',
      kind: 'actions',
      done: loose.length + left.length === 0,
      count: actionItems.length,
      about: loose.map(({ title }) => title),
      left,
    },
    { id: 'reviewers', kind: 'reviewers', done: reviewers.length > 0, count: reviewers.length },
    ...form.checklist.map(({ id, name }): Check => {
      return { id: `own:${id}`, kind: 'own', done: ticked[id] !== undefined, title: name };
    }),
  ];
}

/** A section that must be written, or that was left with something to confirm. */
function sectionCheck(
  { sections }: Checked,
  { id, title, required }: Postmortem['form']['sections'][number],
): Check[] {
  const { blank, open } = sections[id] ?? { blank: true, open: 0 };
  if (!required && open === 0) return [];
  const why = blank ? 'empty' : 'to-confirm';
  return [{ id: `section:${id}`, kind: 'section', done: !blank && open === 0, title, why, count: open }];
}

/** Lines of the draft that a person has to put a fact in place of: `- [ ] 未確認: …`. */
const OPEN_LINE = /^\s*[-*] \[ \] (?:未確認|To confirm)(?:[:：]|$)/;

/** How many lines of a text are still to be confirmed. Pure. */
export const openLines = (text: string): number =>
  text.split('\n').filter((line) => OPEN_LINE.test(line)).length;
