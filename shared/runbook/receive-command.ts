import { answerPerson, fillForm, incidentInRoom, localeFor, noteForm } from '../incident/index.ts';
import type { InboundCommand, Touched } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { startForm } from './forms.ts';
import { listOffered } from './library.ts';
import { openChoice } from './receive-action.ts';
import { runText } from './run-text.ts';
import { inLanguage } from './suggest.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** `/runbook` in a war room chooses one, `/runbook words` among those that fit; elsewhere the answer says where. */
export async function receiveCommand(
  ctx: RunbookContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const locale = await localeFor(ctx.incidents, command.user, signal);
  const found = await incidentInRoom(ctx.incidents, command.team, command.channel);
  const words = fold(command.text.trim());
  if (!found || words === 'help') {
    const text = runText(locale);
    await fillForm(
      ctx.incidents,
      command.modal,
      noteForm(found ? text.help : text.notInRoom, locale),
      signal,
    );
    if (command.modal === null) await answerPerson(ctx.incidents, command, () => text.notInRoom, signal);
    return null;
  }
  if (words === '') {
    await openChoice(ctx, command, found, signal);
    return null;
  }
  const all = inLanguage(await listOffered(ctx.incidents.calls.store), ctx.incidents.calls.locale);
  const fitting = all.filter(({ id, title, match }) =>
    [id, title, ...match.keywords].some((one) => fold(one).includes(words)),
  );
  const carried = { incident: found.state.id, channel: command.channel };
  const form = startForm(fitting.length > 0 ? fitting : all, carried, locale);
  await fillForm(ctx.incidents, command.modal, form, signal);
  return null;
}
