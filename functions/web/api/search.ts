import { z } from 'zod';
import { Incident, incidentOut } from '../../../shared/api-schema/index.ts';
import { incidentAtAddress } from '../../../shared/incident/index.ts';
import { type Hit, searchAll, searchKind, similarIncidents } from '../../../shared/search/index.ts';
import { KINDS, piecesOf } from '../../../shared/search-index/index.ts';
import { verbsOf } from '../pages/incidents/verbs.ts';
import { cursor, iso, operation, time } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

const SearchHit = z
  .object({
    kind: z.enum(KINDS),
    id: z.string(),
    label: z.string().nullable().describe('INC-7; null for what has no number.'),
    title: z.string(),
    at: time.describe('When it was declared, received or made.'),
    url: z.url(),
    found: z.array(z.string()).describe('Where in it the words stand.'),
  })
  .meta({ id: 'SearchHit' });

const SimilarIncident = z
  .object({ incident: Incident, shared: z.array(z.string()).describe('The words that both have.') })
  .meta({ id: 'SimilarIncident' });

const SNIPPET = 200;
const SNIPPETS = 3;

const hitOut = (baseUrl: string, hit: Hit, text: string): z.output<typeof SearchHit> => ({
  kind: hit.kind,
  id: hit.id,
  label: hit.label,
  title: hit.title,
  at: iso(hit.at),
  url: `${baseUrl}${hit.address}`,
  found: hit.found
    .slice(0, SNIPPETS)
    .flatMap((entry) => (entry.text.trim() === '' ? [] : [piecesOf(entry.text, text, SNIPPET)]))
    .map((pieces) => pieces.map((piece) => piece.text).join('')),
});

export const search = [
  operation({
    id: 'search',
    method: 'GET',
    path: '/search',
    tag: 'search',
    summary: {
      ja: 'インシデント・呼び出し・ポストモーテム・アクションアイテム・ランブックの検索',
      en: 'Search incidents, calls, postmortems, action items and runbooks',
    },
    query: z.strictObject({
      q: z.string().min(1).max(100).describe('All of these words: in a title, a text, a name; or INC-7.'),
      kind: z.enum(KINDS).optional().describe('Of one kind, page by page. Left out: the newest 10 of each.'),
      cursor,
    }),
    item: SearchHit,
    list: true,
    run: async ({ parts, caller, query: { q, kind, cursor } }) => {
      if (cursor !== undefined && kind === undefined)
        throw new Problem('bad-request', apiText(caller.locale).kindNeeded);
      const asked = { team: caller.team, reader: caller.user, text: q };
      const groups = kind
        ? [await searchKind(parts.store, { ...asked, most: 25 }, kind, cursor ?? null)]
        : await searchAll(parts.store, { ...asked, most: 10 });
      return {
        items: groups.flatMap(({ hits }) => hits).map((hit) => hitOut(parts.baseUrl, hit, q)),
        cursor: kind ? (groups[0]?.cursor ?? null) : null,
      };
    },
  }),
  operation({
    id: 'listSimilarIncidents',
    method: 'GET',
    path: '/search/similar-incidents',
    tag: 'search',
    summary: {
      ja: '似ているインシデント（最大5件）',
      en: 'Incidents that are alike, at most 5',
    },
    query: z.strictObject({
      incident: z.string().max(100).optional().describe('The number or id of an incident, such as INC-7.'),
      text: z.string().max(1_000).optional().describe('Or what it is about, in words.'),
    }),
    item: SimilarIncident,
    list: true,
    problems: ['not-found'],
    run: async ({ parts, caller, now, query: { incident, text } }) => {
      if ((incident === undefined) === (text === undefined))
        throw new Problem('bad-request', apiText(caller.locale).incidentOrText);
      const found =
        incident === undefined
          ? null
          : await incidentAtAddress(verbsOf(parts), caller.team, incident, caller.user);
      if (incident !== undefined && !found) throw new Problem('not-found');
      const alike = await similarIncidents(parts.store, {
        team: caller.team,
        reader: caller.user,
        text: found ? `${found.state.title}\n${found.state.description}` : (text ?? ''),
        except: found?.state.id ?? null,
      });
      const items = alike.map(({ incident, shared }) => ({
        incident: incidentOut(parts, incident, now),
        shared: [...shared],
      }));
      return { items, cursor: null };
    },
  }),
];
