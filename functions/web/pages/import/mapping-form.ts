import { html } from 'hono/html';
import {
  importText,
  isTarget,
  Mapping,
  STATES,
  TARGETS,
  type Target,
  type Upload,
} from '../../../../shared/import/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { isSeverity, SEVERITIES } from '../../../../shared/severity/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Form, formValue, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { field, select, ticks } from '../incidents/fields.ts';
import { importPageText } from './text.ts';

/** Columns whose values a mapping explains, with what the fields of its form begin with. */
const VALUED = { severity: 'severities', status: 'statuses', service: 'services' } as const;
/** Kinds of files whose records have a text beside their columns. */
const PAGED: ReadonlySet<Upload['source']> = new Set(['notion', 'waroom']);
type Valued = keyof typeof VALUED;

const columnsOf = ({ mapping, sample }: Upload): readonly string[] => [
  ...new Set([...sample.flatMap((row) => Object.keys(row)), ...Object.keys(mapping.columns)]),
];

/** Values of the file, and those that a saved mapping explains besides. */
function valuesOf({ mapping, values }: Upload, target: Valued): readonly string[] {
  const from = Object.entries(mapping.columns).flatMap(([column, to]) => (to === target ? [column] : []));
  const known = Object.keys(mapping[VALUED[target]]);
  return [...new Set([...from.flatMap((column) => values[column] ?? []), ...known])];
}

/** Each column with some of its values and what it becomes, then what words mean. */
export function mappingForm(
  upload: Upload,
  { config }: WebParts,
  visitor: Visitor,
  locale: Locale,
  wrong: string | null,
): Html {
  const text = importPageText(locale);
  const { targets, sources } = importText(locale);
  const { mapping, sample, phase } = upload;
  const options = TARGETS.map((id) => ({ id, name: targets[id] }));
  const rows = columnsOf(upload).map((column, i) => {
    const examples = sample.map((row) => row[column] ?? '').filter((value) => value.trim() !== '');
    const chosen: Target = mapping.columns[column] ?? 'note';
    return html`<tr><th scope="row" id="column-${String(i)}"><bdi>${column}</bdi></th>
<td class="examples">${examples.slice(0, 2).map((one) => html`<bdi>${one.length > 60 ? `${one.slice(0, 60)}…` : one}</bdi>`)}</td>
<td><input type="hidden" name="n${String(i)}" value="${column}"><select name="c${String(i)}" aria-labelledby="column-${String(i)}">${options.map(({ id, name }) => html`<option value="${id}" ${id === chosen ? html`selected` : ''}>${name}</option>`)}</select></td></tr>`;
  });
  const severities = [{ id: '', name: text.unclear }, ...SEVERITIES.map((id) => ({ id, name: id }))];
  const states = [{ id: '', name: text.unclear }, ...STATES.map((id) => ({ id, name: text.states[id] }))];
  const services = [{ id: '', name: text.noService }, ...config.incident.services];
  const meant = (target: Valued, choices: readonly { readonly id: string; readonly name: string }[]) =>
    valuesOf(upload, target).map((value, i) => {
      const name = `${target}-${i}`;
      const chosen = mapping[VALUED[target]][value] ?? '';
      return html`<div><input type="hidden" name="${name}-of" value="${value}">${select('value', name, `${targets[target]}: ${value}`, choices, chosen)}</div>`;
    });
  const values = [meant('severity', severities), meant('status', states), meant('service', services)].flat();
  const orders = (['', 'month-first', 'day-first'] as const).map((id) => ({ id, name: text.dayOrders[id] }));
  return html`<form method="post" action="/settings/import/${upload.id}" class="stack mapping">${csrfField(visitor)}<input type="hidden" name="act" value="try">
<p class="muted">${text.columnsHint}</p>
<table><thead><tr><th scope="col">${text.column}</th><th scope="col">${text.examples}</th><th scope="col">${text.meaning}</th></tr></thead><tbody>${rows}</tbody></table>
${values.length > 0 ? html`<h3>${text.values}</h3><p class="muted">${text.valuesHint}</p><div class="fields">${values}</div>` : ''}
<h3>${text.times}</h3><div class="fields">
${field('mapping', 'text', { name: 'zone', label: text.zone, value: wrong ?? mapping.zone, most: 60, required: true, error: wrong === null ? undefined : text.zoneWrong })}
${select('mapping', 'dayOrder', text.dayOrder, orders, mapping.dayOrder ?? '')}</div>
${PAGED.has(upload.source) ? ticks('pages', sources[upload.source], [{ id: 'yes', name: upload.source === 'notion' ? text.pages : text.postmortems }], mapping.pages ? ['yes'] : []) : ''}
${field('mapping', 'text', { name: 'saveAs', label: text.saveAs, value: '', hint: text.saveHint, most: 60 })}
<p class="actions"><button class="${phase === 'mapping' ? '' : 'second'}">${phase === 'mapping' ? text.tryIt : text.tryAgain}</button></p></form>`;
}

/** What the form says; null where its zone is none. */
export function mappingIn(form: Form, upload: Upload): Mapping | null {
  const columns: [string, Target][] = [];
  for (let i = 0; formValue(form, `n${i}`) !== undefined; i += 1) {
    const target = formValue(form, `c${i}`) ?? '';
    if (isTarget(target)) columns.push([formValue(form, `n${i}`) ?? '', target]);
  }
  const meant = (target: Valued, fits: (chosen: string) => boolean): Record<string, string> => {
    const found: [string, string][] = [];
    for (let i = 0; formValue(form, `${target}-${i}-of`) !== undefined; i += 1) {
      const chosen = formValue(form, `${target}-${i}`) ?? '';
      if (fits(chosen)) found.push([formValue(form, `${target}-${i}-of`) ?? '', chosen]);
    }
    return Object.fromEntries(found);
  };
  const services = Object.entries(meant('service', () => true)).map(([value, id]) => [value, id || null]);
  const { data } = Mapping.safeParse({
    columns: Object.fromEntries(columns),
    zone: (formValue(form, 'zone') ?? '').trim(),
    dayOrder: formValue(form, 'dayOrder') || null,
    severities: meant('severity', isSeverity),
    statuses: meant('status', (one) => (STATES as readonly string[]).includes(one)),
    services: Object.fromEntries(services),
    pages: PAGED.has(upload.source) ? formValue(form, 'pages') === 'yes' : upload.mapping.pages,
  });
  return data ?? null;
}
