import { docFailureOf, docReason } from '../../postmortem/index.ts';
import type { Look, Tell } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * The folder in Drive that postmortems are exported to: there, shared, to be written, and in a shared drive. What it finds
 * can be told in several languages.
 */
export async function lookAtDocs({
  documents,
  config,
  patienceMs,
}: Pick<Look, 'documents' | 'config' | 'patienceMs'>): Promise<Tell> {
  const folder = config.postmortem.docs?.folder;
  if (!folder || !documents) return () => [];
  const wrong = async (reason: Parameters<typeof docReason>[0]): Promise<Tell> => {
    const account = await documents.accountEmail();
    return ({ locale }) => [finding('docs', 'error', folder, [docReason(reason, account, locale)])];
  };
  try {
    const { name, writable, inSharedDrive } = await documents.folder(folder, AbortSignal.timeout(patienceMs));
    if (!inSharedDrive) return await wrong('no-storage');
    if (!writable) return await wrong('folder-read-only');
    return ({ text }) => [finding('docs', 'ok', folder, text.docsReady(name))];
  } catch (error) {
    const reason = docFailureOf(error);
    if (reason === null) throw error;
    return wrong(reason);
  }
}

export const checkDocs = async (
  look: Pick<Look, 'documents' | 'config' | 'text' | 'locale' | 'patienceMs'>,
): Promise<Finding[]> => (await lookAtDocs(look))(look);
