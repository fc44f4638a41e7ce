import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import { type Hold, type HoldText, holdText, LONGEST_REASON } from '../../../../shared/legal-hold/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { badge } from '../../state.ts';
import type { Reader } from '../board.ts';
import { field } from '../incidents/fields.ts';

export const HOLDS = '/settings/retention/holds';

interface Held {
  readonly hold: Hold | null;
  /** As the form names the record: `INC-12`, the id of a call. */
  readonly name: string;
  /** Its page. */
  readonly address: string;
}

/** On the page of an incident or a call: that it is held and why, for everybody; for admins the way to hold or release it. */
export function holdSection({ hold, name, address }: Held, visitor: Visitor, reader: Reader): Html | '' {
  const text = holdText(reader.locale);
  const admin = allows(visitor.role, 'admin');
  if (!hold && !admin) return '';
  const fields = html`${csrfField(visitor)}<input type="hidden" name="record" value="${name}"><input type="hidden" name="back" value="${address}">`;
  const standing =
    hold &&
    html`<p>${badge('waiting', text.held)} <bdi>${hold.reason}</bdi></p><p class="muted">${setBy(hold, text, reader)}</p>`;
  const act = hold ? liftForm(fields, text) : setForm(fields, text);
  return html`<section aria-labelledby="legal-hold"><h2 id="legal-hold">${text.title}</h2>${standing ?? ''}${admin ? act : ''}</section>`;
}

/** With the day and its year: a hold may stand for long. */
export const setBy = ({ by, at }: Hold, text: HoldText, { zone }: Reader): string =>
  text.by(by.name, localTime(at, zone).slice(0, 10));

const setForm = (fields: Html, text: HoldText): Html =>
  html`<details id="hold-it"><summary>${text.set}</summary><form method="post" action="${HOLDS}" class="stack"><p>${text.setHelp}</p>${fields}<input type="hidden" name="do" value="set">
${field('hold', 'lines', { name: 'reason', label: text.reason, hint: text.reasonHint, value: '', most: LONGEST_REASON, required: true })}
<p class="actions"><button>${text.set}</button></p></form></details>`;

/** Unfolded first: nobody releases one by a slip of the finger. */
export const liftForm = (fields: Html, text: HoldText): Html =>
  html`<details><summary>${text.lift}</summary><form method="post" action="${HOLDS}" class="stack"><p>${text.liftHelp}</p>${fields}<input type="hidden" name="do" value="lift">
<p class="actions"><button class="second">${text.lift}</button></p></form></details>`;
