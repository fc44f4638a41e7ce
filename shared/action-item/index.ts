export {
  type Applied,
  addActionItem,
  changeActionItem,
  editActionItem,
  relateActionItem,
  type Say,
  seen as actionItemFor,
  todayIn,
} from './apply.ts';
export type { ActionItemContext, ActionItemVerbs } from './context.ts';
export { actionItemHandlers } from './handlers.ts';
export { historyOf } from './history.ts';
export {
  type ActionItemList,
  type ActionItemQuery,
  actionItemsOf,
  EVERY,
  listActionItems,
  openItemsOf,
  SORTS,
} from './list.ts';
export { seeing } from './may-see.ts';
export {
  type ActionItem,
  type ActionItemEvent,
  type Fields,
  KINDS,
  PRIORITIES,
  type Refusal,
  STATES,
  type State,
} from './model.ts';
export { actionItemNoun } from './noun.ts';
export { openItemLines } from './open-lines.ts';
export { ownerNamed } from './owner.ts';
export { enterPastItem, type PastItem, pastItemPath, retellPastItem } from './past-item.ts';
export { actionItemPath, isActionItemId } from './records.ts';
export { actionItemRefusal, fieldOfRefusal } from './refusal-text.ts';
export { remindAll, reminderJob } from './remind.ts';
export { carriedOver } from './reminder-sum.ts';
export { reminderNoun } from './reminder-task.ts';
export { dueWords } from './reminder-view.ts';
export { isOverdue, LONGEST } from './rules.ts';
export { ActionItemConfig } from './schemas.ts';
export { describeActionItem } from './search.ts';
export {
  actionItemSummary,
  type CountedActionItem,
  countedActionItem,
  quietFold as quietActionItemFold,
} from './summary.ts';
export { incidentTag, ownerKey, postmortemTag, tagsOf as actionItemTags } from './tags.ts';
export { actionItemText } from './text.ts';
export { unfinishedOf } from './unfinished-of.ts';
