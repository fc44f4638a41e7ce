import { recordId } from '../../platform/ids.ts';
import { parseAmount, type Severity } from '../../severity/index.ts';
import { clip } from '../../slack/index.ts';
import { LEADS } from '../mapping/list-words.ts';
import type { Target } from '../mapping/model.ts';
import { serviceOf, severityOf, stateOf } from '../mapping/propose.ts';
import { folded, YES_WORDS } from '../mapping/words.ts';
import type { SourceRow } from '../read/row.ts';
import { actionsOf } from './actions.ts';
import { type Cell, cellsOf } from './columns.ts';
import type { Drafted, DraftSettings, Refusal, Remark } from './draft.ts';
import { partsOf } from './entries.ts';
import { headingOf } from './headings.ts';
import { reachedIn } from './history.ts';
import { namesIn } from './names.ts';
import { inPieces, sectionsOf, sectionsOfCell } from './sections.ts';
import { timelineOf } from './timeline.ts';
import { timesOf } from './times.ts';

const TITLE = 150;
const DESCRIPTION = 3_000;
const ID = 200;
const MOST_PEOPLE = 100;

/** What a row says, in our terms; or every reason for which it is not taken over. Pure. */
export function draftOf(row: SourceRow, settings: DraftSettings): Drafted {
  const { mapping, source, services, locale } = settings;
  const cells = cellsOf(row, mapping);
  const one = (target: Target): Cell | null => cells(target)[0] ?? null;
  const words = WORDS[locale];
  const refusals: Refusal[] = [];
  const remarks: Remark[] = [];
  const notes: string[] = [];

  const written = plain(one('title')?.value ?? '');
  const title = clip(written, TITLE).text;
  if (title === '') refusals.push({ why: 'no-title' });
  const reached = reachedIn(one('history')?.list ?? [], mapping, settings.now);
  const when = timesOf(cells, settings, reached.times);
  if (reached.future !== null)
    refusals.push({ why: 'in-the-future', column: one('history')?.column ?? '', value: reached.future });
  refusals.push(...when.refusals.filter(({ why }) => why !== 'no-when' || reached.future === null));
  remarks.push(...when.remarks);
  notes.push(...when.notes.map(({ column, value }) => `${column}: ${value}`));

  const severity = meant(one('severity'), mapping.severities, severityOf);
  if (severity === 'unknown') refusals.push({ why: 'severity-unknown', ...(one('severity') as Cell) });
  const state = meant(one('status'), mapping.statuses, stateOf);
  if (state === 'unknown') refusals.push({ why: 'status-unknown', ...(one('status') as Cell) });
  if (state === 'open' && when.times.resolved === undefined)
    refusals.push({ why: 'still-open', value: one('status')?.value ?? '' });

  const said = one('service');
  const service = said && serviceFor(said.value, mapping.services, services);
  if (said && service === null) {
    if (!Object.hasOwn(mapping.services, said.value))
      remarks.push({ about: 'service-unknown', value: said.value });
    notes.push(`${said.column}: ${said.value}`);
  }
  const amount = (target: 'vehicles' | 'users' | 'inquiries'): string | null => {
    const cell = one(target);
    if (!cell) return null;
    const read = parseAmount(cell.value);
    if (read && (target !== 'inquiries' || read.count !== null)) return cell.value;
    remarks.push({ about: 'amount-unread', ...cell });
    notes.push(`${cell.column}: ${cell.value}`);
    return null;
  };
  const inquiries = parseAmount(amount('inquiries') ?? '')?.count ?? 0;
  const [vehicles, users] = [amount('vehicles'), amount('users')];
  const link = one('link')?.value ?? null;

  const texts = cells('description').map(({ value }) => value);
  const asides = [...notes, ...cells('note').map(({ column, value }) => `${column}: ${value}`)];
  if (title !== written) {
    remarks.push({ about: 'title-cut' });
    texts.unshift(written);
  }
  const whole = [...texts, asides.join('\n')].filter((part) => part !== '').join('\n\n');
  const description = clip(whole, DESCRIPTION).text;
  const postmortem = [
    // Nothing is lost: what does not fit stands in the postmortem.
    ...(description === whole ? [] : inPieces({ title: words.description, text: whole })),
    ...cells('section').flatMap((cell) => sectionsOfCell(cell, locale)),
    ...(mapping.pages && row.body ? sectionsOf(row.body, words.page) : []),
  ];
  const told = timelineOf(cells('timeline'), when, settings);
  const todo = actionsOf(cells('actions'), settings);
  postmortem.push(
    ...[...told.sections, ...todo.sections].flatMap(({ title: column, text }) =>
      inPieces({ title: headingOf(column, locale), text }),
    ),
  );
  remarks.push(...told.remarks, ...todo.remarks);
  if (refusals.length > 0) return { ok: false, refusals, title };
  const { times, day } = when;
  if (times.resolved === undefined) remarks.push({ about: 'no-resolved' });
  const draft = {
    externalId: externalIdOf(row, one('id'), source, title, JSON.stringify([times, day])),
    title,
    description,
    times,
    day,
    severity: severity as Severity | null,
    closed: state === 'closed',
    service,
    reporter: nameIn(one('reporter')),
    lead: nameIn(one('lead')) ?? leadIn(cells('people')),
    people: [...new Set([...cells('lead'), ...cells('people')].flatMap(({ value }) => namesIn(value)))].slice(
      0,
      MOST_PEOPLE,
    ),
    inquiries,
    vehicles,
    users,
    drill: YES_WORDS.test(folded(one('drill')?.value ?? '')),
    link: link !== null && /^https?:\/\/[^\s<>"]{1,2000}$/i.test(link) ? link : null,
    ...(YES_WORDS.test(folded(one('private')?.value ?? '')) && { private: true as const }),
    postmortem,
    ...(told.entries.length > 0 && { timeline: told.entries }),
    ...(todo.actions.length > 0 && { actions: todo.actions }),
  };
  return { ok: true, draft, remarks };
}

const WORDS = {
  ja: { description: '概要', page: '本文' },
  en: { description: 'Description', page: 'Text' },
} as const;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Its own id, else the page's, else what it is called and when it was. */
function externalIdOf(
  row: SourceRow,
  cell: Cell | null,
  source: string,
  title: string,
  when: string,
): string {
  const own = cell ? plain(cell.value) : row.id;
  const id = own === null || own.length > ID ? recordId('row', own ?? title, own === null ? when : '') : own;
  return `${source}:${id}`;
}

/** As the mapping says, else as the word is usually meant. */
function meant<V extends string>(
  cell: Cell | null,
  said: Readonly<Record<string, V>>,
  guess: (value: string) => V | null,
): V | 'unknown' | null {
  if (!cell) return null;
  return (Object.hasOwn(said, cell.value) ? said[cell.value] : null) ?? guess(cell.value) ?? 'unknown';
}

function serviceFor(
  value: string,
  said: Readonly<Record<string, string | null>>,
  services: DraftSettings['services'],
): string | null {
  const id = Object.hasOwn(said, value) ? (said[value] ?? null) : serviceOf(value, services);
  return services.some((one) => one.id === id) ? id : null;
}

/** Of a list of people with their roles, the one that leads. */
function leadIn(cells: readonly Cell[]): string | null {
  for (const { list = [] } of cells)
    for (const { of } of list.map(partsOf)) {
      const name = of.who ?? of.title;
      if (name !== undefined && of.role !== undefined && LEADS.test(of.role)) return namesIn(name)[0] ?? null;
    }
  return null;
}

const nameIn = (cell: Cell | null): string | null => (cell ? (namesIn(cell.value)[0] ?? null) : null);
