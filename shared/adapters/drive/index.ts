import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { TobanError } from '../../platform/errors.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { DocumentContent, Documents, KeptDocument } from '../../ports/documents.ts';
import { driveError, isMissing } from './errors.ts';

export interface DriveOptions {
  /** Root of another server that speaks the Drive v3 REST API; it is called without credentials. */
  readonly apiUrl?: string;
  /** Whom to share with where no credentials say it (the stand-in's account). */
  readonly accountEmail?: string | null;
  /** Below a task's lease of 30 s. */
  readonly timeoutMs?: number;
}

/**
 * A service account reaches what was shared with it and nothing else, so this is as narrow as its shares. The narrower
 * `drive.file` reaches only what the app made itself or somebody picked in a dialog: not a folder that people share.
 */
const SCOPE = 'https://www.googleapis.com/auth/drive';
const DOCUMENT = 'application/vnd.google-apps.document';
const FOLDER = 'application/vnd.google-apps.folder';
/** The most that goes in one multipart upload; beyond it Google wants another way. */
const LARGEST = 5 * 1024 * 1024;
/** By which a document of ours is found again. Only this app sees it. */
const KEY = 'toban';
const FIELDS = 'id,webViewLink,trashed';

/** The port on Google Drive, which turns Markdown into a Google Doc. The client is loaded with the first document. */
export function createDrive(options: DriveOptions = {}): Documents {
  const { apiUrl, accountEmail = null, timeoutMs = 20_000 } = options;
  let loading: ReturnType<typeof load> | null = null;
  const client = () => {
    loading ??= load(apiUrl);
    return loading;
  };

  async function call<T>(
    signal: AbortSignal,
    ask: (files: drive_v3.Drive['files'], request: object) => Promise<{ data: T }>,
  ): Promise<T> {
    const budget = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const { api } = await client();
    // Uploads take their root from the request alone.
    const request = { signal: budget, retry: false, ...(apiUrl && { rootUrl: apiUrl }) };
    return (await orAbort(ask(api.files, request), budget)).data;
  }
  const ours = (error: unknown): never => {
    throw driveError(error);
  };

  return {
    async find(key, signal) {
      const q = `appProperties has { key='${KEY}' and value='${quoted(key)}' } and trashed = false`;
      const everywhere = { corpora: 'allDrives', includeItemsFromAllDrives: true, supportsAllDrives: true };
      const params = { q, ...everywhere, orderBy: 'createdTime', pageSize: 1, fields: `files(${FIELDS})` };
      const found = await call(signal, (files, request) => files.list(params, request)).catch(ours);
      return kept(found.files?.[0]);
    },
    async create(folder, key, content, signal) {
      const requestBody = {
        name: content.title,
        mimeType: DOCUMENT,
        parents: [folder],
        appProperties: { [KEY]: key },
      };
      const params = { requestBody, media: mediaOf(content), supportsAllDrives: true, fields: FIELDS };
      const made = kept(await call(signal, (files, request) => files.create(params, request)).catch(ours));
      if (made) return made;
      throw new TobanError('unavailable', 'the Drive API answered something else', { reason: 'no-document' });
    },
    async replace(fileId, content, signal) {
      const requestBody = { name: content.title, mimeType: DOCUMENT };
      const params = {
        fileId,
        requestBody,
        media: mediaOf(content),
        supportsAllDrives: true,
        fields: FIELDS,
      };
      const answer = await call(signal, (files, request) => files.update(params, request)).catch(
        (error: unknown) => (isMissing(error) ? null : ours(error)),
      );
      return kept(answer);
    },
    async folder(fileId, signal) {
      const fields = 'name,mimeType,driveId,trashed,capabilities(canAddChildren)';
      const params = { fileId, supportsAllDrives: true, fields };
      const found = await call(signal, (files, request) => files.get(params, request)).catch(ours);
      if (found.mimeType !== FOLDER || found.trashed)
        throw new TobanError('refused', 'there is no such folder', { reason: 'folder-missing' });
      return {
        name: found.name ?? '',
        writable: found.capabilities?.canAddChildren === true,
        inSharedDrive: Boolean(found.driveId),
      };
    },
    async accountEmail() {
      const { email } = await client();
      return email().then((found) => found ?? accountEmail, ours);
    },
  };
}

async function load(apiUrl: string | undefined) {
  const google = await import('googleapis/build/src/apis/drive/index.js');
  const auth = apiUrl === undefined ? new google.auth.GoogleAuth({ scopes: [SCOPE] }) : null;
  const api = google.drive({
    version: 'v3',
    ...(auth ? { auth } : {}),
    ...(apiUrl === undefined ? {} : { rootUrl: apiUrl }),
  });
  const email = async () => (auth ? (await auth.getCredentials()).client_email : null);
  return { api, email };
}

function mediaOf({ markdown }: DocumentContent) {
  if (Buffer.byteLength(markdown) > LARGEST)
    throw new TobanError('bad-input', 'the document is larger than 5 MB', { reason: 'too-large' });
  return { mimeType: 'text/markdown', body: markdown };
}

/** Null where it is in the bin, where nobody looks. */
function kept(file: drive_v3.Schema$File | null | undefined): KeptDocument | null {
  if (!file?.id || file.trashed) return null;
  return { id: file.id, url: file.webViewLink ?? `https://docs.google.com/document/d/${file.id}/edit` };
}

/** In a query of Drive. */
const quoted = (text: string): string => text.replace(/[\\']/g, '\\$&');
