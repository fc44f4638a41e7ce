import {
  answersAt,
  fillAnswers,
  headlineOf,
  lineOf,
  type Passed,
  type Step,
  stepById,
} from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { markdown } from '../../markdown.ts';
import { type RunScene, said } from './scene.ts';

/** What CommonMark reads as more than the character itself. */
const MARKS = /[!-/:-@[-`{-~]/g;

/** A step's words as a document says them. Answers come in as plain words: they can make nothing of themselves. */
export const wordsOf = (scene: RunScene, step: Step): Html =>
  markdown(
    fillAnswers(
      step.text || headlineOf(step, scene.called).replace(MARKS, '\\$&'),
      scene.run.answers,
      (value, name) =>
        said(scene, value, stepById(scene.runbook, name)?.step).replace(/\s+/g, ' ').replace(MARKS, '\\$&'),
    ),
    { heading: 3 },
  );

const inLine = (scene: RunScene, words: string, answers: RunScene['run']['answers']): string =>
  fillAnswers(words, answers, (value, name) => said(scene, value, stepById(scene.runbook, name)?.step));

/** What a step is, at a glance. Plain text. */
export const headlineWords = (scene: RunScene, step: Step): string =>
  inLine(scene, headlineOf(step, scene.called), scene.run.answers);

/** A step that was passed, in the words that it had then. Plain text. */
export const passedWords = (scene: RunScene, step: Step, one: Passed): string =>
  inLine(scene, lineOf(step, scene.called), answersAt(scene.run, one));
