import { isStatus, MILESTONES } from '../incident/index.ts';
import { SEVERITIES, type Severity } from '../severity/index.ts';
import type { Act, AskType, Compare, Goto } from './model.ts';

/** What the last `code` of a list item says. */
export interface Directive {
  readonly act: Act;
  readonly owner: string | null;
  readonly optional: boolean;
}

/** Why it cannot be read: a word that is no verb, or a verb used wrongly with an example of how it is used. */
export type Misread = { readonly unknown: string } | { readonly example: string };

const NAME = '[a-z][a-z0-9_-]{0,39}';
const TARGET = '[a-z]+(?:\\.[a-z0-9_-]+)?';
const DURATION: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

interface Form {
  readonly pattern: RegExp;
  readonly read: (found: readonly string[]) => Act | null;
  readonly example: string;
}

const gotoOf = (text: string): Goto => (text === 'end' ? 'end' : { section: text.slice(1) });
const GOTO = `(#${NAME}|end)`;

/** By verb: how it is written. The words are the same in every language, so that a runbook can be translated alone. */
const FORMS: Readonly<Record<string, Form>> = {
  say: { pattern: /^say$/, read: () => ({ kind: 'say' }), example: 'say' },
  confirm: { pattern: /^confirm$/, read: () => ({ kind: 'confirm' }), example: 'confirm' },
  ask: {
    pattern: new RegExp(`^ask (text|number|choice|many|person|time) as (${NAME})(?: into (${TARGET}))?$`),
    read: ([type, name = '', into]) => ({
      kind: 'ask',
      type: type as AskType,
      name,
      options: [],
      into: into ?? null,
    }),
    example: 'ask number as users into impact.users',
  },
  open: {
    pattern: /^open (https:\/\/\S+)$/,
    read: ([url = '']) => ({ kind: 'open', url }),
    example: 'open https://status.example.com',
  },
  wait: {
    pattern: /^wait (\d{1,4})(s|m|h|d)$/,
    read: ([count, unit = 'm']) => ({ kind: 'wait', ms: Number(count) * (DURATION[unit] ?? 0) }),
    example: 'wait 10m',
  },
  when: {
    pattern: new RegExp(`^when (${NAME}) (=|!=|>=|<=|>|<) (.{1,75}?) go ${GOTO}$`, 'u'),
    read: ([name = '', compare, value = '', to = 'end']) => ({
      kind: 'when',
      name,
      compare: compare as Compare,
      value: /^[\d,]+$/.test(value) ? value.replaceAll(',', '') : value,
      goto: gotoOf(to),
    }),
    example: 'when users >= 1000 go #authority',
  },
  go: {
    pattern: new RegExp(`^go ${GOTO}$`),
    read: ([to = 'end']) => ({ kind: 'go', goto: gotoOf(to) }),
    example: 'go #recovery',
  },
  do: { pattern: /^do (\S+)(?: (\S+))?(?: (\S+))?$/, read: deedOf, example: 'do status fixing' },
  http: {
    pattern: /^http (GET|POST) (https:\/\/\S+)(?: secret ([A-Z][A-Z0-9_]{0,60}))?$/,
    read: ([method, url = '', secret]) => ({
      kind: 'http',
      method: method as 'GET' | 'POST',
      url,
      secret: secret ?? null,
    }),
    example: 'http POST https://ops.example.com/rollback secret OPS_TOKEN',
  },
  run: {
    pattern: new RegExp(`^run (${NAME})$`),
    read: ([runbook = '']) => ({ kind: 'run', runbook }),
    example: 'run release-rollback',
  },
};

/** Without a verb it is something to do; `end` goes there. */
const SHORT: Readonly<Record<string, string>> = { '': 'confirm', end: 'go end' };

const MODIFIERS = new RegExp(`(?: by (${NAME}))?( optional)?$`);

/** Reads `ask number as users into impact.users by scribe optional`. Pure. */
export function readDirective(source: string): Directive | Misread {
  const text = ` ${source.trim().replace(/ +/g, ' ')}`;
  const [, owner, optional] = MODIFIERS.exec(text) ?? [];
  const said = text.replace(MODIFIERS, '').trim();
  const body = SHORT[said] ?? said;
  const verb = body.split(' ', 1)[0] ?? '';
  const form = Object.hasOwn(FORMS, verb) ? FORMS[verb] : undefined;
  if (!form) return { unknown: verb };
  const found = form.pattern.exec(body);
  const act = found ? form.read(found.slice(1)) : null;
  if (!act) return { example: form.example };
  return { act, owner: owner ?? null, optional: optional !== undefined };
}

/** Whether a code span is meant as one: it begins with a verb of ours. Other code is part of the words. */
export const looksLikeDirective = (source: string): boolean => {
  const first = source.trim().split(/\s/, 1)[0] ?? '';
  return Object.hasOwn(FORMS, first) || ['by', 'optional', 'end'].includes(first);
};

/** A span at the end of an item that begins like a command of ours but is none: `aks text as x`. */
export const readsLikeCommand = (source: string): boolean => /^[a-z]+ [a-z]+ as [a-z]/.test(source.trim());

/** `go #x` or `end`, behind an option. */
export function readGoto(source: string): Goto | null {
  const found = new RegExp(`^(?:go )?${GOTO}$`).exec(source.trim());
  return found?.[1] ? gotoOf(found[1]) : null;
}

function deedOf([what, first, second]: readonly string[]): Act | null {
  if (what === 'call' && first === 'role' && second)
    return { kind: 'do', deed: { do: 'call-role', role: second } };
  if (what === 'call' && first === 'rota' && second)
    return { kind: 'do', deed: { do: 'call-rota', rota: second } };
  if (what === 'call' && first === 'person' && second)
    return { kind: 'do', deed: { do: 'call-person', name: second } };
  if (what === 'duty' && first && second && /^[1-9]\d?$/.test(second))
    return { kind: 'do', deed: { do: 'duty', duty: first, step: Number(second) } };
  if (!first || second) return null;
  if (what === 'status' && isStatus(first) && first !== 'detected')
    return { kind: 'do', deed: { do: 'status', to: first } };
  if (what === 'severity' && (SEVERITIES as readonly string[]).includes(first))
    return { kind: 'do', deed: { do: 'severity', to: first as Severity } };
  const milestone = MILESTONES.find((one) => one === first);
  if (what === 'milestone' && milestone) return { kind: 'do', deed: { do: 'milestone', milestone } };
  return what === 'update' ? { kind: 'do', deed: { do: 'update', audience: first } } : null;
}
