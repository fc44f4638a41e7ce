import type { PostmortemDecision, Refusal } from './model.ts';

export type Answer = PostmortemDecision | Refusal;
export const NOTHING: PostmortemDecision = { events: [], tasks: [] };
export const isRefusal = (answer: Answer): answer is Refusal => 'refused' in answer;
