import { askOf, firstSteps, stepById, waysFrom } from './flow.ts';
import type { Act, Goto, Problem, ProblemCode, Runbook, Section, Step } from './model.ts';
import { targetTakes } from './targets.ts';

/** What exists around a runbook; null where that is not known, and so not checked. */
export interface Names {
  readonly roles: readonly string[] | null;
  readonly rotas: readonly string[] | null;
  readonly services: readonly string[] | null;
  readonly audiences: readonly string[] | null;
  /** What legal duties want done, as `do duty` names it: `personal-data 2`. */
  readonly duties: readonly string[] | null;
  readonly runbooks: readonly string[] | null;
  readonly secrets: readonly string[] | null;
  /** Beginnings of addresses that an HTTP step may ask. */
  readonly urls: readonly string[] | null;
}

export const NOTHING_KNOWN: Names = {
  roles: null,
  rotas: null,
  services: null,
  audiences: null,
  duties: null,
  runbooks: null,
  secrets: null,
  urls: null,
};

const MOST_STEPS = 300;
/** As many as a menu in Slack holds. */
const MOST_OPTIONS = 100;

type Say = (code: ProblemCode, about: string, where: Step | Section, level?: Problem['level']) => void;

/** What is wrong with a runbook that can be read: it would get stuck, ask for what is not there, or never end. Pure. */
export function lintRunbook(runbook: Runbook, names: Names = NOTHING_KNOWN): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (code, about, { place }, level = 'error') => {
    problems.push({ code, about, ...place, level });
  };
  const steps = runbook.sections.flatMap((section) => section.steps);
  const last = steps.at(-1);
  if (last && steps.length > MOST_STEPS) say('too-many-steps', String(MOST_STEPS), last);
  const double = doubled(runbook, say);
  for (const section of runbook.sections)
    for (const step of section.steps) checkStep(runbook, section, step, names, say);
  for (const service of runbook.match.services)
    if (names.services && !names.services.includes(service))
      problems.push({ code: 'service-unknown', about: service, line: 1, column: 1, level: 'warning' });
  if (!double) checkFlow(runbook, say);
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Ids used twice: then nothing can be said of where the ways lead. */
function doubled({ sections }: Runbook, say: Say): boolean {
  let found = false;
  const twice: Say = (...what) => {
    found = true;
    say(...what);
  };
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (const section of sections) {
    if (seen.has(section.id)) twice('section-twice', section.id, section);
    seen.add(section.id);
    for (const step of section.steps) {
      if (ids.has(step.id)) twice('name-twice', step.id, step);
      ids.add(step.id);
    }
  }
  return found;
}

function checkStep(runbook: Runbook, section: Section, step: Step, names: Names, say: Say): void {
  const { act } = step;
  const known = (list: readonly string[] | null, name: string, code: ProblemCode) => {
    if (list && !list.includes(name)) say(code, name, step);
  };
  if (step.owner) known(names.roles, step.owner, 'role-unknown');
  for (const to of gotosOf(act)) {
    if (section.parallel) say('goto-in-parallel', section.id, step);
    if (to !== 'end' && !runbook.sections.some(({ id }) => id === to.section))
      say('goto-unknown', to.section, step);
  }
  for (const [, name = ''] of step.text.matchAll(/\{([a-z][a-z0-9_-]{0,39})\}/g))
    if (askOf(runbook, name) === null) say('name-unknown', name, step);
  if (act.kind === 'ask') checkAsk(step, act, names, say);
  if (act.kind === 'when') checkWhen(runbook, step, act, say);
  if (act.kind === 'run') known(names.runbooks, act.runbook, 'runbook-unknown');
  if (act.kind === 'http') {
    if (names.urls && !names.urls.some((url) => act.url.startsWith(url)))
      say('url-not-allowed', act.url, step);
    if (act.secret) known(names.secrets, act.secret, 'secret-unknown');
  }
  if (act.kind === 'do') {
    const { deed } = act;
    if (deed.do === 'call-role') known(names.roles, deed.role, 'role-unknown');
    if (deed.do === 'call-rota') known(names.rotas, deed.rota, 'rota-unknown');
    if (deed.do === 'call-person' && askOf(runbook, deed.name)?.type !== 'person')
      say('name-unknown', deed.name, step);
    if (deed.do === 'duty') known(names.duties, `${deed.duty} ${deed.step}`, 'duty-unknown');
    if (deed.do === 'update') known(names.audiences, deed.audience, 'audience-unknown');
  }
}

function checkAsk(step: Step, act: Extract<Act, { kind: 'ask' }>, names: Names, say: Say): void {
  if (act.type === 'choice' || act.type === 'many') {
    if (act.options.length < 2) say('too-few-options', act.name, step);
    if (act.options.length > MOST_OPTIONS) say('too-many-options', String(MOST_OPTIONS), step);
    const labels = act.options.map(({ label }) => label);
    for (const label of new Set(labels.filter((one, i) => labels.indexOf(one) < i)))
      say('option-twice', label, step);
  }
  if (act.into === null) return;
  const duty = /^duty\.(.+)$/.exec(act.into)?.[1];
  if (duty && names.duties && !names.duties.includes(`${duty} 1`)) say('duty-unknown', duty, step);
  const takes = targetTakes(act.into);
  if (takes === null) say('into-unknown', act.into, step);
  else if (!takes.includes(act.type)) say('into-type', `${act.into} ← ${act.type}`, step);
}

function checkWhen(runbook: Runbook, step: Step, act: Extract<Act, { kind: 'when' }>, say: Say): void {
  const asked = askOf(runbook, act.name);
  if (asked === null) {
    say('name-unknown', act.name, step);
    return;
  }
  const ordered = act.compare !== '=' && act.compare !== '!=';
  if (
    (ordered || asked.type === 'number') &&
    (asked.type !== 'number' || !Number.isFinite(Number(act.value)))
  ) {
    say('compare-numbers-only', act.name, step);
    return;
  }
  const labels = asked.options.map(({ label }) => label);
  if (labels.length > 0 && !labels.includes(act.value)) say('option-unknown', act.value, step);
}

const gotosOf = (act: Act): readonly Goto[] => {
  if (act.kind === 'go' || act.kind === 'when') return [act.goto];
  return act.kind === 'ask' ? act.options.flatMap(({ goto }) => (goto === null ? [] : [goto])) : [];
};

/** Steps that nothing leads to, and steps from which no way leads to the end. */
function checkFlow(runbook: Runbook, say: Say): void {
  const all = runbook.sections.flatMap(({ steps }) => steps);
  const ways = new Map(
    all.flatMap((step) => {
      const at = stepById(runbook, step.id);
      return at ? [[step.id, waysFrom(runbook, at)] as const] : [];
    }),
  );
  const reached = spread(firstSteps(runbook), (id) => ways.get(id)?.steps ?? []);
  const ending = all.filter(({ id }) => ways.get(id)?.ends).map(({ id }) => id);
  const before = new Map<string, string[]>();
  for (const [id, { steps }] of ways)
    for (const next of steps) before.set(next, [...(before.get(next) ?? []), id]);
  const leaving = spread(ending, (id) => before.get(id) ?? []);
  for (const step of all) {
    if (!reached.has(step.id)) say('unreachable', step.id, step, 'warning');
    else if (!leaving.has(step.id)) say('no-exit', step.id, step);
  }
}

function spread(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const one of next(id))
      if (!seen.has(one)) {
        seen.add(one);
        queue.push(one);
      }
  return seen;
}
