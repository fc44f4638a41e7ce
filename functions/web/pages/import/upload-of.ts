import { isUploadId, type Upload, uploadPath } from '../../../../shared/import/index.ts';
import { visitorOf, type WebContext } from '../../env.ts';
import type { WebParts } from '../../parts.ts';

/** The import that an address names; null where there is none, or it is another workspace's. */
export async function uploadOf(c: WebContext, { store }: Pick<WebParts, 'store'>): Promise<Upload | null> {
  const id = c.req.param('id') ?? '';
  const found = isUploadId(id) ? (await store.get<Upload>(uploadPath(id)))?.data : undefined;
  return found?.team === visitorOf(c).team ? found : null;
}
