import type { PostmortemConfig } from '../schemas.ts';
import type { TemplateEntry } from './library.ts';

type Rule = PostmortemConfig['rules'][number];
type Supplement = PostmortemConfig['supplements'][number];

/** A place of `postmortem:` in toban.yaml that names a template. */
export type TemplateUse =
  | { readonly in: 'rules'; readonly index: number; readonly rule: Rule }
  | { readonly in: 'supplements'; readonly index: number; readonly rule: Supplement };

/** Every place that names one, in the order in which they are asked. Pure. */
export const templateUses = ({ rules, supplements }: PostmortemConfig): readonly TemplateUse[] => [
  ...rules
    .map((rule, index) => ({ in: 'rules', index, rule }) as const)
    .filter(({ rule }) => rule.template !== 'none'),
  ...supplements.map((rule, index) => ({ in: 'supplements', index, rule }) as const),
];

/** Why a use finds nothing it could use. `unknown`: the shipped `sre` stands in for it; `kind`: one that is added, or one that is not. */
export interface TemplateTrouble {
  readonly use: TemplateUse;
  readonly why: 'unknown' | 'kind';
}

/** What the configuration names and the library does not have, or has as something else. Pure. */
export function templateTroubles(
  config: PostmortemConfig,
  entries: readonly Pick<TemplateEntry, 'id' | 'kind'>[],
): readonly TemplateTrouble[] {
  return templateUses(config).flatMap((use): TemplateTrouble[] => {
    const named = entries.filter(({ id }) => id === use.rule.template);
    if (named.length === 0) return [{ use, why: 'unknown' }];
    const wanted = use.in === 'rules' ? 'full' : 'supplement';
    return named.some(({ kind }) => kind === wanted) ? [] : [{ use, why: 'kind' }];
  });
}
