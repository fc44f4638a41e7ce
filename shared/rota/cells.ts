import type { Cell } from '../ports/sheets.ts';
import { errorOf, excerpt, fold, isEmpty, plain, textOf } from './fold.ts';
import type { ProblemCode, SpanKind } from './model.ts';
import type { NameBook, Named } from './names.ts';

/** What a duty cell says. */
export interface Statement {
  readonly kind: SpanKind;
  /** Slack ids: the first is called, the rest join later. */
  readonly people: readonly string[];
  readonly text: string;
  readonly insteadOf: string | null;
  readonly remarks: readonly {
    readonly code: ProblemCode;
    readonly detail: Readonly<Record<string, string>>;
  }[];
}

const FREE = /^(?:[-‐‑–—―−ー─]+|休|休み|お休み|なし|無し?|なし。|none|n\/a|nobody|no one)$/;
const UNDECIDED =
  /^(?:未定|未|未確定|調整中|tbd|tba|tbc|[?？]+|to be (?:decided|determined|announced)|unassigned)$/;
const ARROW = /(?:→|⇒|➡|⇨|➔|⟶|->|=>)/;
/** Always between names. */
const HARD = /[、,，/／&＆\n]/;
/** Between names only if each part is one: ・ and と also stand inside names. */
const SOFT = /[・･+＋;；|｜]|と| and /;
const MENTIONS = /^(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>\s*){2,}$/;

/** Reads duty cells by the given names; equal cells are read once. */
export function statementReader(names: NameBook): (cell: Cell) => Statement {
  const known = new Map<string, Statement>();
  return (cell) => {
    const error = errorOf(cell);
    if (error !== null)
      return { ...said('error', error), remarks: [{ code: 'formula-error', detail: { error } }] };
    const text = textOf(cell);
    const hit = known.get(text);
    if (hit) return hit;
    const read = isEmpty(cell) ? said('gap', '') : readText(text, names);
    known.set(text, read);
    return read;
  };
}

function said(kind: SpanKind, text: string): Statement {
  return { kind, people: [], text: excerpt(text), insteadOf: null, remarks: [] };
}

function readText(text: string, names: NameBook): Statement {
  const word = fold(text).replace(/^\((.*)\)$/, '$1');
  if (word === '') return said('gap', '');
  if (FREE.test(word)) return said('free', text);
  if (UNDECIDED.test(word)) return said('gap', text);
  const whole = names.resolve(text);
  if (isFound(whole)) return fromNames(text, [{ part: text, named: whole }]);
  const parts = plain(text).split(ARROW);
  const last = parts.at(-1)?.trim() ?? '';
  if (parts.length > 1) {
    const swap = last === '' ? said('gap', text) : readText(last, names);
    return { ...swap, text: excerpt(text), insteadOf: excerpt(parts[0] ?? '') || null };
  }
  return fromNames(text, partsOf(text, names));
}

interface Part {
  readonly part: string;
  readonly named: Named;
}

const isFound = (named: Named): boolean => named.kind !== 'unknown' || named.reason !== 'nobody';

function partsOf(text: string, names: NameBook): Part[] {
  const word = plain(text);
  if (MENTIONS.test(word))
    return [...word.matchAll(/<@[^>]+>/g)].map(([part]) => ({ part, named: names.resolve(part) }));
  const parts = withoutBrackets(word).flatMap((part): Part[] => {
    const named = names.resolve(part);
    if (isFound(named)) return [{ part, named }];
    const finer = part
      .split(SOFT)
      .map((piece) => piece.trim())
      .filter(Boolean)
      .map((piece) => ({ part: piece, named: names.resolve(piece) }));
    return finer.length > 1 && finer.every((piece) => isFound(piece.named)) ? finer : [{ part, named }];
  });
  return parts.length > 0 ? parts : [{ part: word, named: names.resolve(word) }];
}

/** Splits at hard separators outside brackets: `山田（佐藤/鈴木代理）` is one text that nobody can tell. */
function withoutBrackets(word: string): string[] {
  const parts: string[] = [];
  let [depth, part] = [0, ''];
  for (const sign of word) {
    if ('([{【「'.includes(sign)) depth++;
    else if (')]}】」'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && HARD.test(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map((each) => each.trim()).filter(Boolean);
}

/** One bad name does not spoil a good one beside it: who can be called is called, and the bad one is reported. */
function fromNames(text: string, parts: readonly Part[]): Statement {
  const remarks = parts.flatMap(remarksOf);
  const users = parts.flatMap(({ named }) => (named.kind === 'person' ? [named.user] : []));
  const people = [...new Set(users.filter((user) => !user.deactivated).map((user) => user.id))];
  if (people.length > 0) {
    const several =
      parts.length > 1
        ? [
            {
              code: 'several-names' as const,
              detail: { text: excerpt(text), first: users.find((user) => user.id === people[0])?.name ?? '' },
            },
          ]
        : [];
    return {
      kind: 'people',
      people,
      text: excerpt(text),
      insteadOf: null,
      remarks: [...remarks, ...several],
    };
  }
  const kinds = parts.map(({ named }) => named.kind);
  const kind = kinds.includes('person')
    ? 'deactivated'
    : kinds.includes('ambiguous')
      ? 'ambiguous'
      : 'unknown';
  return { ...said(kind, text), remarks };
}

function remarksOf({ part, named }: Part): Statement['remarks'] {
  const name = excerpt(part);
  switch (named.kind) {
    case 'unknown':
      return [
        {
          code: 'unknown-name',
          detail: { name, reason: named.reason, suggestions: named.suggestions.join('、') },
        },
      ];
    case 'ambiguous':
      return [{ code: 'ambiguous-name', detail: { name, candidates: named.candidates.join('、') } }];
    case 'person':
      if (named.user.deactivated) return [{ code: 'deactivated', detail: { name } }];
      return named.user.guest === 'single-channel'
        ? [{ code: 'single-channel-guest', detail: { name } }]
        : [];
  }
}
