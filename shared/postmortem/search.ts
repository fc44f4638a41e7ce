import type { Described } from '../search-index/index.ts';
import type { Postmortem } from './model.ts';

/** What a search finds a postmortem by; its sections are parts of their own. */
export function describePostmortem(state: Postmortem): Described {
  const { id, team, createdAt, title, properties, lead, reviewers, createdBy } = state;
  const people = [lead, createdBy, ...reviewers].filter((one) => one !== null);
  return {
    id,
    part: null,
    team,
    at: createdAt,
    title,
    text: Object.values(properties)
      .filter((value) => typeof value !== 'boolean')
      .join('\n'),
    people: people.flatMap(({ user, name }) => [name, user]),
    exact: [],
    private: state.private,
  };
}

/** The same of a section as it was saved. */
export function describeSection(
  { id, team, form, private: secret }: Pick<Postmortem, 'id' | 'team' | 'form' | 'private'>,
  section: string,
  text: string,
  at: number,
): Described {
  const title = form.sections.find((one) => one.id === section)?.title ?? '';
  const own = { id, part: section, team, at, title, people: [], exact: [], private: secret };
  return { ...own, text: text.replace(CITED, '$1') };
}

/** `[14:54](<…/incidents/INC-3?from=…>)`: where a line is cited from. Nobody looks for a postmortem by such an address. */
const CITED = /\[([^\]\n]*)\]\(<?[^\s()<>]*\/incidents\/[^\s()<>]*>?\)/g;
