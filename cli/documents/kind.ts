import type { Locale } from '../../shared/language/index.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';
import type { SourceFile } from './folder.ts';

/** Something wrong in a document; places count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly level: 'error' | 'warning';
  readonly code: string;
  /** The sentence, in a language: what is wrong, and what to do. */
  say(locale: Locale): string;
}

/** A file with what is wrong with it. */
export interface Read extends SourceFile {
  /** What it says it is; null where it cannot be used. */
  readonly document: { readonly id: string; readonly language: Locale } | null;
  readonly problems: readonly Problem[];
}

/** What the store keeps. `id` with the language: `payment-outage.ja`. */
export interface Entry {
  readonly id: string;
  readonly language: Locale;
  readonly version: string;
  readonly at: number;
  readonly by: string;
  /** Out of use; missing where it is in use. */
  readonly retired?: object;
}

export interface Push {
  readonly by: { readonly user: string; readonly name: string };
  readonly now: number;
  /** The version it replaces (null: none), or `any` to replace whatever is there. */
  readonly expected: { readonly id: string; readonly version: string | null } | 'any';
  /** Ids, without language, of those that are there or pushed along: it may name them. */
  readonly known: readonly string[];
}

/** `payment-outage.ja` → `payment-outage` */
export const bareId = (id: string): string => id.replace(/\.(ja|en)$/, '');

/** A kind of document that people keep as Markdown in a folder and Toban in its store. */
export interface DocumentKind {
  /** Reads and checks files together, so that they may name each other. `known`: ids without language that exist besides. */
  read(files: readonly SourceFile[], known: readonly string[]): readonly Read[];
  list(store: Store): Promise<readonly Entry[]>;
  /** One version as it was written; null where the store never had it. */
  source(store: Store, id: string, version: string): Promise<string | null>;
  versionOf(source: string): string;
  /** `entry`: what stands there now. `conflict`: not what was expected, and nothing was replaced. */
  push(
    store: Store,
    source: string,
    push: Push,
  ): Promise<{ readonly entry: Entry | null; readonly conflict: boolean }>;
  /** Takes one out of use, or back; missing where the kind knows no such thing. Null: there is none of that id. */
  retire?(
    store: Store,
    id: string,
    retired: boolean,
    of: Pick<Push, 'by' | 'now'>,
  ): Promise<{ readonly changed: boolean } | null>;
}

/** What a command is made of that checks, pushes and pulls one kind. */
export interface DocumentCommand {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly text: (locale: Locale) => KindText;
  /** Whether one can be taken out of use. */
  readonly retires: boolean;
  /** JSON Schema of the settings at the top of a document. */
  readonly schema: () => object;
  /** `config`: null where there is none, so that names in it cannot be checked. */
  readonly kind: (config: WorkspaceConfig | null) => DocumentKind;
}

/** The sentences that name the kind. */
export interface KindText {
  twin(path: string): string;
  /** There is no toban.yaml; null where that does not matter. */
  readonly noConfig: ((file: string) => string) | null;
}

/** `payment-outage.ja` */
export const entryId = ({ id, language }: { readonly id: string; readonly language: Locale }): string =>
  `${id}.${language}`;
