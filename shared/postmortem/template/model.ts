/** The form of a postmortem, as a Markdown document with front matter says it. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly language: 'ja' | 'en';
  /** `supplement`: its sections come behind those of another template, never alone. */
  readonly kind: 'full' | 'supplement';
  readonly sections: readonly TemplateSection[];
  readonly properties: readonly Property[];
  readonly checklist: readonly OwnItem[];
}

export interface TemplateSection {
  /** `root-causes`; what Toban knows of the incident is filled in by it (skeleton.ts). */
  readonly id: string;
  readonly title: string;
  /** Must not be empty before the postmortem is ready. */
  readonly required: boolean;
  /** What belongs there, in Markdown; shown beside the field, never part of the text. */
  readonly guidance: string;
}

export const PROPERTY_TYPES = ['text', 'number', 'choice', 'date', 'person', 'url', 'checkbox'] as const;

/** A further field of the postmortem, such as a column of an older table. */
export interface Property {
  readonly id: string;
  readonly name: string;
  readonly type: (typeof PROPERTY_TYPES)[number];
  /** Of a choice. */
  readonly options: readonly string[];
  readonly required: boolean;
}

/** An item of the checklist that a person ticks. */
export interface OwnItem {
  readonly id: string;
  readonly name: string;
}

/** Something wrong in a template: where, and which sentence of `text.ts` says it. Places count from 1. */
export interface TemplateProblem {
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  /** What the sentence names. */
  readonly about: string;
}

export type ProblemCode =
  | 'front-matter-missing'
  | 'front-matter-broken'
  | 'field-unknown'
  | 'field-absent'
  | 'field-wrong'
  | 'options-missing'
  | 'options-unwanted'
  | 'id-twice'
  | 'too-long'
  | 'no-sections'
  | 'too-many-sections'
  | 'section-without-id'
  | 'section-wrong'
  | 'section-twice';
