import type { Incident } from '../incident/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { actions, escapeMrkdwn, section } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { startable } from './of-incident.ts';
import { runText } from './run-text.ts';

/** Runbooks that may fit an incident, each with its reason and a button that starts it; null where none does. */
export async function offerRunbooks(
  ctx: RunbookContext,
  state: Incident,
): Promise<Pick<OutgoingMessage, 'text' | 'blocks'> | null> {
  const { store, locale } = ctx.incidents.calls;
  const { suggested: found } = await startable(store, state, locale);
  if (found.length === 0) return null;
  const text = runText(locale);
  return {
    text: text.suggested,
    blocks: [
      section(text.suggested),
      ...found.flatMap(({ entry, because: { by, what } }, index) => [
        section(text.suggestion(escapeMrkdwn(entry.title), text.because(by, escapeMrkdwn(what)))),
        actions(`runbook ${entry.id}`, [
          {
            action: 'runbook_start',
            label: text.buttons.start,
            value: `${state.id}:${entry.id}`,
            primary: index === 0,
          },
        ]),
      ]),
    ],
  };
}
