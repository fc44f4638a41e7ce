import { allows } from '../../../../shared/access/index.ts';
import type { Incident, TimelineReader } from '../../../../shared/incident/index.ts';
import type { Visitor } from '../../env.ts';
import { type Form, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Acting } from './press.ts';
import { type IncidentPageText, incidentPageText } from './text.ts';

/** A form that was refused: which one, why, and what was typed into it. */
export interface Refused {
  readonly form: string;
  readonly words: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Form;
}

/** What every part of an incident's page needs to be drawn. */
export interface Scene extends TimelineReader, Acting {
  readonly incident: Incident;
  readonly text: IncidentPageText;
  readonly parts: WebParts;
  readonly refused: Refused | null;
}

export function sceneOf(
  incident: Incident,
  parts: WebParts,
  visitor: Visitor,
  locale: Scene['locale'],
  address: string,
  refused: Refused | null,
): Scene {
  const { config, clock } = parts;
  return {
    incident,
    parts,
    visitor,
    locale,
    address,
    seen: incident.version,
    refused,
    may: allows(visitor.role, 'responder'),
    text: incidentPageText(locale),
    zone: config.workspace.timezone,
    now: clock.now(),
    settings: { incident: config.incident, severity: config.severity },
  };
}

/** What was typed into a field of the form that was refused; else what the field shows by itself. */
export const typedIn = (
  { refused }: Pick<Scene, 'refused'>,
  form: string,
  field: string,
  otherwise: string,
): string => (refused?.form === form ? (formValue(refused.typed, field) ?? '') : otherwise);
