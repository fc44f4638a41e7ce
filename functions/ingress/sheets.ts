import * as z from 'zod/mini';
import { isTobanError } from '../../shared/platform/errors.ts';
import type { Answer } from '../http/answer.ts';
import { parseJson } from './events.ts';
import type { IngressParts } from './parts.ts';

const Edited = z.object({ spreadsheet: z.string().check(z.regex(/^[\w-]{1,200}$/)) });

/** A spreadsheet's own script says that it was edited. It carries no truth: the sheet is read again. */
export async function acceptSheetEdit({ bus, log }: IngressParts, body: Buffer): Promise<Answer> {
  const edited = Edited.safeParse(parseJson(body));
  if (!edited.success) {
    log.warn('sheet-edit-invalid', { code: 'no-spreadsheet' });
    return { status: 400, text: 'no-spreadsheet: send {"spreadsheet":"<its ID>"}' };
  }
  try {
    await bus.publish('work', { kind: 'sheet', spreadsheet: edited.data.spreadsheet });
    return { status: 200 };
  } catch (error) {
    log.error('publish-failed', { code: isTobanError(error) ? error.code : 'bug' });
    return { status: 503, text: 'not-accepted' };
  }
}
