// What the public edge needs of severities and nothing more.
export { parseAmount } from './amount.ts';
