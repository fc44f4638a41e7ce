import type { Manifest } from '../../shared/slack/index.ts';
import type { AppSettings } from './app.ts';
import type { Events } from './events.ts';
import type { Grants } from './grants.ts';
import type { Outgoing } from './outgoing.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { SignIn } from './sign-in.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** What every part of the simulated Slack works with. */
export interface Sim {
  readonly workspace: Workspace;
  readonly events: Events;
  readonly outgoing: Outgoing;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly grants: Grants;
  readonly signIn: SignIn;
  readonly app: AppSettings;
  readonly manifest: Manifest;
  /** Its own address, without a slash at the end. */
  readonly url: string;
}
