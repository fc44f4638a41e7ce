export { type Place, readYaml, type Yaml } from './read.ts';
