import { labelOf, numberLines, numbersOf } from '../incident/index.ts';
import { checklistOf } from './checklist.ts';
import type { PostmortemVerbs } from './context.ts';
import type { FoundPostmortem } from './find.ts';
import type { Check, CheckFacts } from './parts.ts';

/** What the checklist needs of the incidents and their action items, as they stand. */
export async function factsOf(
  ctx: PostmortemVerbs,
  { state, incidents }: FoundPostmortem,
): Promise<CheckFacts> {
  const now = ctx.incidents.calls.clock.now();
  return {
    incidents: incidents.map((one) => ({
      label: labelOf(one.number),
      ended: !one.open,
      invalid: numberLines(numbersOf(one, now), ctx.locale)
        .filter(({ kind }) => kind === 'invalid')
        .map(({ name }) => name),
    })),
    actionItems: await ctx.actionItems(state),
  };
}

/** The checklist of a postmortem: every item, done or not. */
export const checklistFor = async (ctx: PostmortemVerbs, found: FoundPostmortem): Promise<readonly Check[]> =>
  checklistOf(found.state, await factsOf(ctx, found));
