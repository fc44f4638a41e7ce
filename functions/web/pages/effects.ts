import { html } from 'hono/html';
import { allows } from '../../../shared/access/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { type Effect, ledgerText } from '../../../shared/ledger/index.ts';
import type { Visitor } from '../env.ts';
import { csrfField, type Html } from '../html.ts';
import { badge, type State } from '../state.ts';

const STATES: Readonly<Record<Effect['state'], State>> = {
  done: 'done',
  superseded: 'off',
  expired: 'failed',
  failed: 'failed',
  running: 'waiting',
  waiting: 'off',
  retrying: 'late',
};

/** Side effects as a checklist, each with its state, reason and, where it was given up, a button. `back`: the page to return to. */
export function effectList(
  effects: readonly Effect[],
  locale: Locale,
  visitor: Visitor | null,
  back: string,
  recordOf: (effect: Effect) => Html | '' = () => '',
): Html {
  const text = ledgerText(locale);
  const may = visitor !== null && allows(visitor.role, 'responder');
  const items = effects.map(
    (effect) => html`<li class="effect">
${badge(STATES[effect.state], text.outcomes[effect.state])}
<p>${effect.what}${effect.whom ? html` · <bdi>${effect.whom}</bdi>` : ''}<small class="facts">${effect.facts.join(' · ')} ${recordOf(effect)}</small></p>
${effect.replayable ? (may ? replayForm('task', effect.path, visitor, back, text.replay) : html`<small class="muted">${text.readOnly}</small>`) : ''}
</li>`,
  );
  return html`<ul class="effects">${items}</ul>`;
}

export function replayForm(
  field: 'task' | 'letter',
  value: string,
  visitor: Visitor,
  back: string,
  label: string,
): Html {
  return html`<form method="post" action="/dead-letters/replay">${csrfField(visitor)}
<input type="hidden" name="${field}" value="${value}"><input type="hidden" name="back" value="${back}">
<button class="second">${label}</button></form>`;
}
