import { never } from '../platform/errors.ts';
import type { ExportedDoc } from './doc/model.ts';
import type { Postmortem, PostmortemEvent, SectionHead } from './model.ts';
import type { Prose } from './prose/model.ts';
import { tagsOf } from './tags.ts';

/** Folds one event into the state. Pure: the same events always make the same state. */
export function evolve(before: Postmortem | null, event: PostmortemEvent): Postmortem {
  const state = fold(before, event);
  return { ...state, tags: tagsOf(state) };
}

function fold(before: Postmortem | null, event: PostmortemEvent): Postmortem {
  if (event.type === 'created') return created(event);
  if (before === null) throw new Error(`the first event must be "created", not "${event.type}"`);
  const state: Postmortem = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'section-saved': {
      const { version, blank, open, by, at } = event;
      return { ...state, sections: { ...state.sections, [event.section]: { version, blank, open, by, at } } };
    }
    case 'titled':
      return { ...state, title: event.title };
    case 'property-set': {
      const { [event.name]: _old, ...others } = state.properties;
      return {
        ...state,
        properties: event.value === null ? others : { ...others, [event.name]: event.value },
      };
    }
    case 'reviewers-set':
      return { ...state, reviewers: event.people };
    case 'lead-set':
      return { ...state, lead: event.to };
    case 'due-set':
      return { ...state, dueAt: event.dueAt };
    case 'meeting-set':
      return { ...state, meeting: event.meeting };
    case 'ticked': {
      const { [event.item]: _old, ...others } = state.ticked;
      const { by, at } = event;
      return { ...state, ticked: event.done ? { ...others, [event.item]: { by, at } } : others };
    }
    case 'moved': {
      const first = event.to === 'published' && state.publishedAt === null;
      return {
        ...state,
        state: event.to,
        stateAt: event.at,
        publishedAt: first ? event.at : state.publishedAt,
        // Out of the archive it stands for itself again.
        mergedInto: event.to === 'archived' ? state.mergedInto : null,
        ...(event.to !== 'draft' && unasked(state)),
      };
    }
    case 'linked': {
      const readers = [...new Set([...state.readers, ...event.readers])];
      return { ...state, incidents: [...state.incidents, event.incident], readers };
    }
    case 'unlinked':
      return { ...state, incidents: state.incidents.filter((id) => id !== event.incident) };
    case 'merged-into':
      return {
        ...state,
        state: 'archived',
        stateAt: event.at,
        mergedInto: event.postmortem,
        ...unasked(state),
      };
    case 'commented':
      return { ...state, comments: state.comments + 1 };
    case 'posted':
      return { ...state, posts: [...state.posts.filter(({ key }) => key !== event.post.key), event.post] };
    case 'prose-asked': {
      const asked: Prose = { state: 'asked', at: event.at };
      const sections = Object.fromEntries(event.sections.map((section) => [section, asked]));
      return { ...state, prose: { ...state.prose, ...sections } };
    }
    case 'prose-written': {
      const { at, sentences, dropped } = event;
      return withProse(state, event.section, { state: 'written', at, sentences, dropped });
    }
    case 'prose-overtaken':
      return withProse(state, event.section, { state: 'overtaken', at: event.at });
    case 'prose-failed': {
      const { at, reason, againAt } = event;
      return withProse(state, event.section, { state: 'failed', at, reason, againAt });
    }
    case 'doc-asked':
      return withDoc(state, { standing: 'asked', at: event.at });
    case 'doc-written':
      return withDoc(state, { standing: 'written', at: event.at, id: event.id, url: event.url });
    case 'doc-failed':
      return withDoc(state, {
        standing: 'failed',
        at: event.at,
        reason: event.reason,
        account: event.account,
      });
    default:
      return never(event);
  }
}

const withProse = (state: Postmortem, section: string, prose: Prose): Postmortem => ({
  ...state,
  prose: { ...state.prose, [section]: prose },
});

const NO_DOC = { id: null, url: null } as const;
/** A document that was written once stays known, whatever comes of the next time. */
const withDoc = (
  state: Postmortem,
  doc: Pick<ExportedDoc, 'standing' | 'at'> & Partial<ExportedDoc>,
): Postmortem => ({ ...state, doc: { ...NO_DOC, ...state.doc, reason: null, account: null, ...doc } });

/** Only a draft is written in: what is asked for and not there yet will not come. */
function unasked({ prose = {} }: Postmortem): Pick<Postmortem, 'prose'> {
  return { prose: Object.fromEntries(Object.entries(prose).filter(([, { state }]) => state !== 'asked')) };
}

const UNWRITTEN: SectionHead = { version: 0, blank: true, open: 0, by: null, at: null };

function created(event: Extract<PostmortemEvent, { type: 'created' }>): Postmortem {
  const { type: _type, at, by, ...rest } = event;
  return {
    version: 1,
    ...rest,
    createdBy: by,
    createdAt: at,
    state: 'draft',
    stateAt: at,
    publishedAt: null,
    sections: Object.fromEntries(rest.form.sections.map(({ id }) => [id, UNWRITTEN])),
    properties: {},
    reviewers: [],
    meeting: null,
    ticked: {},
    prose: {},
    comments: 0,
    mergedInto: null,
    posts: [],
    tags: [],
  };
}
