export { type Fault, type Split, splitFrontMatter } from './split.ts';
