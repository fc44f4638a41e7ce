import { memberKeys } from '../members.ts';
import { neededTabs } from '../needed.ts';
import { parseRota } from '../parse.ts';
import type { ReaderParts, RotaReader } from './model.ts';
import { createReader } from './reader.ts';

export { type BoardColumn, type BoardRota, readBoard } from './board.ts';
export { type EffectiveRota, readEffectiveRota } from './effective.ts';
export { describeHeld } from './held-text.ts';
export { type Kept, readKept } from './kept.ts';
export type { Current, Held, ReaderParts, RotaReader, SourceTrouble, TroubleCode } from './model.ts';
export { describeTrouble } from './text.ts';

/** The current rotas of `toban.yaml`: from the sheet where it answers in time, else from the last good copy. */
export const createRotaReader = (parts: ReaderParts): RotaReader =>
  createReader(parts, { parseRota, neededTabs, memberKeys });
