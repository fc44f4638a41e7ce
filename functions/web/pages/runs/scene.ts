import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import type { Incident } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import {
  type Called,
  calledOf,
  type Run,
  type Runbook,
  type RunText,
  runAddress,
  runText,
  type Step,
  saidValue,
  stepById,
  type Value,
} from '../../../../shared/runbook/index.ts';
import type { Visitor } from '../../env.ts';
import { type Form, formValue, formValues, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Acting } from '../incidents/press.ts';
import { namesOf } from '../names.ts';
import { type RunPageText, runPageText } from './text.ts';

/** A form that was refused: which one and of which step, why, and what was typed into it. */
export interface Refused {
  readonly verb: string;
  readonly step: string;
  readonly words: string;
  /** Said beside the field; null where none is to blame. */
  readonly error: string | null;
  /** The field that is to blame. */
  readonly field: string | null;
  readonly typed: Form;
}

export interface Played {
  readonly run: Run;
  readonly runbook: Runbook;
  readonly incident: Incident;
}

/** What every part of a run's page needs to be drawn. */
export interface RunScene extends Played, Acting {
  readonly text: RunPageText;
  readonly words: RunText;
  readonly locale: Locale;
  readonly zone: string;
  readonly clock: { now(): number };
  readonly called: Called;
  readonly refused: Refused | null;
  nameOf(user: string): string;
}

export async function sceneOf(
  played: Played,
  { config, clock, people }: WebParts,
  visitor: Visitor,
  locale: Locale,
  refused: Refused | null,
  signal: AbortSignal,
): Promise<RunScene> {
  const { run, runbook, incident } = played;
  const known = new Map(
    peopleOf(played)
      .filter(({ user, name }) => user !== name)
      .map(({ user, name }) => [user, name]),
  );
  const asked = Object.entries(run.answers).flatMap(([name, value]) => {
    const act = stepById(runbook, name)?.step.act;
    return act?.kind === 'ask' && act.type === 'person' ? [String(value)] : [];
  });
  const unknown = [...asked, ...incident.people.map(({ user }) => user)].filter((user) => !known.has(user));
  const looked = await namesOf(people, [...new Set(unknown)], signal);
  return {
    ...played,
    text: runPageText(locale),
    words: runText(locale),
    locale,
    zone: config.workspace.timezone,
    clock,
    called: calledOf(config, locale),
    visitor,
    may: allows(visitor.role, 'responder') && incident.status !== 'closed',
    address: runAddress(run.id),
    seen: run.version,
    refused,
    nameOf: (user) => known.get(user) ?? looked.get(user) ?? user,
  };
}

/** Those of a run's incident, each once: whom a step can be handed to, and who can be an answer by name. */
export function peopleOf({ run, incident }: Pick<Played, 'run' | 'incident'>) {
  const all = [
    ...incident.people,
    ...Object.values(incident.roles),
    ...(incident.declaredBy ? [incident.declaredBy] : []),
    ...run.log.flatMap(({ by }) => by ?? []),
    ...run.open.flatMap(({ holder }) => holder ?? []),
  ];
  const named = (user: string) => all.find((one) => one.user === user && one.name !== user);
  return [...new Set(all.map(({ user }) => user))].flatMap((user) => named(user) ?? { user, name: user });
}

export const said = (scene: RunScene, value: Value, step: Step | undefined): string =>
  saidValue(value, scene, step?.act, scene.nameOf);

/** Whether this form is the one that was refused. */
export const isRefused = ({ refused }: Pick<RunScene, 'refused'>, verb: string, step: string): boolean =>
  refused?.verb === verb && refused.step === step;

/** What was sent and refused stays on the page as it was typed, whatever the news. */
export const heldBy = ({ refused }: Pick<RunScene, 'refused'>, step: string): Html | '' =>
  refused?.step === step ? html`data-hold` : '';

/** What was typed into a field of the form that was refused; else what the field shows by itself. */
export const typedIn = (
  scene: Pick<RunScene, 'refused'>,
  verb: string,
  step: string,
  field: string,
  otherwise: string,
): string =>
  isRefused(scene, verb, step) ? (formValue(scene.refused?.typed ?? [], field) ?? '') : otherwise;

export const tickedIn = (
  scene: Pick<RunScene, 'refused'>,
  verb: string,
  step: string,
  otherwise: readonly string[],
): readonly string[] =>
  isRefused(scene, verb, step) ? formValues(scene.refused?.typed ?? [], 'value') : otherwise;
