import { z } from 'zod';
import {
  checkRunbook,
  listRunbooks,
  MOST_MOVES,
  RehearsalMove,
  type Runbook,
  rehearse,
  runbookSource,
  stepById,
} from '../../../../shared/runbook/index.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { type Form, formOf, formValue, formValues } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { textOf } from './edit.ts';
import { type Draft, editorOf, titleOf } from './editor.ts';
import type { Carried } from './play-scene.ts';
import { playText } from './play-text.ts';
import { playOf } from './play-view.ts';
import { namesHere, readerOf } from './reader.ts';

/** Plays a kept version; all that has been done stands in the form and is played again with each press. */
export function playPage(parts: WebParts): Page {
  return async (c) => {
    const { store, config } = parts;
    const entries = await listRunbooks(store);
    const entry = entries.find(({ id }) => id === c.req.param('id'));
    const version = c.req.query('version') || entry?.version || '';
    const kept = entry && (await runbookSource(store, entry.id, version));
    const runbook = kept ? checkRunbook(kept.source, namesHere(config, entries)).runbook : null;
    if (!entry || !runbook) return errorPage(c, 404, 'notFound');
    const action = `/runbooks/${entry.id}/play?version=${version}`;
    return show(c, parts, runbook, { action, draft: null, back: `/runbooks/${entry.id}` });
  };
}

/** Plays what stands in the editor, saved or not; the text travels along and comes back. */
export function playDraft(parts: WebParts): Page {
  return async (c) => {
    const { store, config, clock } = parts;
    const { locale } = c.var;
    const form = await formOf(c);
    const [id, base] = ['id', 'base'].map((name) => formValue(form, name) || null);
    const draft: Draft = { id: id ?? null, base: base ?? null, source: textOf(formValue(form, 'source')) };
    const entries = await listRunbooks(store);
    const checked = checkRunbook(draft.source, namesHere(config, entries));
    if (checked.runbook)
      return show(c, parts, checked.runbook, { action: '/runbooks/play', draft, back: '/runbooks' });
    const reader = await readerOf(parts, locale, clock.now());
    const main = editorOf(draft, checked, { words: playText(locale).notPlayable }, reader, visitorOf(c));
    return page(c, { title: titleOf(draft, locale), main, status: 422 });
  };
}

const Moves = z.array(RehearsalMove).max(MOST_MOVES);
const YEAR_MS = 366 * 86_400_000;

async function show(
  c: WebContext,
  { store, clock, config }: WebParts,
  runbook: Runbook,
  where: Pick<Carried, 'action' | 'draft' | 'back'>,
): Promise<Response> {
  const { locale } = c.var;
  const visitor = visitorOf(c);
  const form = c.req.method === 'POST' ? await formOf(c) : [];
  const zone = config.workspace.timezone;
  const kept = Moves.safeParse(jsonOf(formValue(form, 'moves') ?? '[]'));
  if (!kept.success) return errorPage(c, 400, 'badInput');
  const at = Number(formValue(form, 'at'));
  const startedAt = Math.abs(at - clock.now()) < YEAR_MS ? at : clock.now();
  const moves = nextMoves(kept.data, form, runbook);
  const played = rehearse(runbook, moves, {
    startedAt,
    zone,
    by: { user: visitor.user, name: visitor.name },
  });
  const reader = await readerOf({ store, config }, locale, played.now);
  const carried = { ...where, startedAt, typed: formValues(form, 'said') };
  const main = playOf(runbook, played, carried, reader, visitor);
  return page(c, {
    title: `${playText(locale).title} · ${runbook.title}`,
    main,
    ...(played.trouble && { status: 422 }),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The moves so far with the one that the press means, or without the last, or none. */
function nextMoves(moves: readonly RehearsalMove[], form: Form, runbook: Runbook): readonly RehearsalMove[] {
  const step = formValue(form, 'step') ?? '';
  const said = formValues(form, 'said');
  const picked = formValue(form, 'pick');
  if (picked !== undefined) return [...moves, { do: 'answer', step, said: picked }];
  switch (formValue(form, 'do')) {
    case 'undo':
      return moves.slice(0, -1);
    case 'restart':
      return [];
    case 'confirm':
      return [...moves, { do: 'confirm', step }];
    case 'time':
      return [...moves, { do: 'time', step }];
    case 'skip':
      return [...moves, { do: 'skip', step, reason: formValue(form, 'reason') ?? '' }];
    case 'answer':
      return [...moves, { do: 'answer', step, said: several(step, runbook) ? [...said] : (said[0] ?? '') }];
    default:
      return moves;
  }
}

const several = (step: string, runbook: Runbook): boolean => {
  const act = stepById(runbook, step)?.step.act;
  return act?.kind === 'ask' && act.type === 'many';
};
