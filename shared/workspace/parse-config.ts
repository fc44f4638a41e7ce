import type { z } from 'zod';
import { TobanError } from '../platform/errors.ts';
import { type Place, readYaml } from '../yaml/index.ts';
import { crossCheck } from './cross-check.ts';
import { WorkspaceConfig } from './schemas.ts';

/** One thing wrong in the file: where, and what to do. */
export interface ConfigProblem extends Place {
  readonly message: string;
}

/**
 * Reads toban.yaml. Throws `misconfigured` with every problem in plain words, one per line:
 * `toban.yaml:12:9 routes[0].rota: there is no rota "mobilty"; did you mean "mobility"?`
 */
export function parseConfig(source: string, file = 'toban.yaml'): WorkspaceConfig {
  const { value, faults, placeOf } = readYaml(source);
  if (faults.length > 0) throw problem(file, faults);
  const parsed = WorkspaceConfig.safeParse(value ?? {}, { reportInput: true });
  if (!parsed.success)
    throw problem(
      file,
      parsed.error.issues.map((issue) => ({ ...place(issuePath(issue)), message: sentence(issue) })),
    );
  const crossed = crossCheck(parsed.data);
  if (crossed.length > 0)
    throw problem(
      file,
      crossed.map(({ path, message }) => ({ ...place(path), message: `${pathText(path)}: ${message}` })),
    );
  return parsed.data;

  /** Of the nearest value on the path that stands in the file. */
  function place(path: readonly PropertyKey[]): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const found = placeOf(path.slice(0, length));
      if (found) return found;
    }
    return placeOf([]) ?? { line: 1, column: 1 };
  }
}

function problem(file: string, problems: readonly ConfigProblem[]): TobanError {
  const text = problems
    .map(({ line, column, message }) => `${file}:${line}:${column} ${message.replace(/\s+/g, ' ')}`)
    .join('\n');
  return new TobanError('misconfigured', text);
}

function issuePath(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : [...issue.path];
}

/** By the type that is expected. */
const WANTED: Readonly<Record<string, string>> = {
  string: 'text, in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list, such as [a, b]',
  object: 'a group of settings, such as { name: value }',
};

function sentence(issue: z.core.$ZodIssue): string {
  const where = pathText(issuePath(issue));
  if (issue.code === 'unrecognized_keys')
    return `${where}: there is no such setting; check the spelling or remove it`;
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined || issue.input === null) return `${where}: is missing`;
    const wanted = WANTED[issue.expected];
    if (wanted) return `${where}: must be ${wanted}`;
  }
  return `${where}: ${issue.message}`;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}
