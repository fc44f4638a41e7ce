import { randomUUID } from 'node:crypto';
import { refuse } from '../errors.ts';
import { APP, APP_BOT, type SimView, TEAM } from '../model.ts';
import type { Sim } from '../sim.ts';
import type { ViewShape } from '../view-shape.ts';

/** A modal and two more on top of it. */
const HIGHEST_STACK = 3;

const hash = (sim: Sim): string => `${Math.floor(sim.workspace.now() / 1_000)}.${randomUUID().slice(0, 8)}`;

/** Opens a modal: alone, or on top of another of the same person. */
export function openView(sim: Sim, user: string, shape: ViewShape, below: SimView | null): SimView {
  const { workspace } = sim;
  unusedId(sim, shape.externalId, null);
  const stack = workspace.state.views.filter((one) => below && one.rootId === below.rootId);
  if (stack.length >= HIGHEST_STACK) refuse('push_limit_reached');
  // A person looks at one stack of modals at a time.
  if (!below) closeAll(sim, user);
  const id = workspace.id('V');
  const view = {
    ...shape,
    id,
    user,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    hash: hash(sim),
  };
  blockIds(sim, view);
  workspace.save('views', view);
  return view;
}

/** Replaces what a view shows. An id given by the app stays its own unless a new one is given. */
export function replaceView(sim: Sim, view: SimView, shape: ViewShape): void {
  unusedId(sim, shape.externalId, view.id);
  const { externalId } = view;
  Object.assign(view, shape, { hash: hash(sim), externalId: shape.externalId || externalId });
  blockIds(sim, view);
  sim.workspace.save('views', view);
}

export function publishHome(sim: Sim, user: string, shape: ViewShape, current: SimView | undefined): SimView {
  if (current) {
    replaceView(sim, current, shape);
    return current;
  }
  unusedId(sim, shape.externalId, null);
  const id = sim.workspace.id('V');
  const view = { ...shape, id, user, rootId: id, previousId: null, hash: hash(sim) };
  blockIds(sim, view);
  sim.workspace.save('views', view);
  return view;
}

export function closeView(sim: Sim, view: SimView): void {
  sim.workspace.remove('views', view);
}

/** Closes all modals of a person. */
export function closeAll(sim: Sim, user: string): void {
  for (const view of sim.workspace.state.views.filter((one) => one.user === user && one.type === 'modal'))
    closeView(sim, view);
}

function unusedId({ workspace }: Sim, externalId: string, own: string | null): void {
  if (externalId === '') return;
  if (workspace.state.views.some((one) => one.externalId === externalId && one.id !== own))
    refuse('duplicate_external_id');
}

/** Slack names each block that the app did not. */
function blockIds(sim: Sim, view: SimView): void {
  view.blocks = view.blocks.map((block) => ({ block_id: sim.workspace.id('b'), ...(block as object) }));
}

/** As the app sees it. `state`: what was entered. */
export const shownView = (view: SimView, state: object = {}): object => ({
  id: view.id,
  team_id: TEAM,
  type: view.type,
  blocks: view.blocks,
  private_metadata: view.privateMetadata,
  callback_id: view.callbackId,
  state: { values: state },
  hash: view.hash,
  title: view.title,
  submit: view.submit,
  close: view.close,
  clear_on_close: view.clearOnClose,
  notify_on_close: view.notifyOnClose,
  previous_view_id: view.previousId,
  root_view_id: view.rootId,
  external_id: view.externalId,
  app_id: APP,
  bot_id: APP_BOT,
});
