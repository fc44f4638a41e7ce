import {
  type Incident,
  incidentText,
  labelOf,
  MILESTONES,
  numberLines,
  numbersOf,
  type TimelineLine,
} from '../incident/index.ts';
import { escapeInline, markdownLink } from '../postmortem/index.ts';
import { writtenTime } from '../rota/index.ts';
import type { ExportScene } from './model.ts';
import { archiveText } from './text.ts';

/** An incident as Markdown, piece by piece: what it was, its times, its whole history. Words of people stay words. */
export async function* incidentPage(
  incident: Incident,
  lines: AsyncIterable<TimelineLine>,
  { locale, zone, now, settings }: Pick<ExportScene, 'locale' | 'zone' | 'now' | 'settings'>,
): AsyncGenerator<string> {
  const text = archiveText(locale);
  const words = incidentText(locale);
  const time = (at: number) => writtenTime(at, zone);
  const service = settings.incident.services.find(({ id }) => id === incident.service)?.name;
  const roles = Object.entries(incident.roles).map(([role, { name }]) => {
    const called = settings.incident.roles.find(({ id }) => id === role)?.name[locale] ?? role;
    return fact(called, text.san(name));
  });
  const milestones = MILESTONES.flatMap((id) => {
    const at = incident.milestones[id]?.at;
    return at == null ? [] : [fact(words.milestones[id], time(at))];
  });
  const numbers = numberLines(numbersOf(incident, now), locale).map((line) => fact(line.name, line.text));
  const number = incident.number === null ? '' : `${labelOf(incident.number)} `;
  const head = [
    fact(text.status, words.statuses[incident.status]),
    fact(text.severity, incident.severities.at(-1)?.severity ?? text.none),
    ...(incident.service === null ? [] : [fact(text.service, service ?? incident.service)]),
    ...roles,
  ];
  yield `# ${number}${escapeInline(incident.title)}\n\n${head.join('\n')}\n`;
  if (milestones.length > 0) yield `\n## ${text.times}\n\n${milestones.join('\n')}\n`;
  yield `\n## ${text.numbers}\n\n${numbers.join('\n')}\n`;
  yield `\n## ${text.timeline}\n\n`;
  for await (const line of lines) {
    const words = escapeInline(line.text);
    yield `- ${time(line.at)}: ${line.link === null ? words : markdownLink(words, line.link)}\n`;
    for (const more of line.facts) yield `  - ${escapeInline(more)}\n`;
  }
}

const fact = (name: string, value: string): string => `- **${escapeInline(name)}**: ${escapeInline(value)}`;
