export { type Place, readYaml } from './read.ts';
