import { openView, publishHome, replaceView, shownView } from '../acts/views.ts';
import { refuse } from '../errors.ts';
import type { SimView } from '../model.ts';
import { checkView } from '../view-shape.ts';
import { type Call, json, maybe, method, text, userOf } from './define.ts';

export const views = {
  'views.open': method(4, { trigger_id: text, view: json }, (call, args) => {
    const shape = checkView(args.view, 'modal');
    const user = call.triggers.exchange(args.trigger_id);
    return { view: shownView(openView(call, user, shape, null)) };
  }),
  'views.push': method(4, { trigger_id: text, view: json }, (call, args) => {
    const shape = checkView(args.view, 'modal');
    const user = call.triggers.exchange(args.trigger_id);
    const top = call.workspace.state.views.filter((one) => one.user === user && one.type === 'modal').at(-1);
    return { view: shownView(openView(call, user, shape, top ?? refuse('not_found'))) };
  }),
  'views.update': method(4, { view_id: maybe, external_id: maybe, hash: maybe, view: json }, (call, args) => {
    const view = find(call, args.view_id, args.external_id);
    if (args.hash !== undefined && args.hash !== view.hash) refuse('hash_conflict');
    replaceView(call, view, checkView(args.view, view.type));
    return { view: shownView(view) };
  }),
  'views.publish': method(4, { user_id: text, view: json, hash: maybe }, (call, args) => {
    const shape = checkView(args.view, 'home');
    const user = userOf(call, args.user_id);
    const current = call.workspace.state.views.find((one) => one.type === 'home' && one.user === user.id);
    if (args.hash !== undefined && current && current.hash !== args.hash) refuse('hash_conflict');
    return { view: shownView(publishHome(call, user.id, shape, current)) };
  }),
};

function find({ workspace }: Call, id: string | undefined, externalId: string | undefined): SimView {
  if (!id && !externalId) refuse('invalid_arguments');
  const found = id
    ? workspace.get('views', id)
    : workspace.state.views.find((one) => one.externalId === externalId);
  return found ?? refuse('not_found');
}
