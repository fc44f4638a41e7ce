import { html } from 'hono/html';
import { clockTime, durationText, moment, zoneName } from '../../../shared/language/index.ts';
import {
  type CallStory,
  effectOf,
  type LedgerText,
  ledgerText,
  readCall,
  type StoryLine,
  tellStory,
} from '../../../shared/ledger/index.ts';
import { holdOn } from '../../../shared/legal-hold/index.ts';
import { plainText } from '../../../shared/slack/index.ts';
import { type Page, visitorOf } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import type { Reader } from './board.ts';
import { stateOf, whoHas } from './call-rows.ts';
import { effectList } from './effects.ts';
import { namesOf } from './names.ts';
import { gonePage } from './retention/gone.ts';
import { holdSection } from './retention/on-record.ts';

/** One call from first word to last: who has it now, what was asked, and what happened minute by minute. */
export function callPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const story = await readCall(store, c.req.param('id') ?? '');
    if (!story) return gonePage(c, parts, 'calls');
    const { locale } = c.var;
    const text = ledgerText(locale);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const hold = await holdOn(store, `escalations/${story.id}`);
    const names = await namesOf(parts.people, usersIn(story), c.req.raw.signal);
    const lines = tellStory(story, { ...reader, names });
    const { call } = story;
    const words = plainText(call.words, (user) => names.get(user));
    const thread = parts.threadUrl(call.team, call.channel, call.threadTs);
    const main = html`<article class="story" id="story" data-live>
<section>
<h1 class="headline">${stateOf(call, locale)} <span>${whoHas(call, reader)}</span></h1>
${nextStep(story, text, reader)}
<h2>${text.request}</h2>
<blockquote dir="auto"><bdi>${words}</bdi></blockquote>
<p class="actions"><a href="${thread}">${text.slack}</a></p>
</section>
<section aria-labelledby="happened"><h2 id="happened">${text.story} <small class="muted">${zoneName(reader.now, reader.zone)}</small></h2>
<ol class="timeline">${lines.map((line, i) => lineOf(line, lines[i - 1], text, reader))}</ol>
${story.cut ? html`<p class="muted">${text.cut}</p>` : ''}</section>
${effects(story, text, reader, c.var.visitor, c.req.path)}
</article>
${holdSection({ hold, name: story.id, address: c.req.path }, visitorOf(c), reader)}`;
    return page(c, {
      title: `${text.title} ${moment(call.receivedAt, reader.now, reader.zone, locale)}`,
      main,
    });
  };
}

function usersIn({ call, events }: CallStory): readonly string[] {
  const fields = events.flatMap(({ user, by, to, asker }) => [user, by, to, asker]);
  const inWords = [...call.words.matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, user]) => user);
  const all = [call.asker, ...fields, ...inWords];
  return [...new Set(all.filter((user): user is string => typeof user === 'string'))];
}

function nextStep({ call }: CallStory, text: LedgerText, { zone, now, locale }: Reader): Html | '' {
  if (!call.next) return '';
  const time = moment(call.next.at, now, zone, locale);
  return html`<p>${text.next}: ${call.next.name ? text.nextAt(time, call.next.name) : text.lastAt(time)}</p>`;
}

/** The clock time once a minute, so that the eye sees minutes; a gap is a gap. */
function lineOf(line: StoryLine, before: StoryLine | undefined, text: LedgerText, reader: Reader): Html {
  const { zone, locale, now } = reader;
  const { at, mark, facts, link, gap } = line;
  const time = moment(at, now, zone, locale);
  const repeated = before !== undefined && moment(before.at, now, zone, locale) === time;
  const pause = gap === null ? '' : html`<li class="gap">${text.gap(durationText(gap, locale))}</li>`;
  const cell = link ? html` · <a href="${link.url}">${link.label}</a>` : '';
  return html`${pause}<li class="${mark}"><time datetime="${new Date(at).toISOString()}" title="${clockTime(at, zone, true)}">${repeated ? html`<span class="unseen">${time}</span>` : time}</time>
<p>${line.text}${facts.length > 0 || link ? html`<small class="facts">${facts.join(' · ')}${cell}</small>` : ''}</p></li>`;
}

function effects(
  story: CallStory,
  text: LedgerText,
  reader: Reader,
  visitor: Parameters<typeof effectList>[2],
  back: string,
): Html {
  const all = story.tasks.map((task) => effectOf(task, story.call, reader));
  const [people, upkeep] = [all.filter((one) => one.forPeople), all.filter((one) => !one.forPeople)];
  const troubled = upkeep.some((one) => one.replayable) ? html`open` : '';
  return html`<section aria-labelledby="effects"><h2 id="effects">${text.effects}</h2>
${effectList(people, reader.locale, visitor, back)}
<details id="upkeep" ${troubled}><summary>${text.upkeep} (${String(upkeep.length)})</summary>${effectList(upkeep, reader.locale, visitor, back)}</details>
</section>`;
}
