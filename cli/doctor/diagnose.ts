import { ADMIN_TOKEN, type AdminToken } from '../../shared/admin-token/index.ts';
import { isTobanError } from '../../shared/platform/errors.ts';
import { checkChannels } from './checks/channels.ts';
import { checkGroups } from './checks/groups.ts';
import { checkPeople } from './checks/people.ts';
import { checkSheets } from './checks/sheets.ts';
import { checkToken } from './checks/slack.ts';
import { checkStore } from './checks/store.ts';
import type { Look } from './context.ts';
import type { Finding } from './finding.ts';

/** All that can be looked at with a valid configuration. Reads only. */
export async function diagnose(seen: Omit<Look, 'self'>): Promise<Finding[]> {
  const { env, tokens, text, patienceMs } = seen;
  const test = (name: 'SLACK_BOT_TOKEN' | 'SLACK_ADMIN_TOKEN', token: string | null) =>
    token === null
      ? { user: null, findings: [] }
      : checkToken(tokens, name, token, text, AbortSignal.timeout(patienceMs));
  const bot = await test('SLACK_BOT_TOKEN', env.slackBotToken);
  const admin = await test('SLACK_ADMIN_TOKEN', env.slackAdminToken);
  const look: Look = { ...seen, self: bot.user };
  const store = await checkStore(look);
  const reached = store.every(({ check, level }) => check !== 'store' || level === 'ok');
  const silent = [bot.user, admin.user, reached ? await connectedAccount(look) : null];
  const rest = await Promise.all([
    checkChannels(look),
    checkGroups(
      look,
      silent.filter((user) => user !== null),
    ),
    checkSheets(look),
    checkPeople(look),
  ]);
  return [...bot.findings, ...admin.findings, ...rest.flat(), ...store];
}

/** The administrator's account that was connected on the pages. */
async function connectedAccount({ store }: Look): Promise<string | null> {
  try {
    return (await store?.get<AdminToken>(ADMIN_TOKEN))?.data.holder?.user ?? null;
  } catch (error) {
    if (!isTobanError(error) || error.code === 'bug') throw error;
    return null;
  }
}
