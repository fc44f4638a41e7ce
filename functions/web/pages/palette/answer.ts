import { allows, type Role } from '../../../../shared/access/index.ts';
import { incidentAddress, labelOf, openFor } from '../../../../shared/incident/index.ts';
import { foldLetters, type Locale } from '../../../../shared/language/index.ts';
import {
  filterAddress,
  type List,
  savedFilters,
  savedFilterText,
} from '../../../../shared/saved-filter/index.ts';
import { type Group as Found, searchAll, searchText } from '../../../../shared/search/index.ts';
import { piecesOf } from '../../../../shared/search-index/index.ts';
import { type Page, type Visitor, visitorOf } from '../../env.ts';
import { menu, nav } from '../../nav.ts';
import type { WebParts } from '../../parts.ts';
import { LONGEST_SEARCH } from '../search/page.ts';
import { placesFor } from '../settings/needs.ts';
import { settingsText } from '../settings/text.ts';
import { ACTION_PLACES, type ActionPlace, paletteText } from './text.ts';

interface Item {
  readonly label: string;
  /** Beside it in small: a number, a piece of what was found. */
  readonly note: string;
  readonly to: string;
}
interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

const OPEN = 5;
const OF_EACH_KIND = 3;
const SNIPPET = 60;
const NEEDED: Readonly<Record<ActionPlace, Role>> = {
  '/incidents/new': 'responder',
  '/postmortems/new': 'responder',
  '/runbooks/new': 'editor',
};

/** What the palette offers for the words typed into it, as JSON: pages, actions, open incidents, what a search finds. */
export function paletteAnswer({ store }: WebParts): Page {
  return async (c) => {
    const visitor = visitorOf(c);
    const q = (c.req.query('q') ?? '').trim().slice(0, LONGEST_SEARCH);
    const { team, user } = visitor;
    const { locale } = c.var;
    const text = paletteText(locale);
    const fits: Fits = (...labels) => labels.some((one) => foldLetters(one).includes(foldLetters(q)));
    const [saved, open, found] = await Promise.all([
      savedFilters(store, user),
      q === '' ? openFor({ calls: { store } }, team, user) : [],
      q === '' ? [] : searchAll(store, { team, reader: user, text: q, most: OF_EACH_KIND }),
    ]);
    const groups: Group[] = [
      {
        title: text.groups.open,
        items: open
          .slice(0, OPEN)
          .map((one) => ({ label: one.title, note: labelOf(one.number), to: incidentAddress(one) })),
      },
      {
        title: savedFilterText(locale).title,
        items: saved
          .filter(({ name }) => fits(name))
          .map((one) => ({ label: one.name, note: listName(one.list, locale), to: filterAddress(one) })),
      },
      { title: text.groups.actions, items: actions(visitor, locale, fits) },
      { title: text.groups.pages, items: pages(visitor, locale, fits) },
      ...found.map((group) => ({
        title: searchText(locale).kinds[group.kind],
        items: group.hits.map((hit) => itemOf(hit, q)),
      })),
      {
        title: text.groups.all,
        items:
          q === ''
            ? []
            : [{ label: text.everything(q), note: '', to: `/search?${new URLSearchParams({ q })}` }],
      },
    ];
    c.header('cache-control', 'no-store');
    return c.json({ groups: groups.filter(({ items }) => items.length > 0) });
  };
}

function itemOf({ label, title, address, found }: Found['hits'][number], q: string): Item {
  const text = found[0]?.text ?? '';
  const snippet = piecesOf(text, q, SNIPPET)
    .map((piece) => piece.text)
    .join('');
  return title === ''
    ? { label: snippet, note: '', to: address }
    : { label: title, note: label ?? '', to: address };
}

const listName = (list: List, locale: Locale): string =>
  nav.find(({ to }) => to === `/${list}`)?.label[locale] ?? '';

type Fits = (...labels: readonly string[]) => boolean;
const LOCALES = ['ja', 'en'] as const;

/** By their names in both languages: who reads one may know a thing by the other. */
const actions = ({ role }: Visitor, locale: Locale, fits: Fits): Item[] =>
  ACTION_PLACES.filter(
    (to) => allows(role, NEEDED[to]) && fits(...LOCALES.map((one) => paletteText(one).actions[to])),
  ).map((to) => ({ label: paletteText(locale).actions[to], note: '', to }));

function pages({ role }: Visitor, locale: Locale, fits: Fits): Item[] {
  const listed = [...nav, ...menu];
  const settings = placesFor(role)
    .filter((place) => !listed.some(({ to }) => to === place))
    .map((to) => {
      const [ja, en] = LOCALES.map((one) => settingsText(one).places[to].name);
      return { to, label: { ja: ja ?? '', en: en ?? '' } };
    });
  return [...listed, ...settings]
    .filter(({ label }) => fits(label.ja, label.en))
    .map(({ to, label }) => ({ label: label[locale], note: '', to }));
}
