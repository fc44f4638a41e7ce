import type { AskType, Runbook } from './model.ts';
import type { Person, Run, Value } from './run-model.ts';

/** What a run answered for a section of the postmortem. */
export interface SectionAnswer {
  /** As the target names it: `impact` for `into postmortem.impact`. */
  readonly section: string;
  /** The question in its words, Markdown. */
  readonly question: string;
  readonly type: AskType;
  /** As it stands now, corrected or not; `saidValue` says it in words. */
  readonly value: Value;
  /** Who answered, or last corrected it. */
  readonly by: Person | null;
  /** When that was, epoch ms. */
  readonly at: number;
  /** Id of the run, and title of its runbook. */
  readonly run: string;
  readonly title: string;
}

/** A run with the document it plays: `runbookAt(store, run.runbook.id, run.runbook.version)`. */
export interface Play {
  readonly run: Run;
  readonly runbook: Runbook;
}

/**
 * What the runs of an incident answered for its postmortem: the questions with `into postmortem.<section>`, in the order
 * in which they were answered. Questions skipped or taken back are not there. Pure.
 */
export const sectionAnswers = (plays: readonly Play[]): readonly SectionAnswer[] =>
  plays.flatMap(answersOf).sort((a, b) => a.at - b.at);

const answersOf = ({ run, runbook }: Play): readonly SectionAnswer[] =>
  runbook.sections
    .flatMap(({ steps }) => steps)
    .flatMap(({ act, text }): readonly SectionAnswer[] => {
      const section = act.kind === 'ask' ? /^postmortem\.(.+)$/.exec(act.into ?? '')?.[1] : undefined;
      if (act.kind !== 'ask' || section === undefined) return [];
      const passed = run.log.findLast(({ step, outcome }) => step === act.name && outcome === 'answered');
      const value = run.answers[act.name];
      if (!passed || value === undefined) return [];
      const { by, at } = passed.corrections.at(-1) ?? passed;
      const { id, runbook: pinned } = run;
      return [{ section, question: text, type: act.type, value, by, at, run: id, title: pinned.title }];
    });
