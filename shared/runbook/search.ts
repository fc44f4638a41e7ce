import { z } from 'zod';
import { splitFrontMatter } from '../front-matter/index.ts';
import type { Described } from '../search-index/index.ts';
import type { Runbook } from './model.ts';

/** As a list shows it; `id` with its language. */
type Listed = Pick<Runbook, 'title' | 'match'> & {
  readonly id: string;
  readonly at: number;
  readonly by: string;
};

/** What a search finds a runbook by: its steps, and when it is suggested. The same for every team. */
export const describeRunbook = ({ id, title, at, by, match }: Listed, source: string): Described => ({
  id,
  part: null,
  team: '',
  at,
  title,
  text: [splitFrontMatter(source, z.unknown()).body.trim(), ...match.keywords, id].join('\n'),
  people: [by],
  exact: [],
  private: false,
});
