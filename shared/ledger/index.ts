export { type Effect, effectOf } from './effects.ts';
export { listCalls } from './list-calls.ts';
export { listFailedTasks } from './list-failed.ts';
export { type CallList, type CallQuery, type CallRow, type Filter, filters } from './model.ts';
export { type CallStory, readCall } from './read-call.ts';
export { type Replayed, replayTask } from './replay.ts';
export { type StoryLine, tellStory } from './story.ts';
export { type LedgerText, ledgerText } from './text.ts';
