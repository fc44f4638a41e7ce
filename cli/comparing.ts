import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

export interface Comparing {
  readonly verb: 'check' | 'rebuild';
  readonly json: boolean;
}

/** What is asked of a command that compares what was made of the records with them. Throws `UsageError`. */
export function comparing(name: string, args: readonly string[]): Comparing {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [verb, ...more] = positionals;
  if ((verb !== 'check' && verb !== 'rebuild') || more.length > 0)
    throw new UsageError(`Say "${name} check" or "${name} rebuild".`);
  return { verb, json: values.json };
}
