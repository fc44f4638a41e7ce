export { understand } from './answer.ts';
export { answersAt, nextStep, ownerOf, progressOf, saidBefore, stagesOf } from './board.ts';
export { type Called, calledOf } from './called.ts';
export type { RunbookContext } from './context.ts';
export { describeAct, describeGoto, describeTarget } from './describe.ts';
export { failureWords } from './failure.ts';
export type { StepFigures } from './figures.ts';
export { fill as fillAnswers } from './fill.ts';
export { stepById } from './flow.ts';
export { frontMatterSchema } from './front-matter.ts';
export { runbookHandlers } from './handlers.ts';
export { headlineOf, lineOf } from './headline.ts';
export { type Saved, savedVersions } from './history.ts';
export { labelOf } from './label.ts';
export {
  type Conflict,
  checkKept,
  checkRunbook,
  type Entry as RunbookEntry,
  listRunbooks,
  type Pushed,
  pushRunbook,
  runbookAt,
  runbookSource,
  type Version,
} from './library.ts';
export { lintRunbook, type Names, NOTHING_KNOWN } from './lint.ts';
export { entryId, type Problem, type Runbook, type Section, type Step } from './model.ts';
export { namesOf } from './names.ts';
export { runbookNoun } from './noun.ts';
export { runsOf, type Startable, startable } from './of-incident.ts';
export { offerRunbooks } from './offer.ts';
export { MOST_SOURCE, type Parsed, parseRunbook } from './parse.ts';
export { cardPath, runAddress, versionOf } from './records.ts';
export { MOST_MOVES, type Rehearsal, RehearsalMove, rehearse } from './rehearse.ts';
export { retireRunbook } from './retire.ts';
export { runCount } from './run-count.ts';
export { MOST_RUNS, type RunbookFigures, runbookFigures } from './run-figures.ts';
export type { OpenStep, Passed, Run, RunCommand, Value } from './run-model.ts';
export { type RunText, runText } from './run-text.ts';
export { refusalWords, saidValue } from './said.ts';
export { RunbookConfig } from './schemas.ts';
export { describeRunbook } from './search.ts';
export { sectionAnswers } from './section-answers.ts';
export { problemSentence, problemText } from './text.ts';
export { changeRun, entryNamed, runById, startRun } from './verbs.ts';
