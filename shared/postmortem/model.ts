import type { Person } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Decision, EventBase, RecordState } from '../tasks/index.ts';
import type { DocFailure, ExportedDoc } from './doc/model.ts';
import type { Check, CheckFacts } from './parts.ts';
import type { Prose, ProseFailure } from './prose/model.ts';
import type { OwnItem, Property, TemplateSection } from './template/model.ts';

/** In the order of a postmortem's life. */
export const STATES = ['draft', 'ready', 'published', 'archived'] as const;
export type State = (typeof STATES)[number];
export const isState = (value: string): value is State => (STATES as readonly string[]).includes(value);

/** What the record knows of a section; its texts are documents of their own, one for each version. */
export interface SectionHead {
  /** 0: nothing has been written yet. */
  readonly version: number;
  readonly blank: boolean;
  /** Lines that still say "to confirm". */
  readonly open: number;
  /** Null where Toban wrote it. */
  readonly by: Person | null;
  /** Epoch ms; null for version 0. */
  readonly at: number | null;
}

/** One version of a section. Never changed. */
export interface SectionVersion {
  readonly section: string;
  readonly version: number;
  /** Markdown, at most 200,000 characters; lines end with \n. */
  readonly text: string;
  readonly by: Person | null;
  readonly at: number;
  /** The version its author had before them. */
  readonly base: number;
  /** Somebody else's lines were joined in. */
  readonly merged: boolean;
}

/** A text, a number, a choice's label, a date (`2026-11-24`), a person's Slack id, an address, ticked or not. */
export type PropertyValue = string | number | boolean;

export interface Meeting {
  /** Epoch ms. */
  readonly at: number;
  readonly minutes: number;
  /** Where it is held; null where that is not known yet. */
  readonly link: string | null;
}

/** A message of ours about it, edited in place. */
export interface Post {
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
}

export interface Created {
  readonly id: string;
  readonly team: string;
  readonly title: string;
  readonly language: Locale;
  /** Ids of the template and its supplements. The form below is theirs as it was then. */
  readonly templates: readonly string[];
  readonly form: {
    readonly sections: readonly TemplateSection[];
    readonly properties: readonly Property[];
    readonly checklist: readonly OwnItem[];
  };
  /** Ids of incidents, the first being the one it began with. */
  readonly incidents: readonly string[];
  readonly private: boolean;
  /** Who may find a private one; empty where everybody may. */
  readonly readers: readonly string[];
  /** Who sees to it. */
  readonly lead: Person | null;
  /** Epoch ms; null: no date was set. */
  readonly dueAt: number | null;
  /** Null: Toban, at resolve. */
  readonly by: Person | null;
}

export interface Postmortem extends RecordState, Omit<Created, 'by'> {
  readonly createdBy: Person | null;
  readonly createdAt: number;
  readonly state: State;
  readonly stateAt: number;
  /** The first time; null before. */
  readonly publishedAt: number | null;
  /** By id. */
  readonly sections: Readonly<Record<string, SectionHead>>;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly reviewers: readonly Person[];
  readonly meeting: Meeting | null;
  /** Own items of the checklist that are done. */
  readonly ticked: Readonly<Record<string, { readonly by: Person; readonly at: number }>>;
  /** By section, where a language model was asked; no record that is older than this has it. */
  readonly prose?: Readonly<Record<string, Prose>>;
  /** Missing where nobody has asked for one. */
  readonly doc?: ExportedDoc;
  readonly comments: number;
  /** Id of the postmortem that took its place. */
  readonly mergedInto: string | null;
  readonly posts: readonly Post[];
  /** What lists find it by. */
  readonly tags: readonly string[];
}

interface By {
  readonly by: Person;
}

