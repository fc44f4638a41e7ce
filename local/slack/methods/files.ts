import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { refuse, refuseShape } from '../errors.ts';
import { type Call, count, json, maybe, method, text } from './define.ts';

/** A file just handed in is looked at before a message may show it (assumed). */
const LOOKED_AT_MS = 1_000;
const Completed = z.array(z.object({ id: z.string(), title: z.optional(z.string()) }));

/** Handing in a file: an address is asked for, the bytes go there, then it is complete. It is shown by a message only. */
export const files = {
  'files.getUploadURLExternal': method(4, { filename: text, length: count, alt_txt: maybe }, (call, args) => {
    if (!args.length) refuseShape('invalid_arguments', 'must be more than 0 [json-pointer:/length]');
    const id = `F${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
    const { filename: name, length, alt_txt: alt = '' } = args;
    const promised = { id, user: call.token.user, name, title: name, alt, length: length ?? 0 };
    call.workspace.save('files', { ...promised, bytes: null, readyAt: null });
    return { upload_url: `${call.url}/upload/${id}`, file_id: id };
  }),
  'files.completeUploadExternal': method(4, { files: json }, (call, args) => {
    const parsed = Completed.safeParse(args.files);
    if (!parsed.success) return refuseShape('invalid_arguments', 'must be files [json-pointer:/files]');
    return { files: parsed.data.map((one) => complete(call, one.id, one.title)) };
  }),
};

function complete({ workspace, token }: Call, id: string, title: string | undefined): object {
  const file = workspace.get('files', id) ?? refuse('file_not_found');
  if (file.user !== token.user || file.bytes === null) refuse('file_not_found');
  file.title = title ?? file.title;
  file.readyAt = workspace.now() + LOOKED_AT_MS;
  workspace.save('files', file);
  return { id, title: file.title };
}
