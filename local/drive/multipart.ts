import { BadRequest } from '../sheets/http.ts';

export interface Part {
  readonly type: string;
  readonly body: string;
}

/** `multipart/related` as Drive takes it (RFC 2387): the metadata first, then the media. */
export function readMultipart(contentType: string, body: string): readonly [Part, Part] {
  const boundary = /^multipart\/related;\s*boundary="?([^";]+)"?$/.exec(contentType)?.[1];
  if (!boundary) throw new BadRequest(400, 'no-multipart', 'the body is not multipart/related');
  if (!body.includes(`--${boundary}--`)) throw new BadRequest(400, 'cut-off', 'the last boundary is missing');
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part): Part => {
      const text = part.replace(/^\r\n/, '').replace(/\r\n$/, '');
      const end = text.indexOf('\r\n\r\n');
      const type = /^content-type:\s*(.+)$/im.exec(text.slice(0, end))?.[1]?.trim() ?? '';
      return { type, body: text.slice(end + 4) };
    });
  const [metadata, media] = parts;
  if (parts.length !== 2 || !metadata || !media || end(metadata))
    throw new BadRequest(400, 'not-two', 'metadata as JSON and one media part are wanted');
  return [metadata, media];
}

const end = ({ type }: Part): boolean => !type.startsWith('application/json');
