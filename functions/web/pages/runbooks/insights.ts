import { html } from 'hono/html';
import { durationText } from '../../../../shared/language/index.ts';
import { MOST_RUNS, type RunbookFigures, type StepFigures } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import type { Beside } from './document.ts';
import type { RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** What the figures are of, and the way to those of one version or of all. */
export function figuresHead(
  { runs, more }: RunbookFigures,
  { address, one }: { readonly address: string; readonly one: boolean },
  { locale }: Pick<RunbookReader, 'locale'>,
): Html {
  const { figures: text } = runbookPageText(locale);
  const other = one
    ? html`<a href="${address}">${text.all}</a>`
    : html`<a href="${address}${address.includes('?') ? '&' : '?'}figures=version">${text.one}</a>`;
  if (runs === 0 && !one) return html`<p class="muted">${text.none}</p>`;
  return html`<p class="muted">${text.of(runs, one)} ${text.bound(MOST_RUNS, more)} ${other}</p>`;
}

/** Beside each step that was come to: how often, how long, how often skipped or corrected. */
export const figuresBeside =
  ({ steps, runs }: RunbookFigures, locale: RunbookReader['locale']): Beside =>
  ({ id, act }) => {
    const one = steps.get(id);
    if (!one || runs === 0 || act.kind === 'say' || act.kind === 'go' || act.kind === 'when') return '';
    const { figures: text } = runbookPageText(locale);
    const took =
      one.median === null || one.p90 === null
        ? null
        : text.took(durationText(one.median, locale), durationText(one.p90, locale));
    const facts = [
      text.reached(one.reached, runs),
      took,
      one.skipped > 0 ? text.skipped(one.skipped) : null,
      one.corrected > 0 ? text.corrected(one.corrected) : null,
    ].filter((fact) => fact !== null);
    return html`<p class="muted num">${facts.join(' · ')} ${oftenSkipped(one) ? badge('late', text.often) : ''}</p>`;
  };

/** Worth a word where it was skipped three times or more, and in three of ten cases or more. */
const oftenSkipped = ({ passed, skipped }: StepFigures): boolean =>
  skipped >= 3 && skipped / (passed + skipped) >= 0.3;
