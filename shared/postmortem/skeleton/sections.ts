import { labelOf } from '../../incident/index.ts';
import { amountText } from '../../severity/index.ts';
import { escapeInline, escapeMarkdown, markdownLink } from '../markdown.ts';
import type { Known } from './known.ts';
import { type SkeletonText, skeletonText } from './text.ts';
import { fullTime } from './time.ts';
import { timelineSection } from './timeline.ts';

type Milestone = keyof SkeletonText['milestones'];
type Writer = (known: Known, text: SkeletonText) => readonly (string | null)[];

/** What Toban itself knows for a section, line by line, by the section's id. Only facts: what nobody recorded stays open. */
const WRITERS: Readonly<Record<string, Writer>> = {
  summary({ state, numbers, service, locale, zone }, text) {
    const time = (milestone: Milestone) => {
      const at = state.milestones[milestone]?.at;
      return at ? fullTime(at, zone, locale) : null;
    };
    const whole = numbers.find(({ id, kind }) => id === 'ttr' && kind === 'recorded');
    const update = state.updates.at(-1);
    const facts = [state.severity, ...(service ? [escapeInline(service)] : [])].join(text.list);
    const began = text.began(time('detected'), time('resolved'), whole?.text ?? null);
    return [
      `${text.what(labelOf(state.number), escapeInline(state.title), facts)} ${began}`.trim(),
      ...paragraph(escapeMarkdown(state.description)),
      ...(update
        ? ['', text.lastUpdate(fullTime(update.at, zone, locale)), '', escapeMarkdown(update.known)]
        : []),
    ];
  },
  impact({ state, severityWhy, duties, locale }, text) {
    const { inquiries, vehicles, users } = state.facts;
    const names = [...new Set(duties.map(({ name }) => name[locale]))];
    const tickets = state.tickets.map((url) => markdownLink(escapeInline(url), url));
    return [
      text.inquiries(inquiries),
      vehicles && text.vehicles(escapeInline(amountText(vehicles, text.units.vehicles))),
      users && text.users(escapeInline(amountText(users, text.units.users))),
      state.override
        ? text.overridden(
            state.severity,
            text.san(escapeInline(state.override.by.name)),
            escapeInline(state.override.reason),
          )
        : text.severity(state.severity, escapeInline(severityWhy)),
      names.length > 0 ? text.duty(names.map(escapeInline).join(text.list)) : null,
      tickets.length > 0 ? text.tickets(tickets.join(text.list)) : null,
      vehicles || users ? null : text.open(text.unknownImpact),
    ];
  },
  detection: ({ state, ...known }, text) => [
    text.source(
      text.sources[state.source],
      state.declaredBy ? text.san(escapeInline(state.declaredBy.name)) : null,
    ),
    ...state.facts.alerts.map(({ name }) => text.alert(escapeInline(name))),
    ...reached(['started', 'detected'], ['ttd'], { state, ...known }, text),
  ],
  response({ state, roles, ...known }, text) {
    const { locale, zone } = known;
    const held = Object.entries(state.roles).map(([id, { name }]) =>
      text.role(escapeInline(roles[id] ?? id), text.san(escapeInline(name))),
    );
    const updates = state.updates.map(({ at, by, known: said, doing }) =>
      text.update(
        fullTime(at, zone, locale),
        text.san(escapeInline(by.name)),
        escapeInline([said, doing].filter((part) => part !== '').join(' / ')),
      ),
    );
    return [
      ...reached(['acknowledged'], ['tta'], { state, roles, ...known }, text),
      ...held,
      state.joined.length > 0 ? text.joined(state.joined.length) : null,
      ...(updates.length > 0 ? ['', text.updates, '', ...updates] : []),
    ];
  },
  recovery: (known, text) =>
    reached(['identified', 'mitigated', 'resolved'], ['tti', 'ttf', 'ttr'], known, text),
  timeline: timelineSection,
  reports: ({ duties, locale, zone }, text) =>
    duties.map(({ tell, done }) =>
      done
        ? text.dutyDone(
            escapeInline(tell[locale]),
            text.san(escapeInline(done.by.name)),
            fullTime(done.at, zone, locale),
          )
        : text.open(text.dutyOpen(escapeInline(tell[locale]))),
    ),
};

/** What nobody but a person can know: open until a runbook's answer, or somebody, says it. */
const OPEN: Readonly<Record<string, (text: SkeletonText) => string>> = {
  'root-causes': (text) => text.causes,
  trigger: (text) => text.trigger,
  'personal-data': (text) => text.personalData,
  notices: (text) => text.notices,
};

/**
 * The text a section begins with; empty where nothing is known of it. Complete without any language model: every fact is
 * the record's own, every word of a user is escaped. Pure.
 */
export function sectionText(section: string, known: Known): string {
  const text = skeletonText(known.locale);
  const own = Object.hasOwn(WRITERS, section) ? (WRITERS[section]?.(known, text) ?? []) : [];
  const answers = known.answers
    .filter((one) => one.section === section)
    .map(({ question, answer, by, at }) => {
      const time = fullTime(at, known.zone, known.locale);
      const who = by === null ? time : `${text.san(escapeInline(by))}${text.list}${time}`;
      return text.answer(escapeInline(question), escapeInline(answer), who);
    });
  const wanted = Object.hasOwn(OPEN, section) ? OPEN[section] : undefined;
  const open = answers.length === 0 && wanted ? [text.open(wanted(text))] : [];
  const lines = own.filter((line) => line !== null);
  const gap = lines.length > 0 && answers.length > 0 && section !== 'timeline' ? [''] : [];
  return [...lines, ...gap, ...answers, ...open].join('\n').trim();
}

const paragraph = (words: string): string[] => (words === '' ? [] : ['', words]);

function reached(
  milestones: readonly Milestone[],
  numbers: readonly string[],
  { state, numbers: all, zone, locale }: Known,
  text: SkeletonText,
): readonly string[] {
  const times = milestones.flatMap((name) => {
    const stamp = state.milestones[name];
    if (!stamp) return [];
    const said = stamp.at === null ? text.notApplicable : fullTime(stamp.at, zone, locale);
    return [text.milestone(text.milestones[name], said)];
  });
  const lasted = all
    .filter(({ id }) => numbers.includes(id))
    .map(({ name, text: value }) => text.number(escapeInline(name), escapeInline(value)));
  return [...times, ...lasted];
}
