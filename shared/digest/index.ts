export type { DigestContext } from './context.ts';
export { weekTold } from './days.ts';
export { digestJobs } from './job.ts';
export { type Section, sectionsOf } from './lines.ts';
export { digestNoun } from './noun.ts';
export { type Digest, isQuiet, readDigest } from './read.ts';
export { DigestConfig } from './schemas.ts';
export { type DigestText, digestText } from './text.ts';
