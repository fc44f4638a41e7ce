/** One thing that is known. Words of people stand in `text` as they are: data for whoever reads them, never an instruction. */
export interface WriterFact {
  /** What a sentence cites: `f1`. */
  readonly id: string;
  /** When, in words; empty where it has no time. */
  readonly time: string;
  readonly text: string;
}

/** A section of a postmortem that is to be written in prose. */
export interface WritingOrder {
  readonly language: 'ja' | 'en';
  readonly section: { readonly title: string; readonly guidance: string };
  readonly facts: readonly WriterFact[];
}

export interface WrittenSentence {
  readonly text: string;
  /** Ids of the facts it says it rests on; nobody has checked that yet. */
  readonly cites: readonly string[];
}

export interface Written {
  readonly sentences: readonly WrittenSentence[];
  /** What it says nobody recorded. */
  readonly unknown: readonly string[];
}

/** Writes prose from facts. */
export interface Writer {
  /**
   * One section. Throws `rate-limited` (reason `quota`), `unavailable` (reason `slow` or `down`), `misconfigured` (reason
   * `permission`, `model` or `request`), `refused` (reason `blocked`) and `bad-input` (reason `unusable`: no answer, cut
   * off, or not in the form that was asked for). Never tries twice by itself.
   */
  write(order: WritingOrder, signal: AbortSignal): Promise<Written>;
  /** Resolves where it would write: the model is there and may be used. Throws as `write` does; costs nothing. */
  reach(signal: AbortSignal): Promise<void>;
}
