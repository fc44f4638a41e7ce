import { labelOf, numberLines, numbersOf } from '../incident/index.ts';
import { checklistOf } from './checklist.ts';
import type { PostmortemVerbs } from './context.ts';
import type { FoundPostmortem } from './find.ts';
import type { ActionItem, Check, CheckFacts } from './parts.ts';

/** A person whom Slack cannot look up in this time counts as there. */
const PATIENCE_MS = 3_000;

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
    actionItems: await Promise.all((await ctx.actionItems(state)).map((item) => withAccount(ctx, item))),
  };
}

/** What is still to be done by somebody who has left Slack is said to be so. Nobody is asked of what is done. */
async function withAccount({ incidents }: PostmortemVerbs, item: ActionItem): Promise<ActionItem> {
  const { owner, done } = item;
  if (done || !owner?.user) return item;
  const account = await incidents.calls.people.find(owner.user, AbortSignal.timeout(PATIENCE_MS));
  return account?.deactivated ? { ...item, owner: { ...owner, left: true } } : item;
}

/** The checklist of a postmortem: every item, done or not. */
export const checklistFor = async (ctx: PostmortemVerbs, found: FoundPostmortem): Promise<readonly Check[]> =>
  checklistOf(found.state, await factsOf(ctx, found));
