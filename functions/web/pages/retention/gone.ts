import { type Kind, retentionText } from '../../../../shared/retention/index.ts';
import type { WebContext } from '../../env.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';

/** There is no such page; where what stood there may have grown too old, that is said. Nobody learns whether it did. */
export function gonePage(c: WebContext, { config }: WebParts, kind: Kind): Response | Promise<Response> {
  const ms = config.retention[kind];
  const text = retentionText(c.var.locale);
  const note = ms === null ? null : text.gone(text.kinds[kind].name, text.days(ms));
  return errorPage(c, 404, 'notFound', [], note);
}
