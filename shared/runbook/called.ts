import type { Locale } from '../language/index.ts';
import { SECTION_NAMES } from './section-names.ts';

/** What ids in a runbook are called by people; an id that has no name stands for itself. */
export interface Called {
  readonly locale: Locale;
  role(id: string): string;
  rota(id: string): string;
  audience(id: string): string;
  duty(id: string): string;
  /** What the n-th step of a legal duty wants done, counted from 1. */
  dutyStep(id: string, step: number): string;
  /** A section of a postmortem. */
  section(id: string): string;
}

interface Named {
  readonly id: string;
  readonly name: Readonly<Record<Locale, string>>;
}

/** The parts of toban.yaml that name what a runbook is about. */
export interface Naming {
  readonly incident: { readonly roles: readonly Named[]; readonly audiences: readonly Named[] };
  readonly severity: {
    readonly duties: readonly (Named & {
      readonly steps: readonly { readonly tell: Readonly<Record<Locale, string>> }[];
    })[];
  };
  readonly rotas: readonly { readonly id: string; readonly name?: string | undefined }[];
}

/** Names as the workspace has them; `sections`: those of its own templates, by id. Pure. */
export function calledOf(
  { incident, severity, rotas }: Naming,
  locale: Locale,
  sections: ReadonlyMap<string, string> = new Map(),
): Called {
  const named = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name[locale] ?? id;
  const { duties } = severity;
  return {
    locale,
    role: (id) => named(incident.roles, id),
    audience: (id) => named(incident.audiences, id),
    duty: (id) => named(duties, id),
    rota: (id) => rotas.find((one) => one.id === id)?.name ?? id,
    dutyStep: (id, step) =>
      duties.find((one) => one.id === id)?.steps[step - 1]?.tell[locale] ?? `${id} ${step}`,
    section: (id) => {
      const shipped = SECTION_NAMES[locale];
      return (Object.hasOwn(shipped, id) ? shipped[id] : sections.get(id)) ?? id;
    },
  };
}
