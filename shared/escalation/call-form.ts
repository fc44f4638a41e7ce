import { isTobanError } from '../platform/errors.ts';
import {
  choice,
  type InboundAction,
  type InboundSubmission,
  modal,
  section,
  type Touched,
  textInput,
} from '../slack/index.ts';
import { routeName } from './choice-view.ts';
import type { EscalationContext } from './context.ts';
import { HELP_FORM } from './edge.ts';
import { localeFor } from './kinds/post.ts';
import { ask } from './request.ts';
import { directRoutes } from './route.ts';
import { routeById } from './route-id.ts';
import { callText } from './text.ts';

/** "Call the person on duty" was pressed in the app's home: fills the modal that the edge opened. */
export async function showCallForm(
  ctx: EscalationContext,
  { user, modal: externalId }: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  if (externalId === null) return null;
  const { form, ways } = callText(await localeFor(ctx, user, signal));
  const routes = directRoutes(ctx.routes);
  const options = routes.slice(0, 100).map((route) => ({ value: route.id, label: routeName(ctx, route) }));
  const [only] = options;
  const base = { callbackId: HELP_FORM, title: form.title, close: form.cancel, metadata: only?.value ?? '' };
  const which = choice({ id: 'route', label: form.which, options });
  const words = textInput({ id: 'words', label: form.words, hint: form.hint, lines: true, most: 3_000 });
  const view = only
    ? modal({ ...base, submit: form.submit, blocks: options.length > 1 ? [which, words] : [words] })
    : modal({ ...base, submit: null, blocks: [section(ways.where(channelsOf(ctx)))] });
  try {
    await ctx.slack.updateView({ externalId }, view, signal);
  } catch (error) {
    // The person has closed it again.
    if (!isTobanError(error, 'refused') || error.reason !== 'not_found') throw error;
  }
  return null;
}

/** The modal was sent: the request is posted in its asker's own direct messages, and called from there. */
export async function receiveCallForm(ctx: EscalationContext, form: InboundSubmission): Promise<Touched> {
  const { words, route: chosen } = form.values;
  const id = typeof chosen === 'string' ? chosen : form.privateMetadata;
  // A route that has gone while the modal was open must not cost the call.
  const route = routeById(directRoutes(ctx.routes), id) ?? directRoutes(ctx.routes)[0];
  return route && typeof words === 'string' ? ask(ctx, form, route, null, words) : null;
}

const channelsOf = ({ routes }: EscalationContext): string =>
  [...new Set(routes.map(({ channel }) => `<#${channel}>`))].join(' ');
