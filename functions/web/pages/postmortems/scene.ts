import { allows } from '../../../../shared/access/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import {
  type AiConfig,
  type FoundPostmortem,
  type Postmortem,
  type PostmortemConfig,
  postmortemAddress,
  postmortemAtAddress,
} from '../../../../shared/postmortem/index.ts';
import { visitorOf, type WebContext } from '../../env.ts';
import type { WebParts } from '../../parts.ts';
import type { Acting } from '../incidents/press.ts';
import type { Refused } from '../incidents/scene.ts';
import { type PostmortemPageText, postmortemPageText } from './text.ts';
import { postmortemVerbs } from './verbs.ts';

/** What every part of a postmortem's page needs to be drawn. */
export interface PostmortemScene extends Acting {
  readonly found: FoundPostmortem;
  readonly state: Postmortem;
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly text: PostmortemPageText;
  readonly config: PostmortemConfig;
  /** Null where no language model may be asked. */
  readonly ai: AiConfig | null;
  readonly refused: Refused | null;
}

export function sceneOf(
  c: WebContext,
  { config, clock }: WebParts,
  found: FoundPostmortem,
  refused: Refused | null,
): PostmortemScene {
  const visitor = visitorOf(c);
  const { locale } = c.var;
  return {
    found,
    state: found.state,
    visitor,
    locale,
    may: allows(visitor.role, 'responder'),
    address: postmortemAddress(found.state),
    seen: found.state.version,
    zone: config.workspace.timezone,
    now: clock.now(),
    text: postmortemPageText(locale),
    config: config.postmortem,
    ai: config.ai ?? null,
    refused,
  };
}

/** The one that the address names; null where there is none that the visitor may know of. */
export function findPostmortem(c: WebContext, parts: WebParts): Promise<FoundPostmortem | null> {
  const { team, user } = visitorOf(c);
  return postmortemAtAddress(postmortemVerbs(parts), team, c.req.param('id') ?? '', user);
}
