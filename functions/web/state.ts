import { html, raw } from 'hono/html';
import { SEVERITIES, type Severity } from '../../shared/severity/index.ts';
import type { Html } from './html.ts';

/** `open`: nobody has it. `waiting`: somebody has it, or look out. `done`: settled. `failed`: broken. `late`: not in time. `off`: nothing to do. */
export type State = 'open' | 'waiting' | 'done' | 'failed' | 'late' | 'off';

/** Told apart by shape as well as by colour and word: triangle, half disc, check, cross, clock, ring. */
const SHAPES: Readonly<Record<State, string>> = {
  open: '<path d="M6 1 11.5 11H.5Z"/>',
  waiting:
    '<path d="M6 .5a5.5 5.5 0 0 1 0 11Z"/><circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  done: '<path d="m1 6.5 3.5 3.5L11 2.5" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  failed: '<path d="m2 2 8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  late: '<circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 3v3.2l2.2 1.3" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  off: '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/>',
};

/** As many of four bars as it is grave. */
export function severityBadge(severity: Severity): Html {
  const grave = SEVERITIES.length - SEVERITIES.indexOf(severity);
  const bars = SEVERITIES.map((_one, i) => {
    const height = 3 + i * 3;
    return `<path d="M${i * 3 + 0.5} 12v-${height}h2v${height}Z"${i < grave ? '' : ' opacity=".25"'}/>`;
  });
  return html`<span class="state ${severity.toLowerCase()}"><svg viewBox="0 0 12 12" aria-hidden="true">${raw(bars.join(''))}</svg>${severity}</span>`;
}

/** A state with its word; the shape is for eyes only. */
export function badge(state: State, word: string): Html {
  return html`<span class="state ${state}"><svg viewBox="0 0 12 12" aria-hidden="true">${raw(SHAPES[state])}</svg>${word}</span>`;
}
