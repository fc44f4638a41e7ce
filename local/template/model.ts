/** What a cell of the template holds. A formula carries the value that it has as written. */
export type Content =
  | string
  | null
  | { readonly date: string }
  | { readonly formula: string; readonly value: string | { readonly date: string } };

/** What people may enter in a stretch of cells, and what they are told. `warn`: they may insist. */
export interface Rule {
  /** `C2:E93` */
  readonly cells: string;
  readonly allow:
    | { readonly kind: 'list'; readonly from: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'formula'; readonly formula: string };
  readonly onWrong: 'warn' | 'stop';
  readonly prompt: Message;
  readonly wrong: Message;
}

/** Excel cuts a title after 32 characters and a text after 255. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

/** Cells that get a colour while a formula holds. */
export interface Shade {
  readonly cells: string;
  readonly formula: string;
  readonly colour: 'grey' | 'red';
}

export interface TemplateTab {
  readonly title: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** The first row is the header, unless the tab is prose. */
  readonly rows: readonly (readonly Content[])[];
  readonly prose: boolean;
  readonly rules: readonly Rule[];
  readonly shades: readonly Shade[];
}

export interface Template {
  readonly tabs: readonly TemplateTab[];
  /** How dates are shown, as a number format. */
  readonly dateFormat: string;
}
