import { html } from 'hono/html';
import { allows } from '../../../shared/access/index.ts';
import { type DeadLetter, listLetters, sendAgain } from '../../../shared/dead-letter/index.ts';
import { moment } from '../../../shared/language/index.ts';
import {
  effectOf,
  ledgerText,
  listFailedTasks,
  type Replayed,
  replayTask,
} from '../../../shared/ledger/index.ts';
import type { Doc } from '../../../shared/store/port.ts';
import { ring } from '../bell.ts';
import { type Page, type Visitor, visitorOf } from '../env.ts';
import { formOf, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { localPath } from '../sign-in/return-to.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';
import { effectList, replayForm } from './effects.ts';
import { incidentPageText } from './incidents/text.ts';

/** What was given up, with its reason and a button each. */
export function deadLettersPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { locale, visitor } = c.var;
    const text = ledgerText(locale);
    const [{ tasks, cursor }, letters] = await Promise.all([
      listFailedTasks(store, c.req.query('cursor') || null),
      listLetters(store),
    ]);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const effects = tasks.map(({ data }) => effectOf(data, null, reader));
    const recordOf = ({ path }: { readonly path: string }) => {
      const [, id = ''] = path.split('/');
      if (path.startsWith('escalations/')) return html` · <a href="/calls/${id}">${text.title}</a>`;
      if (path.startsWith('incidents/'))
        return html` · <a href="/incidents/${id}">${incidentPageText(locale).title}</a>`;
      return html` · ${path}`;
    };
    const outcome = (['started', 'running', 'gone'] as const).find((one) => one === c.req.query('replayed'));
    const older = cursor
      ? html`<p><a href="/dead-letters?cursor=${encodeURIComponent(cursor)}">${text.older}</a></p>`
      : '';
    const main = html`<section><h1>${text.dead.title}</h1>
<p class="muted">${text.dead.body}</p>
${outcome ? html`<p role="status" class="notice">${text.replayed[outcome]}</p>` : ''}
</section>
<section aria-labelledby="tasks" id="given-up" data-live><h2 id="tasks">${text.dead.tasks}</h2>
${effects.length > 0 ? effectList(effects, locale, visitor, '/dead-letters', recordOf) : html`<p>${badge('done', text.dead.none)}</p>`}
${older}</section>
<section aria-labelledby="letters" id="dead" data-live><h2 id="letters">${text.dead.letters}</h2>
${letters.length > 0 ? letterList(letters, reader, visitor) : html`<p>${badge('done', text.dead.noLetters)}</p>`}
</section>`;
    return page(c, { title: text.dead.title, main });
  };
}

function letterList(
  letters: readonly Doc<DeadLetter>[],
  { locale, zone, now }: Reader,
  visitor: Visitor | null,
): Html {
  const text = ledgerText(locale);
  const may = visitor !== null && allows(visitor.role, 'responder');
  const items = letters.map(({ id, data }) => {
    const { topic, about, attempts, diedAt, status, sentBy, message } = data;
    const facts = [
      moment(diedAt, now, zone, locale),
      topic,
      attempts && text.attempts(attempts),
      sentBy?.name,
    ];
    const form =
      status !== 'dead' || message === null || !may
        ? ''
        : replayForm('letter', id, visitor, '/dead-letters', text.sendAgain);
    return html`<li class="effect">${badge(LETTER[status], text.dead.status[status])}
<p><bdi>${about}</bdi><small class="facts">${facts.filter(Boolean).join(' · ')}${message === null ? ` · ${text.dead.tooLarge}` : ''}</small></p>${form}</li>`;
  });
  return html`<ul class="effects">${items}</ul>`;
}

const LETTER = { dead: 'failed', sending: 'waiting', sent: 'done' } as const;

/** The button. What it made due gets its bell; a bell that cannot be rung is found by the minute's tick. */
export function replay(parts: WebParts): Page {
  const { store, clock, log } = parts;
  return async (c) => {
    const form = new Map(await formOf(c));
    const by = visitorOf(c);
    const letter = form.get('letter');
    const { outcome, bell } =
      letter === undefined
        ? await replayTask(store, form.get('task') ?? '', by, clock.now())
        : replayed(await sendAgain(store, letter, by, clock.now()));
    if (bell) {
      log.info('replayed', { record: bell.record, by: by.user });
      await ring(parts, bell.record, [bell.lane]);
    }
    const back = new URL(localPath(form.get('back')), parts.baseUrl);
    back.searchParams.set('replayed', outcome);
    return c.redirect(`${back.pathname}${back.search}`, 303);
  };
}

function replayed(sent: Awaited<ReturnType<typeof sendAgain>>): Replayed {
  if (!sent) return { outcome: 'gone', bell: null };
  if (!sent.started || !sent.lane) return { outcome: 'running', bell: null };
  return { outcome: 'started', bell: { lane: sent.lane, record: sent.record } };
}
