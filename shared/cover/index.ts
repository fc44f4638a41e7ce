export type { CoverContext } from './context.ts';
export { overrideNoun } from './kinds.ts';
export { type PersonRefusal, type Proposed, propose, type Wanted } from './propose.ts';
export { pressed, receiveCoverAction } from './receive.ts';
export { coverText } from './text.ts';
