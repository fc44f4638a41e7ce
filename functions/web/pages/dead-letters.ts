import { html } from 'hono/html';
import { effectOf, ledgerText, listFailedTasks, replayTask } from '../../../shared/ledger/index.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';
import { type Page, visitorOf } from '../env.ts';
import { formOf } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { localPath } from '../sign-in/return-to.ts';
import { badge } from '../state.ts';
import { effectList } from './effects.ts';

/** What was given up, with its reason and a button each. */
export function deadLettersPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { locale, visitor } = c.var;
    const text = ledgerText(locale);
    const { tasks, cursor } = await listFailedTasks(store, c.req.query('cursor') || null);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const effects = tasks.map(({ data }) => effectOf(data, null, reader));
    const recordOf = ({ path }: { readonly path: string }) => {
      const [, id = ''] = path.split('/');
      return path.startsWith('escalations/')
        ? html` · <a href="/calls/${id}">${text.title}</a>`
        : html` · ${path}`;
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
${older}</section>`;
    return page(c, { title: text.dead.title, main });
  };
}

/** The button. What it made due gets its bell; a bell that cannot be rung is found by the minute's tick. */
export function replay(parts: WebParts): Page {
  const { store, clock, bus, log } = parts;
  return async (c) => {
    const form = new Map(await formOf(c));
    const by = visitorOf(c);
    const { outcome, bell } = await replayTask(store, form.get('task') ?? '', by, clock.now());
    if (bell) {
      log.info('replayed', { record: bell.record, by: by.user });
      try {
        await bus.publish(bell.lane, { kind: 'bell', record: bell.record });
      } catch (error) {
        log.warn('bell-not-rung', { record: bell.record, code: isTobanError(error) ? error.code : 'bug' });
      }
    }
    const back = new URL(localPath(form.get('back')), parts.baseUrl);
    back.searchParams.set('replayed', outcome);
    return c.redirect(`${back.pathname}${back.search}`, 303);
  };
}
