import type { HttpAnswer } from './http-answer.ts';
import type { Workspace } from './workspace.ts';

/** `POST /upload/F…` takes the bytes of a file that was announced, `GET /files/F…` shows it; null for other paths. */
export function fileAnswer(
  workspace: Workspace,
  method: string,
  path: string,
  body: Buffer,
): HttpAnswer | null {
  const [, place, id = ''] = /^\/(upload|files)\/(F[A-Z0-9]+)$/.exec(path) ?? [];
  if (!place) return null;
  const file = workspace.get('files', id);
  const answer = (status: number, text: string): HttpAnswer => ({ status, body: text, headers: {} });
  if (!file) return answer(404, 'file_not_found');
  if (place === 'files' && method === 'GET')
    return file.bytes === null
      ? answer(404, 'file_not_found')
      : { status: 200, body: Buffer.from(file.bytes, 'base64'), headers: { 'content-type': 'image/png' } };
  if (place !== 'upload' || method !== 'POST') return answer(405, 'method-not-allowed');
  if (body.length !== file.length) return answer(400, `length ${body.length} is not ${file.length}`);
  file.bytes = body.toString('base64');
  workspace.save('files', file);
  return answer(200, `OK - ${body.length}`);
}
