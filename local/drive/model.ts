import { z } from 'zod';

/** Folders and documents of the stand-in. `role`: what Toban's account may do in a folder. */
export interface StandInFolder {
  readonly name: string;
  readonly inSharedDrive: boolean;
  readonly role: 'contentManager' | 'reader';
}

export const StandInFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  parents: z.array(z.string()),
  appProperties: z.record(z.string(), z.string()),
  trashed: z.boolean(),
  /** As it was uploaded; Google would keep a Google Doc. */
  source: z.object({ type: z.string(), text: z.string() }),
});
export type StandInFile = z.infer<typeof StandInFile>;

/** The metadata of an upload as documented, and nothing besides: https://developers.google.com/drive/api/reference/rest/v3/files */
export const Metadata = z.strictObject({
  name: z.string().min(1).optional(),
  mimeType: z.string().optional(),
  parents: z.array(z.string()).length(1).optional(),
  appProperties: z.record(z.string().max(124), z.string().max(124)).optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const DOCUMENT = 'application/vnd.google-apps.document';
export const FOLDER = 'application/vnd.google-apps.folder';
/** What becomes a Google Doc, of `about.importFormats`. */
export const IMPORTED: ReadonlySet<string> = new Set(['text/markdown', 'text/html', 'text/plain']);
