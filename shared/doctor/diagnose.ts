import { readAdminToken } from '../admin-token/index.ts';
import { bounded } from './bounded.ts';
import { checkAdministrator } from './checks/administrator.ts';
import { checkAi } from './checks/ai.ts';
import { checkBus } from './checks/bus.ts';
import { checkChannels } from './checks/channels.ts';
import { checkClock } from './checks/clock.ts';
import { checkDocs } from './checks/docs.ts';
import { checkRunbooks, checkTemplates } from './checks/documents.ts';
import { checkGroups } from './checks/groups.ts';
import { checkPeople } from './checks/people.ts';
import { checkSheets } from './checks/sheets.ts';
import { checkToken } from './checks/slack.ts';
import { checkStore } from './checks/store.ts';
import { checkTick } from './checks/tick.ts';
import { checkUndelivered, checkWork } from './checks/work.ts';
import { codeOf } from './code-of.ts';
import type { Look } from './context.ts';
import type { Finding } from './finding.ts';
import { inTime } from './in-time.ts';

/** All that can be looked at with a valid configuration. Reads only, and takes a few times `patienceMs` at most. */
export async function diagnose(seen: Omit<Look, 'self'>): Promise<Finding[]> {
  const { botToken, adminToken, tokens, text, patienceMs } = seen;
  const test = (name: 'SLACK_BOT_TOKEN' | 'SLACK_ADMIN_TOKEN', token: string | null) =>
    token === null
      ? { user: null, findings: [] }
      : checkToken(tokens, name, token, text, AbortSignal.timeout(patienceMs));
  const [bot, admin, store] = await Promise.all([
    test('SLACK_BOT_TOKEN', botToken),
    test('SLACK_ADMIN_TOKEN', adminToken),
    checkStore({ ...seen, self: null }),
  ]);
  const reached = store.every(({ check, level }) => check !== 'store' || level === 'ok');
  const look: Look = { ...seen, self: bot.user, store: reached ? seen.store : null };
  const silent = [bot.user, admin.user, await connectedAccount(look)].filter((user) => user !== null);
  const rest = await Promise.all([
    bounded(look, 'clock', checkClock(look)),
    bounded(look, 'admin-token', checkAdministrator(look)),
    bounded(look, 'channels', checkChannels(look)),
    bounded(look, 'user-groups', checkGroups(look, silent)),
    bounded(look, 'sheets', checkSheets(look)),
    bounded(look, 'people', checkPeople(look)),
    bounded(look, 'runbooks', checkRunbooks(look)),
    bounded(look, 'templates', checkTemplates(look)),
    bounded(look, 'docs', checkDocs(look)),
    bounded(look, 'ai', checkAi(look)),
    bounded(look, 'bus', checkBus(look)),
    bounded(look, 'work', checkTick(look)),
    bounded(look, 'work', checkWork(look)),
    bounded(look, 'undelivered', checkUndelivered(look)),
  ]);
  return [...bot.findings, ...admin.findings, ...rest.flat(), ...store];
}

/** The administrator's account that was connected on the pages. */
async function connectedAccount({ store, patienceMs }: Look): Promise<string | null> {
  try {
    const kept = store && (await inTime(readAdminToken(store), patienceMs));
    return kept?.holder?.user ?? null;
  } catch (error) {
    codeOf(error);
    return null;
  }
}
