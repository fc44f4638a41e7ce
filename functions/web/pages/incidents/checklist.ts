import { html } from 'hono/html';
import { checklistOf, type Item, incidentText, summaryOf } from '../../../../shared/incident/index.ts';
import type { Task } from '../../../../shared/tasks/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from './press.ts';
import type { Scene } from './scene.ts';

/** What the declare set going, as it stands: what failed first, with what to do; what is done folded away. */
export function checklistSection(scene: Scene, tasks: readonly Task[]): Html {
  const { incident, text, locale } = scene;
  const words = incidentText(locale);
  const items = checklistOf(incident, tasks, locale);
  const { done, all, failed } = summaryOf(items);
  const waiting = items.filter(({ state }) => state === 'waiting');
  const ended = items.filter(({ state }) => state === 'done');
  const retry = failed.some((item) => item.retry);
  return html`<section aria-labelledby="checklist"><h2 id="checklist">${text.checklist} <small class="muted num">${String(done)}/${String(all)}</small></h2>
${all === 0 ? html`<p class="muted">${text.noChecklist}</p>` : ''}
${list([...failed, ...waiting], scene)}
${retry ? html`${press(scene, 'retry', words.buttons.retry)}` : ''}
${ended.length > 0 ? html`<details id="ended"><summary>${text.done} (${String(ended.length)})</summary>${list(ended, scene)}</details>` : ''}
</section>`;
}

function list(items: readonly Item[], { text, locale }: Scene): Html | '' {
  if (items.length === 0) return '';
  const words = { done: text.done, failed: text.failed, waiting: incidentText(locale).waiting };
  return html`<ul class="effects">${items.map(
    ({ label, state, why, todo }) => html`<li class="effect">${badge(state, words[state])}
<p><bdi>${label}</bdi>${why ? html`<small class="facts">${spoken(why)} → ${spoken(todo)}</small>` : ''}</p></li>`,
  )}</ul>`;
}

/** The marks around commands are Slack's. */
const spoken = (words: string | null): string => (words ?? '').replaceAll('`', '');
