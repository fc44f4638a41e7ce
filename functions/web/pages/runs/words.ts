import { fillAnswers, type Step, stepById } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { markdown } from '../../markdown.ts';
import { type RunScene, said } from './scene.ts';

/** What CommonMark reads as more than the character itself. */
const MARKS = /[!-/:-@[-`{-~]/g;

/** A step's words as a document says them. Answers come in as plain words: they can make nothing of themselves. */
export const wordsOf = (scene: RunScene, step: Step): Html =>
  markdown(
    fillAnswers(step.text, scene.run.answers, (value, name) =>
      said(scene, value, stepById(scene.runbook, name)?.step).replace(/\s+/g, ' ').replace(MARKS, '\\$&'),
    ),
    { heading: 3 },
  );
