import { html } from 'hono/html';
import {
  describeAct,
  describeGoto,
  type Runbook,
  type Section,
  type Step,
} from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { markdown, safeAddress } from '../../markdown.ts';
import { calledHere, type RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** What stands beside a step, by its id. */
export type Beside = (step: Step) => Html | '';

/** A runbook to read: its sections with their steps, and what each step does in words. */
export function documentOf(runbook: Runbook, reader: RunbookReader, beside: Beside = () => ''): Html {
  return html`${runbook.intro ? markdown(runbook.intro, { heading: 3 }) : ''}
${runbook.sections.map((section) => sectionOf(section, runbook, reader, beside))}`;
}

function sectionOf(section: Section, runbook: Runbook, reader: RunbookReader, beside: Beside): Html {
  const text = runbookPageText(reader.locale);
  const { id, title, parallel, steps } = section;
  const items = steps.map((step) => stepOf(step, runbook, reader, beside));
  return html`<section class="chapter" id="section-${id}">
${title ? html`<h3 dir="auto">${title}</h3>` : ''}
${parallel ? html`<p class="muted">${text.parallel}</p>` : ''}
<ol class="play-steps">${items}</ol></section>`;
}

function stepOf(step: Step, runbook: Runbook, reader: RunbookReader, beside: Beside): Html {
  const text = runbookPageText(reader.locale);
  const called = calledHere(reader);
  const { act, owner, optional } = step;
  const does = describeAct(act, runbook, called);
  const options = act.kind === 'ask' ? act.options : [];
  const facts = [does, owner && text.by(called.role(owner)), optional ? text.optional : null].filter(
    (fact) => fact !== null,
  );
  const labels = options.map(
    ({ label, goto }) =>
      html`<li><bdi>${label}</bdi>${goto === null ? '' : html` <small class="muted">→ ${describeGoto(goto, runbook, reader.locale)}</small>`}</li>`,
  );
  const address = act.kind === 'open' ? safeAddress(act.url) : null;
  return html`<li class="${act.kind === 'say' ? 'told' : 'step'}">
${step.text ? markdown(step.text, { heading: 4 }) : ''}
${labels.length > 0 ? html`<ul class="options">${labels}</ul>` : ''}
${facts.length > 0 ? html`<p class="muted">${facts.join(' · ')}</p>` : ''}
${address ? html`<p><a href="${address}" rel="noopener noreferrer nofollow">${address}</a></p>` : ''}
${beside(step)}</li>`;
}
