export { type Applied as AppliedHold, liftHold, setHold } from './keep.ts';
export { type Hold, holdPath, LONGEST_REASON, type Refusal as HoldRefusal } from './model.ts';
export { holdOn, holdOver, standingHolds } from './over.ts';
export { rebuildHolds } from './rebuild.ts';
export { type HoldText, holdText } from './text.ts';
