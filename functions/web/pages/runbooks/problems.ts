import { html } from 'hono/html';
import { type Problem, problemText } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import type { RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** More are not read at once; mending some brings up the rest. */
const MOST = 50;

/** How a runbook stands by what the linter finds. */
export function problemBadge(problems: readonly Problem[], locale: RunbookReader['locale']): Html {
  const text = runbookPageText(locale);
  const errors = problems.filter(({ level }) => level === 'error').length;
  if (problems.length === 0) return badge('done', text.fine);
  return badge(errors > 0 ? 'failed' : 'late', text.problems(errors, problems.length - errors));
}

/** Each with its line and column, and the line itself to find it by. `editor`: the id of the field it stands in. */
export function problemList(
  problems: readonly Problem[],
  source: string,
  { locale }: Pick<RunbookReader, 'locale'>,
  editor: string | null = null,
): Html {
  const text = runbookPageText(locale);
  const lines = source.split('\n');
  const items = problems.slice(0, MOST).map((problem) => {
    const { line, column, level } = problem;
    const words = problemText(problem, locale);
    const told = editor
      ? html`<a href="#${editor}" data-line="${String(line)}" data-column="${String(column)}">${words}</a>`
      : words;
    const found = (lines[line - 1] ?? '').trim().slice(0, 120);
    return html`<li>${badge(level === 'error' ? 'failed' : 'late', text.levels[level])} <span>${told}</span>
${found ? html`<code dir="auto">${found}</code>` : ''}</li>`;
  });
  return html`<ul class="problems">${items}</ul>`;
}
