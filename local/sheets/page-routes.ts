import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { pageFileOf } from '../page-files.ts';
import { type ControlParts, parseBody } from './control-routes.ts';
import { BadCsv, csvRows } from './csv.ts';
import type { Document } from './documents.ts';
import { faultKinds } from './faults.ts';
import type { Answer } from './google-error.ts';
import { BadRequest, readBody, readJson } from './http.ts';
import { typedCell } from './typed.ts';
import { pageView, viewTag } from './view.ts';

export interface PageParts extends ControlParts {
  /** The date whose duty runs now, in a document's zone. */
  today(zone: string): string;
}

const Edits = z.strictObject({
  edits: z
    .array(
      z.strictObject({
        tab: z.string(),
        row: z.number().int().min(0),
        column: z.number().int().min(0),
        typed: z.string().max(50_000),
      }),
    )
    .min(1)
    .max(20_000),
});
const Rename = z.strictObject({ from: z.string(), to: z.string().trim().min(1).max(100) });
const OneFault = z.strictObject({ kind: z.enum(faultKinds).nullable() });

const FOLDER = join(import.meta.dirname, 'page');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*; connect-src 'self'; img-src 'self' data:";

/** A file of the page; null when the path names none. */
export function pageFile(path: string): Answer | null {
  const file = pageFileOf(FOLDER, path);
  if (!file) return null;
  const headers = { 'content-type': file.type, 'content-security-policy': POLICY };
  return { status: 200, body: file.body, headers };
}

/** `/documents…`: what the page reads and writes. Every accepted edit is on disk before it is answered. */
export async function documentAnswer(parts: PageParts, request: IncomingMessage, url: URL): Promise<Answer> {
  const [, , id, verb] = url.pathname.split('/');
  if (id === undefined) return { status: 200, body: { documents: parts.documents.ids() } };
  const document = parts.documents.get(id);
  if (!document) throw new BadRequest(404, 'no-such-document', `there is no spreadsheet "${id}"`);
  if (request.method === 'GET' && verb === undefined) return view(parts, document, request);
  if (request.method !== 'POST') throw new BadRequest(405, 'method', 'GET or POST');
  await change(parts, document, verb, request, url);
  return { status: 200, body: { ok: true } };
}

function view({ documents, faults, today }: PageParts, document: Document, request: IncomingMessage): Answer {
  const date = today(document.file.timeZone);
  const etag = viewTag(document, date, faults.list());
  if (request.headers['if-none-match'] === etag) return { status: 304, body: undefined, headers: { etag } };
  return { status: 200, body: pageView(document, date, faults.list(), documents.ids()), headers: { etag } };
}

async function change(
  parts: PageParts,
  { id, file, problem }: Document,
  verb: string | undefined,
  request: IncomingMessage,
  url: URL,
) {
  const { documents, faults } = parts;
  if (verb === 'fault') {
    const { kind } = parseBody(OneFault, await readJson(request));
    faults.clear();
    if (kind !== null) faults.set({ kind });
    return;
  }
  // Writing over a file that somebody is repairing in an editor would lose what they typed.
  if (problem !== null) throw new BadRequest(409, 'file-broken', 'the file cannot be read; repair it first');
  const year = Number(parts.today(file.timeZone).slice(0, 4));
  if (verb === 'edits') {
    const { edits } = parseBody(Edits, await readJson(request));
    documents.edit(
      id,
      edits.map(({ typed, ...at }) => ({ ...at, cell: typedCell(typed, year) })),
    );
  } else if (verb === 'rename-tab') {
    const { from, to } = parseBody(Rename, await readJson(request));
    documents.renameTab(id, from, to);
  } else if (verb === 'import') {
    await importCsv(parts, id, year, request, url.searchParams.get('tab') ?? '');
  } else {
    throw new BadRequest(404, 'no-such-verb', `there is no ${url.pathname}`);
  }
}

async function importCsv(
  { documents }: PageParts,
  id: string,
  year: number,
  request: IncomingMessage,
  tab: string,
) {
  if (!request.headers['content-type']?.startsWith('text/csv'))
    throw new BadRequest(415, 'not-csv', 'send content-type: text/csv');
  if (tab.trim() === '' || tab.length > 100)
    throw new BadRequest(400, 'bad-tab', 'name the tab: ?tab=当番表');
  const body = await readBody(request, 5_000_000);
  try {
    documents.putTab(id, tab, csvRows(body, year));
  } catch (error) {
    if (error instanceof BadCsv)
      throw new BadRequest(400, `csv-${error.code}`, error.message, { line: error.line });
    throw error;
  }
}
