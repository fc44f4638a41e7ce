import type { z } from 'zod';
import { readYaml } from '../yaml/index.ts';

/** What is wrong at the top of a document. Lines and columns count from 1. */
export interface Fault {
  /** No front matter; no YAML; a field nobody knows; a field that must be there; a value that does not fit. */
  readonly kind: 'missing' | 'broken' | 'unknown' | 'absent' | 'wrong';
  /** The field, as `match.severities`; for `broken` what the YAML reader says. */
  readonly about: string;
  readonly line: number;
  readonly column: number;
}

export interface Split<T> {
  /** Null where it cannot be used. */
  readonly front: T | null;
  /** The document with its front matter blanked out line by line, so that places stay true. */
  readonly body: string;
  readonly faults: readonly Fault[];
}

/** Takes the YAML between two `---` off the top of a Markdown document. Pure. */
export function splitFrontMatter<T>(source: string, schema: z.ZodType<T>): Split<T> {
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source);
  if (found?.index !== 0)
    return { front: null, body: source, faults: [{ kind: 'missing', about: '', line: 1, column: 1 }] };
  const body = found[0].replace(/[^\r\n]/g, ' ') + source.slice(found[0].length);
  const { value, faults: broken, placeOf } = readYaml(found[1] ?? '');
  if (broken.length > 0) {
    const faults = broken.map(
      ({ message, line, column }): Fault => ({ kind: 'broken', about: message, line: line + 1, column }),
    );
    return { front: null, body, faults };
  }
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { front: parsed.data, body, faults: [] };
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
    const paths = unknown ? unknown.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => {
      const place = path.length > 0 ? placeOf(path) : null;
      const kind = unknown ? 'unknown' : place ? 'wrong' : 'absent';
      const { line, column } = place ?? { line: 1, column: 1 };
      return { kind, about: path.map(String).join('.'), line: line + 1, column };
    });
  });
  return { front: null, body, faults };
}
