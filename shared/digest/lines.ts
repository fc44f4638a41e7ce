import type { ActionItem } from '../action-item/index.ts';
import { type Incident, incidentAddress, incidentText, labelOf } from '../incident/index.ts';
import { dayText, type Locale } from '../language/index.ts';
import { type Postmortem, postmortemAddress } from '../postmortem/index.ts';
import type { Digest } from './read.ts';
import { digestText } from './text.ts';

/** One line of a list: what it is called, where its page is, and what else there is to say. Plain text. */
export interface Line {
  readonly label: string;
  readonly to: string | null;
  readonly detail: string;
}

export interface Section {
  readonly head: string;
  readonly lines: readonly Line[];
  /** How many there are besides. */
  readonly more: number;
}

/** The lists of a digest that have anything in them, in their order. */
export function sectionsOf(digest: Digest, zone: string, locale: Locale): readonly Section[] {
  const text = digestText(locale);
  const incident = (one: Incident): Line => ({
    label: one.number === null ? one.title : `${labelOf(one.number)} ${one.title}`,
    to: incidentAddress(one),
    detail: `${one.severity} ${incidentText(locale).statuses[one.status]} · ${dayText(one.declaredAt, zone, locale)}`,
  });
  const postmortem = (one: Postmortem): Line => ({
    label: one.title,
    to: postmortemAddress(one),
    detail: text.dueOn(one.dueAt === null ? '' : dayText(one.dueAt, zone, locale), one.lead?.name ?? null),
  });
  const action = (one: ActionItem): Line => ({
    label: one.title,
    to: `/actions/${one.id}`,
    detail: text.dueOn(one.due ?? '', one.owner?.name ?? null),
  });
  const some = <T>(
    head: string,
    { all, first }: { all: number; first: readonly T[] },
    line: (one: T) => Line,
  ) => ({
    head,
    lines: first.map(line),
    more: all - first.length,
  });
  const plain = (label: string): Line => ({ label, to: null, detail: '' });
  const sections: readonly Section[] = [
    some(text.happened, digest.happened, incident),
    some(text.open, digest.open, incident),
    some(text.postmortems, digest.postmortems, postmortem),
    some(text.actionItems, digest.actionItems, action),
    ...digest.ahead.map(({ rota, name, parts }) => ({
      head: `${text.ahead} · ${name}`,
      lines: parts
        .slice(0, 5)
        .map((span) => ({ label: text.gap(span, zone), to: `/rotas/${rota}`, detail: '' })),
      more: Math.max(0, parts.length - 5),
    })),
    ...digest.load.map(({ name, parts }) => ({
      head: `${text.load} · ${name}`,
      lines: parts.map((one) => plain(text.carried(one))),
      more: 0,
    })),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
