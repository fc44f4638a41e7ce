export type { Applied } from './apply.ts';
export type { CoverContext } from './context.ts';
export { overrideNoun } from './kinds.ts';
export {
  type PersonRefusal,
  type Proposed,
  peopleIn,
  propose,
  type Request,
  type Wanted,
} from './propose.ts';
export { pressed, receiveCoverAction } from './receive.ts';
export { coverText } from './text.ts';
