import { systemClock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import { sign } from '../../shared/slack/index.ts';

/** What docs/apps-script/toban.gs does in a real spreadsheet: tells Toban that it was edited, signed. */
export function sheetScript(tobanUrl: string, secret: string, log: Log): (spreadsheet: string) => void {
  return (spreadsheet) => {
    const body = JSON.stringify({ spreadsheet });
    const timestamp = String(Math.floor(systemClock.now() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-toban-request-timestamp': timestamp,
      'x-toban-signature': sign(body, timestamp, secret),
    };
    fetch(`${tobanUrl}/sheets/changed`, { method: 'POST', headers, body }).catch((error: unknown) =>
      log.warn('edit-not-told', { reason: error instanceof Error ? error.message : String(error) }),
    );
  };
}
