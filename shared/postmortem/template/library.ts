import { createHash } from 'node:crypto';
import { auditDocument } from '../../audit/index.ts';
import type { Person } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import { TobanError } from '../../platform/errors.ts';
import type { Store } from '../../store/port.ts';
import { english } from '../shipped/en.ts';
import { japanese } from '../shipped/ja.ts';
import type { Template, TemplateProblem } from './model.ts';
import { parseTemplate } from './parse.ts';

/** What a list shows of a template. */
export interface TemplateEntry {
  readonly id: string;
  readonly language: Locale;
  readonly title: string;
  readonly kind: Template['kind'];
  /** Null: shipped with Toban. */
  readonly version: string | null;
  readonly at: number | null;
  readonly by: string | null;
}

interface Index {
  readonly entries: readonly TemplateEntry[];
}

interface Kept {
  readonly source: string;
  readonly at: number;
  readonly by: Person;
}

const INDEX = 'template-index/all';
const MOST_TEMPLATES = 100;
const recordOf = (id: string, language: Locale): string => `templates/${id}.${language}`;
const pathOf = (id: string, language: Locale, version: string): string =>
  `${recordOf(id, language)}/versions/${version}`;

interface Shipped {
  readonly source: string;
  readonly template: Template;
}

let read: readonly Shipped[] | null = null;

/** They are part of the code: read at the first question, and once. */
function shipped(): readonly Shipped[] {
  read ??= [...japanese, ...english].map((source) => {
    const { template } = parseTemplate(source);
    if (!template) throw new TobanError('bug', 'a shipped template cannot be read');
    return { source, template };
  });
  return read;
}

const entryOf = ({ id, language, title, kind }: Template): TemplateEntry => {
  return { id, language, title, kind, version: null, at: null, by: null };
};

const same = (a: Pick<TemplateEntry, 'id' | 'language'>) => (b: Pick<TemplateEntry, 'id' | 'language'>) =>
  a.id === b.id && a.language === b.language;

/** Those that were pushed, without the shipped ones. */
export const ownTemplates = async (store: Store): Promise<readonly TemplateEntry[]> =>
  (await store.get<Index>(INDEX))?.data.entries ?? [];

/** All templates: those of one's own, and those shipped that none of them replaces. */
export async function listTemplates(store: Store): Promise<readonly TemplateEntry[]> {
  const own = await ownTemplates(store);
  return [
    ...own,
    ...shipped()
      .map(({ template }) => entryOf(template))
      .filter((one) => !own.some(same(one))),
  ];
}

/** The version of a template is a hash of it: the same text is the same version, whoever pushes it. */
export const templateVersionOf = (source: string): string =>
  createHash('sha256').update(source).digest('hex').slice(0, 16);

/** One version of one's own template as it was written; null where it was never pushed. */
export async function templateVersion(
  store: Store,
  { id, language }: Pick<TemplateEntry, 'id' | 'language'>,
  version: string,
): Promise<string | null> {
  if (!/^[a-z0-9-]{1,40}$/.test(id) || !/^[0-9a-f]{16}$/.test(version)) return null;
  return (await store.get<Kept>(pathOf(id, language, version)))?.data.source ?? null;
}

/** A template as it is written, to show, copy or edit; null where there is none. */
export async function templateSource(store: Store, id: string, language: Locale): Promise<string | null> {
  const own = (await ownTemplates(store)).find(same({ id, language }));
  if (own?.version) return templateVersion(store, own, own.version);
  return shipped().find(({ template }) => same({ id, language })(template))?.source ?? null;
}

/** A template by its id in a language, else in the other; null where there is none. */
export async function templateNamed(store: Store, id: string, language: Locale): Promise<Template | null> {
  const other = language === 'ja' ? 'en' : 'ja';
  const source = (await templateSource(store, id, language)) ?? (await templateSource(store, id, other));
  return source === null ? null : parseTemplate(source).template;
}

/** What templates of one's own call their sections, by id: in this language, where one of them has it, else in the other. */
export async function ownSections(store: Store, language: Locale): Promise<ReadonlyMap<string, string>> {
  const own = [...(await ownTemplates(store))].sort(
    (a, b) => Number(a.language === language) - Number(b.language === language),
  );
  const sources = await Promise.all(own.map((one) => templateVersion(store, one, one.version ?? '')));
  const sections = sources.flatMap((source) =>
    source === null ? [] : (parseTemplate(source).template?.sections ?? []),
  );
  return new Map(sections.map(({ id, title }) => [id, title]));
}

export interface PushedTemplate {
  /** Null where it was refused for its problems. */
  readonly entry: TemplateEntry | null;
  readonly problems: readonly TemplateProblem[];
  /** Somebody saved in between: `entry` is theirs, and nothing was replaced. */
  readonly conflict: boolean;
}

/**
 * Takes a template as it is written; with a problem it is refused whole, and what was there stays. Pushed twice is once.
 * `expected`: the version it replaces, null for none; whatever is there where nothing is expected.
 */
export async function pushTemplate(
  store: Store,
  source: string,
  by: Person,
  now: number,
  expected?: string | null,
): Promise<PushedTemplate> {
  const { template, problems } = parseTemplate(source);
  if (!template) return { entry: null, problems, conflict: false };
  const version = templateVersionOf(source);
  const { id, language, title, kind } = template;
  const entry: TemplateEntry = { id, language, title, kind, version, at: now, by: by.name };
  return store.transaction(async (tx) => {
    const { entries } = (await tx.get<Index>(INDEX))?.data ?? { entries: [] };
    const before = entries.find(same(entry));
    if (before?.version === version) return { entry: before, problems, conflict: false };
    if (expected !== undefined && expected !== (before?.version ?? null))
      return { entry: before ?? null, problems, conflict: true };
    if (!before && entries.length >= MOST_TEMPLATES)
      throw new TobanError('refused', `there are ${MOST_TEMPLATES} templates already`, {
        reason: 'too-many',
      });
    const kept: Kept = { source, at: now, by };
    const audit = auditDocument({
      at: now,
      by: by.user,
      name: by.name,
      action: 'template.push',
      record: recordOf(id, language),
      target: version,
    });
    tx.put(pathOf(id, language, version), kept);
    tx.put<Index>(INDEX, { entries: [...entries.filter((one) => !same(entry)(one)), entry] });
    tx.put(audit.path, audit.data);
    return { entry, problems, conflict: false };
  });
}
