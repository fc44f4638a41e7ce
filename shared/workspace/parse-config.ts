import { isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { TobanError } from '../platform/errors.ts';
import { crossCheck } from './cross-check.ts';
import { WorkspaceConfig } from './schemas.ts';

/** One thing wrong in the file: where, and what to do. Lines and columns count from 1. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Reads toban.yaml. Throws `misconfigured` with every problem in plain words, one per line:
 * `toban.yaml:12:9 routes[0].rota: there is no rota "mobilty"; did you mean "mobility"?`
 */
export function parseConfig(source: string, file = 'toban.yaml'): WorkspaceConfig {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    throw problem(
      file,
      document.errors.map((error) => ({ ...at(error.pos[0]), message: firstLine(error.message) })),
    );
  }
  const parsed = WorkspaceConfig.safeParse(document.toJS() ?? {});
  const place = (path: readonly PropertyKey[]) => at(offsetOf(path));
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

  /** Start of the nearest node on the path that stands in the file. */
  function offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && (node as Node).range) return (node as Node).range?.[0] ?? 0;
    }
    return 0;
  }
}

function problem(file: string, problems: readonly ConfigProblem[]): TobanError {
  const text = problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n');
  return new TobanError('misconfigured', text);
}

function issuePath(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : [...issue.path];
}

function sentence(issue: z.core.$ZodIssue): string {
  const where = pathText(issuePath(issue));
  if (issue.code === 'unrecognized_keys')
    return `${where}: there is no such setting; check the spelling or remove it`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${where}: is missing`;
  return `${where}: ${issue.message}`;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
