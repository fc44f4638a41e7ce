import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { closed } from '../listener.ts';
import { BadRequest, send } from '../sheets/http.ts';
import { answerTo, driveError, type Shelf } from './api.ts';
import { StandInFile, type StandInFolder } from './model.ts';

export type { StandInFile, StandInFolder } from './model.ts';

/** A failure that Drive answers: its status and its `reason`. `silent`: nothing ever comes. */
export type DriveFault =
  | { readonly status: number; readonly reason: string; readonly after?: 'upload' }
  | { readonly silent: true };

/** Stands in for Google Drive: its REST API on 127.0.0.1, and a page for each document. */
export interface DriveStandIn {
  /** What `DRIVE_API_URL` takes. */
  readonly apiUrl: string;
  readonly accountEmail: string;
  readonly files: ReadonlyMap<string, StandInFile>;
  folder(id: string, folder: StandInFolder): void;
  /** As a person would: into the bin, or gone for good. */
  remove(id: string, how: 'bin' | 'gone'): void;
  /** Every request from now on fails so; `after: 'upload'`: the next upload is done, and only its answer is lost. Null: none. */
  fail(fault: DriveFault | null): void;
  close(): Promise<void>;
}

/** The folder that is there from the start; the laptop's configuration names it. */
export const STAND_IN_FOLDER = 'stand-in-folder';
const ACCOUNT = 'toban-work@stand-in.iam.gserviceaccount.com';

/** `folder`: where documents, and the port in their addresses, outlive a restart; without it they do not. */
export async function startDriveStandIn({
  folder,
}: {
  readonly folder?: string;
} = {}): Promise<DriveStandIn> {
  const files = new Map<string, StandInFile>();
  const folders = new Map<string, StandInFolder>();
  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
      const file = StandInFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      files.set(file.id, file);
    }
  }
  let fault: DriveFault | null = null;
  let origin = '';
  const shelf: Shelf = {
    files,
    folders,
    keep(file) {
      files.set(file.id, file);
      if (folder) writeFileSync(join(folder, `${file.id}.json`), JSON.stringify(file));
    },
    urlOf: (id) => `${origin}/document/d/${id}/edit`,
  };

  const server = createServer(async (request, response) => {
    const failing = fault;
    if (failing && 'silent' in failing) return;
    const lost = failing?.after === 'upload' && request.url?.startsWith('/upload/');
    if (failing && failing.after !== 'upload')
      return send(response, driveError(failing.status, failing.reason));
    const answer = await safely(request, shelf);
    if (lost) fault = null;
    send(response, failing && lost ? driveError(failing.status, failing.reason) : answer);
  });
  const portFile = folder && join(folder, 'port');
  const port = await listen(
    server,
    portFile && existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0,
  );
  if (portFile) writeFileSync(portFile, String(port));
  origin = `http://127.0.0.1:${port}`;
  folders.set(STAND_IN_FOLDER, { name: 'ポストモーテム', inSharedDrive: true, role: 'contentManager' });
  return {
    apiUrl: origin,
    accountEmail: ACCOUNT,
    files,
    folder: (id, of) => folders.set(id, of),
    remove(id, how) {
      const file = files.get(id);
      if (file && how === 'bin') shelf.keep({ ...file, trashed: true });
      else files.delete(id);
    },
    fail: (next) => {
      fault = next;
    },
    close: () => closed(server),
  };
}

/** On the wanted port, or on any where somebody else has it by now. */
function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve) => {
    server.once('error', () => server.listen(0, '127.0.0.1'));
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.listen(wanted, '127.0.0.1');
  });
}

async function safely(request: IncomingMessage, shelf: Shelf) {
  try {
    return await answerTo(request, shelf);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return driveError(error instanceof BadRequest ? error.status : 500, 'badRequest', said);
  }
}
