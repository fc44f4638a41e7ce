import { html } from 'hono/html';
import type { Property, PropertyValue } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { safeAddress } from '../../markdown.ts';
import { field, type Option, select, ticks } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { typedIn } from '../incidents/scene.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** A property's field on the page. */
export const propertyField = ({ id }: Pick<Property, 'id'>): string => `p-${id}`;

/** The template's further fields and what stands in them; nothing where it has none. */
export function propertiesSection(scene: PostmortemScene, people: readonly Option[]): Html | '' {
  const { state, may } = scene;
  const { properties } = state.form;
  if (properties.length === 0) return '';
  const text = formsText(scene.locale);
  const rows = properties.map((one) => {
    const value = state.properties[one.id];
    const shown =
      value === undefined
        ? html`<span class="muted">${text.noValue}</span>`
        : told(value, one, people, scene);
    return html`<div><dt><bdi>${one.name}</bdi></dt><dd>${shown}</dd></div>`;
  });
  const form =
    may && state.state !== 'archived'
      ? html`<div class="folds">${fold(scene, 'properties', text.fillIn, html`${properties.map((one) => input(scene, one, people))}`, text.save)}</div>`
      : '';
  return html`<section aria-labelledby="properties"><h2 id="properties">${text.properties}</h2>
<dl class="facts-list">${rows}</dl>${form}</section>`;
}

function told(
  value: PropertyValue,
  { type }: Property,
  people: readonly Option[],
  { locale }: PostmortemScene,
): Html {
  const text = formsText(locale);
  if (typeof value === 'boolean') return html`${value ? text.yes : '–'}`;
  const words = String(value);
  const href = type === 'url' ? safeAddress(words) : null;
  if (href) return html`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`;
  const name = type === 'person' ? people.find(({ id }) => id === words)?.name : undefined;
  return html`<bdi class="said">${name ?? words}</bdi>`;
}

function input(scene: PostmortemScene, property: Property, people: readonly Option[]): Html {
  const { name: label, type, options } = property;
  const name = propertyField(property);
  const before = scene.state.properties[property.id];
  const value = typedIn(scene, 'properties', name, before === undefined ? '' : String(before));
  const error = errorIn(scene, 'properties', name);
  const none = { id: '', name: formsText(scene.locale).noValue };
  const shown = { name, label, value, error };
  switch (type) {
    case 'choice': {
      const all = [none, ...options.map((one) => ({ id: one, name: one }))];
      return select('properties', name, label, all, value, error);
    }
    case 'person': {
      const named =
        people.some(({ id }) => id === value) || value === ''
          ? people
          : [...people, { id: value, name: value }];
      return select('properties', name, label, [none, ...named], value, error);
    }
    case 'checkbox':
      return ticks(name, label, [{ id: 'true', name: formsText(scene.locale).yes }], [value]);
    case 'date':
    case 'url':
      return field('properties', type, shown);
    case 'number':
      return field('properties', 'text', { ...shown, inputmode: 'decimal' });
    default:
      return field('properties', 'lines', shown);
  }
}
