import type { z } from 'zod';
import type { Locale } from '../../../shared/language/index.ts';
import { type Fault, Problem } from './problem.ts';
import { apiText } from './text.ts';
import { WORDS } from './words.ts';

/** The parameters of an address as an operation declares them. What it does not know is refused: a typing error must not read as "all". */
export function readQuery<Q extends z.ZodObject>(url: string, schema: Q, locale: Locale): z.output<Q> {
  const from = url.indexOf('?');
  const searchParams = new URLSearchParams(from < 0 ? '' : url.slice(from));
  const text = apiText(locale);
  const twice = [...searchParams.keys()].find((name) => searchParams.getAll(name).length > 1);
  if (twice !== undefined)
    throw new Problem('bad-request', text.twice, { errors: [{ pointer: twice, detail: text.twice }] });
  const read = schema.safeParse(Object.fromEntries(searchParams), { error: WORDS[locale] });
  if (read.success) return read.data;
  throw new Problem('bad-request', text.queryUnreadable, { errors: faultsOf(read.error, '') });
}

/** What is wrong, one line each; the first 20. */
export const faultsOf = ({ issues }: z.ZodError, root: string): readonly Fault[] =>
  issues.slice(0, 20).flatMap((issue) => {
    const at = (path: readonly PropertyKey[]): string =>
      root + path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    const { path, message } = issue;
    // Each name that is not known is at fault by itself.
    const names = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 20) : [null];
    return names.map((name) => ({ pointer: at(name === null ? path : [...path, name]), detail: message }));
  });

/** `fields=id,title`: the fields that an answer is to have; null: all of them. */
export function readFields(
  asked: string | undefined,
  item: z.ZodObject,
  locale: Locale,
): readonly string[] | null {
  if (asked === undefined) return null;
  const names = asked.split(',').map((name) => name.trim());
  const known = Object.keys(item.shape);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names;
  const detail = apiText(locale).fieldsUnknown(unknown.join(', '), known.join(', '));
  throw new Problem('bad-request', detail, { errors: [{ pointer: 'fields', detail }] });
}

export const only = (item: object, names: readonly string[] | null): object =>
  names === null ? item : Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
