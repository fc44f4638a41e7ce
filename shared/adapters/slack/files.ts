import { TobanError } from '../../platform/errors.ts';
import type { Files } from '../../ports/files.ts';
import { createClient, read, type SlackOptions } from './requests.ts';

/** The port of files: an address is asked for, the bytes are sent there, and Slack is told that they are complete. */
export function createFiles(options: SlackOptions): Files {
  const client = createClient(options);
  const { timeoutMs = 8_000 } = options;
  return {
    async upload({ name, title, alt, bytes }, signal) {
      const asked = { filename: name, length: bytes.length, alt_txt: alt };
      const { upload_url: url, file_id: id } = await read(signal, () =>
        client.files.getUploadURLExternal(asked),
      );
      if (!url || !id)
        throw new TobanError('refused', 'Slack gave no address for a file', { reason: 'no_url' });
      await send(url, bytes, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
      await read(signal, () => client.files.completeUploadExternal({ files: [{ id, title }] }));
      return id;
    },
  };
}

/** Nobody sees a file that is not complete: whatever goes wrong here, the whole may be done again. */
async function send(url: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  let answer: Response;
  try {
    // A copy, since `fetch` wants bytes that nobody shares.
    answer = await fetch(url, { method: 'POST', body: new Uint8Array(bytes), signal, redirect: 'error' });
  } catch (error) {
    throw new TobanError('unavailable', 'the file did not reach Slack', { cause: error });
  }
  await answer.body?.cancel();
  if (answer.status >= 500 || answer.status === 429)
    throw new TobanError('unavailable', `Slack did not take the file: ${answer.status}`);
  if (!answer.ok)
    throw new TobanError('refused', `Slack refused the file: ${answer.status}`, {
      reason: `upload_${answer.status}`,
    });
}
