import { html } from 'hono/html';
import { momentIn } from '../../../../shared/language/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Html } from '../../html.ts';
import { safeAddress } from '../../markdown.ts';
import { field } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { press } from '../incidents/press.ts';
import { typedIn } from '../incidents/scene.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** When and where it is talked about, and what about; offered once there is something to read. */
export function meetingSection(scene: PostmortemScene, items: number, minutes: number): Html {
  const { state, address, may } = scene;
  const text = formsText(scene.locale);
  const { meeting } = state;
  const open = state.state === 'ready' || state.state === 'published';
  const href = meeting?.link ? safeAddress(meeting.link) : null;
  const agenda = state.form.sections
    .filter(({ id }) => id !== 'action-items' && state.sections[id]?.blank === false)
    .map(({ title }) => html`<li><bdi>${title}</bdi></li>`);
  const set = meeting
    ? html`<p><strong>${text.meetingAt(momentIn(meeting.at, scene), meeting.minutes)}</strong> ${href ? html`<a href="${href}" rel="noopener noreferrer nofollow">${meeting.link}</a>` : ''}</p>
<p class="actions"><a href="${address}/meeting.ics" download>${text.calendar}</a>${press(scene, 'no-meeting', text.cancelMeeting)}</p>`
    : html`<p class="muted">${text.noMeeting}</p>`;
  return html`<section aria-labelledby="meeting"><h2 id="meeting">${text.meeting}</h2>
${
  open
    ? html`${set}<h3>${text.agenda}</h3><ol class="bullets">${agenda}<li>${text.actionItems(items)}</li></ol>
${may ? html`<div class="folds">${form(scene, minutes)}</div>` : ''}`
    : html`<p class="muted">${text.notReady}</p>`
}</section>`;
}

function form(scene: PostmortemScene, minutes: number): Html {
  const text = formsText(scene.locale);
  const { meeting } = scene.state;
  const of = (name: string, label: string, otherwise: string) => ({
    name,
    label,
    value: typedIn(scene, 'meeting', name, otherwise),
    error: errorIn(scene, 'meeting', name),
  });
  return fold(
    scene,
    'meeting',
    text.setMeeting,
    html`${field('meeting', 'datetime-local', { ...of('at', text.at, meeting ? localTime(meeting.at, scene.zone) : ''), required: true })}
${field('meeting', 'number', of('minutes', text.minutes, String(meeting?.minutes ?? minutes)))}
${field('meeting', 'url', { ...of('link', text.link, meeting?.link ?? ''), hint: text.linkHint })}`,
  );
}
