import { html } from 'hono/html';
import type { Rehearsal, Runbook } from '../../../../shared/runbook/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import type { Draft } from './editor.ts';
import type { PlayText } from './play-text.ts';
import type { RunbookReader } from './reader.ts';

/** What goes along with each press of a rehearsal. */
export interface Carried {
  readonly action: string;
  /** What stands in the editor, where that is played. */
  readonly draft: Draft | null;
  readonly back: string;
  readonly startedAt: number;
  /** What was typed into the answer that could not be taken. */
  readonly typed: readonly string[];
}

/** Everything that a part of the page needs. */
export interface PlayScene {
  readonly runbook: Runbook;
  readonly played: Rehearsal;
  readonly carried: Carried;
  readonly reader: RunbookReader;
  readonly visitor: Visitor;
  readonly text: PlayText;
}

/** A form that carries the rehearsal along; `fields` is what it adds. */
export function playForm({ carried, played, visitor }: PlayScene, fields: Html): Html {
  const { action, draft, startedAt } = carried;
  return html`<form method="post" action="${action}#now" enctype="multipart/form-data" class="stack">${csrfField(visitor)}
<input type="hidden" name="moves" value="${JSON.stringify(played.moves)}"><input type="hidden" name="at" value="${String(startedAt)}">
${draft ? draftFields(draft) : ''}${fields}</form>`;
}

export const draftFields = ({ id, base, source }: Draft): Html =>
  html`<input type="hidden" name="id" value="${id ?? ''}"><input type="hidden" name="base" value="${base ?? ''}"><textarea name="source" hidden>
${source}</textarea>`;
