export { type Erasure, erasurePath, isLevel, LEVELS, type Level, type Subject } from './model.ts';
export { erasureNoun, finishByHand } from './noun.ts';
export { type Obstacle, obstaclesFor } from './obstacles.ts';
export { erasureOf, type KeptErasure, listErasures } from './read.ts';
export { type ErasureText, erasureText } from './text.ts';
export { beginErasure, confirmErasure, discardErasure, isNamed, isSlackId, lookAgain } from './verbs.ts';
export { carryOn } from './walk.ts';
