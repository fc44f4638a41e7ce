import { createSlack, createTokens } from '../shared/adapters/slack/index.ts';
import type { Incident } from '../shared/incident/index.ts';
import type { Env } from '../shared/platform/config.ts';
import type { SlackUser } from '../shared/ports/slack.ts';
import type { Page, Store } from '../shared/store/port.ts';
import { countedRecords } from '../shared/store/shapes.ts';
import { UsageError } from './command.ts';

export interface Workspace {
  readonly team: string;
  /** Null where there is no token to ask Slack with. */
  readonly users: readonly SlackUser[] | null;
}

interface SlackAt {
  readonly token: string;
  readonly apiUrl?: string;
}
const slackOf = ({ slackBotToken: token, slackApiUrl: apiUrl }: Env): SlackAt | null =>
  token ? { token, ...(apiUrl && { apiUrl }) } : null;

/** The workspace as Slack says; null where there is no token to ask with. */
export async function teamInSlack(env: Env): Promise<string | null> {
  const slackAt = slackOf(env);
  return slackAt && createTokens(slackAt).ownTeam(new AbortController().signal);
}

/** The workspace of the newest record; null where there is none. */
export async function teamInStore(store: Store): Promise<string | null> {
  const page: Page<Incident> = await store.page<Incident>({
    shape: countedRecords.incidents,
    values: {},
    limit: 1,
  });
  return page.docs[0]?.data.team ?? null;
}

/** The workspace that incidents are brought into, and who is in it: as Slack says, else as the store knows it. */
export async function findWorkspace(env: Env, store: Store, said: string | null): Promise<Workspace> {
  const { signal } = new AbortController();
  const slackAt = slackOf(env);
  if (slackAt) {
    const users = await createSlack(slackAt).users(signal);
    return { team: said ?? (await createTokens(slackAt).ownTeam(signal)), users };
  }
  const team = said ?? (await teamInStore(store));
  if (!team) throw new UsageError('Say --team: the id of the workspace (T…), or set SLACK_BOT_TOKEN.');
  return { team, users: null };
}
