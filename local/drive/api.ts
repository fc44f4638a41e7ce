import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from '../sheets/google-error.ts';
import { BadRequest, readBody } from '../sheets/http.ts';
import { DOCUMENT, FOLDER, IMPORTED, Metadata, type StandInFile, type StandInFolder } from './model.ts';
import { readMultipart } from './multipart.ts';

/** What the stand-in holds. */
export interface Shelf {
  readonly files: ReadonlyMap<string, StandInFile>;
  readonly folders: ReadonlyMap<string, StandInFolder>;
  keep(file: StandInFile): void;
  urlOf(id: string): string;
}

/** The older form of an error of Google, which Drive still answers. */
export const driveError = (code: number, reason: string, message = `Drive says ${reason}`): Answer => ({
  status: code,
  body: { error: { code, message, errors: [{ message, domain: 'global', reason }] } },
});
const notFound = (id: string) => driveError(404, 'notFound', `File not found: ${id}.`);

/** Answers one request of Drive v3, or the page of a document. */
export async function answerTo(request: IncomingMessage, shelf: Shelf): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, upload, id] = /^(\/upload)?\/drive\/v3\/files(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  const opened = /^\/document\/d\/([\w-]+)\/edit$/.exec(url.pathname)?.[1];
  const { method } = request;
  const asked = `${method} ${upload ? 'upload' : 'files'}${id ? '/id' : ''}`;
  if (opened !== undefined) return documentPage(shelf.files.get(opened));
  if (!url.pathname.includes('/drive/v3/files')) return notFound(url.pathname);
  switch (asked) {
    case 'POST upload':
      return write(request, url, shelf, null);
    case 'PATCH upload/id':
      return write(request, url, shelf, decodeURIComponent(id ?? ''));
    case 'GET files':
      return list(url, shelf);
    case 'GET files/id':
      return get(decodeURIComponent(id ?? ''), url, shelf);
    default:
      return driveError(404, 'notFound', `${asked} is no method`);
  }
}

/** A shared drive is not there for who does not say that they know of them. */
const reaches = (url: URL, folder: StandInFolder | undefined): boolean =>
  folder !== undefined && (!folder.inSharedDrive || url.searchParams.get('supportsAllDrives') === 'true');

async function write(request: IncomingMessage, url: URL, shelf: Shelf, id: string | null): Promise<Answer> {
  if (url.searchParams.get('uploadType') !== 'multipart') return driveError(400, 'badRequest');
  const body = (await readBody(request, 5 * 1024 * 1024 + 10_000)).toString('utf8');
  const [head, media] = readMultipart(request.headers['content-type'] ?? '', body);
  const metadata = Metadata.safeParse(JSON.parse(head.body));
  if (!metadata.success) throw new BadRequest(400, 'invalid', metadata.error.message);
  const { name, mimeType = DOCUMENT, parents, appProperties } = metadata.data;
  const before = id === null ? null : (shelf.files.get(id) ?? null);
  if (id !== null && !before) return notFound(id);
  if (before && parents) return driveError(403, 'fieldNotWritable');
  const parent = (before?.parents ?? parents ?? [])[0] ?? 'root';
  const folder = shelf.folders.get(parent);
  if (!folder || !reaches(url, folder)) return notFound(before ? before.id : parent);
  if (folder.role === 'reader') return driveError(403, 'insufficientFilePermissions');
  // Its owner would be the service account, which has no room for it.
  if (!folder.inSharedDrive && !before) return driveError(403, 'storageQuotaExceeded');
  if (mimeType === DOCUMENT && !IMPORTED.has(media.type)) return driveError(400, 'badRequest');
  const file: StandInFile = {
    id: before?.id ?? randomBytes(22).toString('base64url'),
    name: name ?? before?.name ?? 'Untitled',
    mimeType,
    parents: before?.parents ?? [parent],
    appProperties: { ...before?.appProperties, ...appProperties },
    trashed: before?.trashed ?? false,
    source: { type: media.type, text: media.body },
  };
  shelf.keep(file);
  return { status: 200, body: only(described(file, shelf), url.searchParams.get('fields')) };
}

function get(id: string, url: URL, shelf: Shelf): Answer {
  const folder = shelf.folders.get(id);
  const file = shelf.files.get(id);
  const within = folder ?? shelf.folders.get(file?.parents[0] ?? '');
  if (!within || !reaches(url, within)) return notFound(id);
  const body = file ? described(file, shelf) : describedFolder(id, within);
  return { status: 200, body: only(body, url.searchParams.get('fields')) };
}

const QUERY =
  /^appProperties has \{ key='((?:[^'\\]|\\.)*)' and value='((?:[^'\\]|\\.)*)' \} and trashed = false$/;

function list(url: URL, shelf: Shelf): Answer {
  const [, key, value] = QUERY.exec(url.searchParams.get('q') ?? '') ?? [];
  if (key === undefined) return driveError(400, 'invalid', 'Invalid Value');
  const everywhere = ['includeItemsFromAllDrives', 'supportsAllDrives'].every(
    (name) => url.searchParams.get(name) === 'true',
  );
  const found = [...shelf.files.values()].filter(
    ({ appProperties, trashed, parents: [parent] }) =>
      !trashed &&
      appProperties[key.replace(/\\(.)/g, '$1')] === value?.replace(/\\(.)/g, '$1') &&
      (everywhere || !shelf.folders.get(parent ?? '')?.inSharedDrive),
  );
  const fields = /^files\((.*)\)$/.exec(url.searchParams.get('fields') ?? '')?.[1] ?? null;
  return { status: 200, body: { files: found.map((file) => only(described(file, shelf), fields)) } };
}

const described = ({ source: _source, ...file }: StandInFile, shelf: Shelf) => ({
  kind: 'drive#file',
  ...file,
  webViewLink: shelf.urlOf(file.id),
});

const describedFolder = (id: string, { name, inSharedDrive, role }: StandInFolder) => ({
  kind: 'drive#file',
  id,
  name,
  mimeType: FOLDER,
  trashed: false,
  capabilities: { canAddChildren: role === 'contentManager' },
  ...(inSharedDrive && { driveId: 'stand-in-drive' }),
});

/** Nothing comes that was not asked for: without `fields`, what Drive gives by itself. */
function only(file: Readonly<Record<string, unknown>>, fields: string | null): object {
  const wanted = fields?.replace(/\([^)]*\)/g, '').split(',') ?? ['kind', 'id', 'name', 'mimeType'];
  return Object.fromEntries(Object.entries(file).filter(([name]) => wanted.includes(name)));
}

/** What Google Docs would show; here the text as it was sent. */
function documentPage(file: StandInFile | undefined): Answer {
  if (!file) return { status: 404, body: '<p>There is no such document.</p>' };
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const words = file.trashed
    ? '<p>In the bin</p>'
    : `<pre style="white-space:pre-wrap">${safe(file.source.text)}</pre>`;
  return {
    status: 200,
    body: `<!doctype html><meta charset="utf-8"><title>${safe(file.name)}</title><p>Stand-in for Google Docs</p>${words}`,
  };
}
