import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import { closed } from '../listener.ts';
import { parseAddress } from './a1.ts';
import { apiAnswer } from './api-routes.ts';
import { controlAnswer } from './control-routes.ts';
import { Documents, NoSuchTab, TabExists } from './documents.ts';
import { Faults } from './faults.ts';
import { BadRequest, isLocalHost, send } from './http.ts';
import type { FileCell, SpreadsheetFile } from './model.ts';
import { documentAnswer, type PageParts, pageFile } from './page-routes.ts';
import { dutyDate, seedMobility } from './seed.ts';
import { typedCell } from './typed.ts';

export type { Fault, FaultKind } from './faults.ts';
export { FileCell, SpreadsheetFile } from './model.ts';
export { dutyDate, seedMobility } from './seed.ts';

export interface SheetsSimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Folder of the JSON files; made when it is not there. */
  readonly folder: string;
  /** The business clock: which row is today's, which year completes a date. */
  readonly clock: Clock;
  readonly log: Log;
  /** Zone of the seeded spreadsheet. */
  readonly zone?: string;
  /** `HH:mm` at which a day's duty begins, for the seed and the highlighted row. */
  readonly handover?: string;
  /** Called after each edit with the spreadsheet's id, as an installed script of it would be. */
  readonly onEdit?: (spreadsheet: string) => void;
  /** False leaves an empty folder empty. */
  readonly seed?: boolean;
}

export interface SheetsSimulator {
  /** The page. */
  readonly url: string;
  /** What `SHEETS_API_URL` takes. */
  readonly apiUrl: string;
  /** Whom the spreadsheets are shared with, as messages name it. */
  readonly accountEmail: string;
  readonly faults: Faults;
  /** `当番表!C14` of a spreadsheet as its file has it; null for an empty cell or one that is not there. */
  getCell(spreadsheet: string, address: string): FileCell;
  /** Sets a cell as the file writes it; on disk before it returns. Throws on an unknown tab. */
  setCell(spreadsheet: string, address: string, cell: FileCell): void;
  /** Sets a cell as if `text` had been typed into the page. */
  typeCell(spreadsheet: string, address: string, text: string): void;
  renameTab(spreadsheet: string, from: string, to: string): void;
  /** Writes a whole spreadsheet. */
  put(spreadsheet: string, file: SpreadsheetFile): void;
  close(): Promise<void>;
}

const ACCOUNT = 'toban-worker@local-project.iam.gserviceaccount.com';

/** Serves the folder as the Sheets v4 REST API and as a page, on 127.0.0.1 only. */
export async function startSheetsSimulator(options: SheetsSimulatorOptions): Promise<SheetsSimulator> {
  const { folder, clock, log, zone = 'Asia/Tokyo', handover = '00:00' } = options;
  const documents = new Documents(folder, options.onEdit);
  if (options.seed !== false && documents.ids().length === 0) {
    documents.put('mobility', seedMobility(clock.now(), zone, handover));
  }
  const today = (of: string) => dutyDate(clock.now(), of, handover);
  const year = () => Number(today(zone).slice(0, 4));
  const faults = new Faults();
  const parts: PageParts = { documents, faults, today, year };
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => fail(error, response, log));
  });
  await listen(server, options.port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: url,
    accountEmail: ACCOUNT,
    faults,
    ...driver(documents, year),
    close: () => closed(server),
  };
}

function driver(documents: Documents, year: () => number) {
  const at = (address: string) => {
    const position = parseAddress(address);
    if (!position) throw new RangeError(`"${address}" is not a cell such as 当番表!C14`);
    return position;
  };
  return {
    getCell(spreadsheet: string, address: string): FileCell {
      const { tab, row, column } = at(address);
      return documents.get(spreadsheet)?.file.tabs[tab]?.[row]?.[column] ?? null;
    },
    setCell: (spreadsheet: string, address: string, cell: FileCell) =>
      documents.edit(spreadsheet, [{ ...at(address), cell }]),
    typeCell: (spreadsheet: string, address: string, text: string) =>
      documents.edit(spreadsheet, [{ ...at(address), cell: typedCell(text, year()) }]),
    renameTab: (spreadsheet: string, from: string, to: string) => documents.renameTab(spreadsheet, from, to),
    put: (spreadsheet: string, file: SpreadsheetFile) => documents.put(spreadsheet, file),
  };
}

async function answer(parts: PageParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocalHost(request))
    throw new BadRequest(421, 'not-local', 'this server answers to 127.0.0.1 and localhost only');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = url.pathname;
  if (path.startsWith('/v4/')) {
    const reply = await apiAnswer(parts.documents, parts.faults, request.method ?? 'GET', url);
    if (reply === 'lost') request.socket.destroy();
    else send(response, reply);
  } else if (path.startsWith('/control/')) send(response, await controlAnswer(parts, request, path));
  else if (path === '/documents' || path.startsWith('/documents/'))
    send(response, await documentAnswer(parts, request, url));
  else if (path === '/health') send(response, { status: 200, body: { ok: true } });
  else send(response, pageFile(path) ?? { status: 404, body: { error: 'there is nothing here' } });
}

function fail(error: unknown, response: ServerResponse, log: Log): void {
  if (response.headersSent || response.destroyed) return;
  const bad = badRequest(error);
  if (!bad)
    log.error('sheets-simulator-failed', { error: error instanceof Error ? error.message : String(error) });
  const body = bad
    ? { error: bad.code, message: bad.message, ...bad.detail }
    : { error: 'bug', message: String(error) };
  send(response, { status: bad?.status ?? 500, body });
}

function badRequest(error: unknown): BadRequest | null {
  if (error instanceof BadRequest) return error;
  if (error instanceof NoSuchTab)
    return new BadRequest(404, 'no-such-tab', `there is no tab "${error.message}"`);
  if (error instanceof TabExists)
    return new BadRequest(409, 'tab-exists', `there already is a tab "${error.message}"`);
  if (error instanceof RangeError || error instanceof URIError)
    return new BadRequest(400, 'bad-value', error.message);
  return null;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
