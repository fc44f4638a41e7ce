import { clockTime, momentIn } from '../language/index.ts';
import { actions, context, escapeMrkdwn, section } from '../slack/index.ts';
import type { DutyItem } from './duties.ts';
import type { Incident } from './model.ts';
import { incidentText } from './text.ts';
import { labelWith, type Rendered, type Viewer } from './view-parts.ts';

/** Sections that fit a card; more duties than that are read on the page. */
const MOST = 20;

/** Legal duties as a checklist: whom to tell, by which clock time, who has done it. What is due first comes first. */
export function dutiesMessage(state: Incident, items: readonly DutyItem[], viewer: Viewer): Rendered {
  const { locale, zone, now } = viewer;
  const text = incidentText(locale);
  const head = text.dutiesHead(labelWith(state, text));
  const lines = items.slice(0, MOST).map(({ tell, by, done }) => {
    if (done)
      return `✅ ~${tell[locale]}~ ${text.dutyDone(escapeMrkdwn(done.by.name), clockTime(done.at, zone))}`;
    const late = by !== null && by < now;
    return `${late ? '⚠️' : '☐'} ${tell[locale]} — *${by === null ? text.dutyAtOnce : text.dutyBy(momentIn(by, viewer))}*`;
  });
  const laws = [...new Set(items.map(({ name, law }) => `${name[locale]}（${law[locale]}）`))].join(' · ');
  const button = { action: 'incident_duties', label: text.buttons.duties, value: state.id };
  const body = lines.length > 0 ? lines.join('\n') : text.noDuties;
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      section(body),
      ...(lines.length > 0 ? [context(`${laws}\n${text.dutyDecides}`), actions('incident', [button])] : []),
    ],
  };
}
