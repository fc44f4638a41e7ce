export { splitFrontMatter } from './split.ts';