export type PostmortemEvent = EventBase &
  (
    | ({ readonly type: 'created' } & Created)
    | ({ readonly type: 'section-saved' } & Pick<SectionHead, 'version' | 'blank' | 'open' | 'by'> & {
          readonly section: string;
          readonly length: number;
          readonly base: number;
          readonly merged: boolean;
        })
    | ({ readonly type: 'titled'; readonly title: string } & By)
    | ({ readonly type: 'property-set'; readonly name: string; readonly value: PropertyValue | null } & By)
    | ({ readonly type: 'reviewers-set'; readonly people: readonly Person[] } & By)
    | ({ readonly type: 'lead-set'; readonly to: Person } & By)
    | ({ readonly type: 'due-set'; readonly dueAt: number | null } & By)
    | ({ readonly type: 'meeting-set'; readonly meeting: Meeting | null } & By)
    | ({ readonly type: 'ticked'; readonly item: string; readonly done: boolean } & By)
    | ({ readonly type: 'moved'; readonly to: State; readonly reason: string | null } & By)
    | ({ readonly type: 'linked'; readonly incident: string; readonly readers: readonly string[] } & By)
    | ({ readonly type: 'unlinked'; readonly incident: string } & By)
    | ({ readonly type: 'merged-into'; readonly postmortem: string } & By)
    | ({ readonly type: 'commented'; readonly comment: string; readonly section: string | null } & By)
    | { readonly type: 'posted'; readonly post: Post }
    | { readonly type: 'prose-asked'; readonly sections: readonly string[]; readonly by: Person | null }
    | {
        readonly type: 'prose-written';
        readonly section: string;
        readonly sentences: number;
        readonly dropped: number;
      }
    | { readonly type: 'prose-overtaken'; readonly section: string }
    | ({ readonly type: 'doc-asked' } & By)
    | { readonly type: 'doc-written'; readonly id: string; readonly url: string }
    | { readonly type: 'doc-failed'; readonly reason: DocFailure; readonly account: string | null }
    | {
        readonly type: 'prose-failed';
        readonly section: string;
        readonly reason: ProseFailure;
        readonly againAt: number | null;
      }
  );

export type PostmortemDecision = Decision<PostmortemEvent>;

export type Command =
  | ({ readonly type: 'create' } & Created & { readonly texts: Readonly<Record<string, string>> })
  | {
      readonly type: 'save';
      readonly section: string;
      readonly text: string;
      readonly base: number;
      readonly merged: boolean;
      /** Null: Toban fills in what nobody has touched. */
      readonly by: Person | null;
    }
  | ({ readonly type: 'title'; readonly title: string } & By)
  | ({ readonly type: 'set-property'; readonly name: string; readonly value: string } & By)
  | ({ readonly type: 'set-reviewers'; readonly people: readonly Person[] } & By)
  | ({ readonly type: 'set-lead'; readonly to: Person } & By)
  | ({ readonly type: 'set-due'; readonly dueAt: number | null } & By)
  | ({ readonly type: 'set-meeting'; readonly meeting: Meeting | null } & By)
  | ({ readonly type: 'tick'; readonly item: string; readonly done: boolean } & By)
  | ({
      readonly type: 'move';
      readonly to: State;
      readonly reason: string | null;
      readonly facts: CheckFacts;
    } & By)
  | ({ readonly type: 'link'; readonly incident: string; readonly readers: readonly string[] } & By)
  | ({ readonly type: 'unlink'; readonly incident: string } & By)
  | ({ readonly type: 'merge-into'; readonly postmortem: string } & By)
  /** Null: Toban, at resolve. `anew`: also where there is prose. */
  | { readonly type: 'ask-prose'; readonly by: Person | null; readonly anew: boolean }
  | ({ readonly type: 'export-doc' } & By)
  | ({ readonly type: 'comment'; readonly comment: string; readonly section: string | null } & By);

/** Why a command was not carried out: each is a sentence for the one who gave it. */
export type Refusal =
  | { readonly refused: 'archived' }
  | { readonly refused: 'empty' }
  | { readonly refused: 'too-long'; readonly most: number }
  | { readonly refused: 'too-many'; readonly most: number }
  | { readonly refused: 'section-unknown' }
  | { readonly refused: 'version-unknown' }
  /** Ready or published, it must not lose a required section. */
  | { readonly refused: 'section-needed'; readonly section: string }
  | { readonly refused: 'property-unknown' }
  | { readonly refused: 'property-wrong'; readonly property: Property }
  | { readonly refused: 'item-unknown' }
  | { readonly refused: 'not-complete'; readonly checks: readonly Check[] }
  | { readonly refused: 'no-such-step'; readonly from: State; readonly to: State }
  | { readonly refused: 'reason-needed'; readonly to: State }
  | { readonly refused: 'not-ready' }
  | { readonly refused: 'in-the-past' }
  | { readonly refused: 'link-wrong' }
  | { readonly refused: 'minutes-wrong' }
  | { readonly refused: 'person-unknown'; readonly name: string }
  /** A private incident is not theirs to see. */
  | { readonly refused: 'outsider'; readonly name: string }
  | { readonly refused: 'privacy-differs' }
  | { readonly refused: 'elsewhere'; readonly postmortem: string }
  /** The one it began with stays. */
  | { readonly refused: 'first-incident' }
  | { readonly refused: 'incident-unknown' }
  /** No language model is configured; it is about several incidents; a private one goes to none. */
  | { readonly refused: 'ai-off' | 'ai-several' | 'ai-private' }
  | { readonly refused: 'not-draft' }
  /** No folder is configured; a private one is not written into a folder that others read. */
  | { readonly refused: 'docs-off' | 'docs-private' }
  | { readonly refused: 'nothing-to-write' };
