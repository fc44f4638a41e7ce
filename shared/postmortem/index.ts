export { actionItemsFor } from './action-items.ts';
export { applyPostmortem } from './apply.ts';
export { beginAtResolve, beginPostmortem, redraft } from './begin.ts';
export { addComment, type Comment, resolveComment } from './comments.ts';
export type { PostmortemVerbs } from './context.ts';
export { correctedLater } from './corrected-later.ts';
export type { CreatedPostmortem } from './create.ts';
export { needsReason, nextStates } from './decide-move.ts';
export { docBarred, exportToDocs } from './doc/ask.ts';
export { docFailureOf } from './doc/failure.ts';
export { docReason, docText, docTrouble } from './doc/text.ts';
export { correctedLine, type ExportedPostmortem, exportOf } from './export/document.ts';
export { type Flavour, toMarkdown } from './export/markdown.ts';
export { exportText } from './export/text.ts';
export { checklistFor } from './facts.ts';
export {
  type FoundPostmortem,
  postmortemAddress,
  postmortemAt,
  postmortemAtAddress,
  postmortemById,
  postmortemOf,
} from './find.ts';
export { meetingInvitation } from './invitation.ts';
export { openPostmortemsOf } from './led-by.ts';
export { linkIncident, unlinkIncident } from './link.ts';
export { listPostmortems } from './list.ts';
export { escapeInline, markdownLink } from './markdown.ts';
export {
  isState,
  type Postmortem,
  type PropertyValue,
  type Refusal as PostmortemRefusal,
  type SectionVersion,
  STATES,
  type State,
} from './model.ts';
export { movePostmortem } from './move.ts';
export type { Check } from './parts.ts';
export { enterPastPostmortem, type KnownSections, retellPastPostmortem } from './past-postmortem.ts';
export { setLead, setReviewers } from './people.ts';
export { askable, askProse } from './prose/ask.ts';
export { isAiDraft, proseStanding } from './prose/standing.ts';
export { proseText, proseWords } from './prose/text.ts';
export { commentsOf, type Save, type Section, sectionHistory, sectionsOf, sectionVersion } from './read.ts';
export {
  beganWith,
  ofIncidentPath,
  postmortemId,
  postmortemPath,
  versionPath as sectionPath,
} from './records.ts';
export { type Conflict, saveSection } from './save.ts';
export { AiConfig, PostmortemConfig } from './schemas.ts';
export { describePostmortem, describeSection } from './search.ts';
export type { PostmortemContext } from './slack/context.ts';
export { postmortemNoun } from './slack/noun.ts';
export { postmortemHandlers } from './slack/receive.ts';
export { startPostmortem } from './start.ts';
export {
  type CountedPostmortem,
  countedPostmortem,
  postmortemSummary,
  quietFold as quietPostmortemFold,
} from './summary.ts';
export {
  isStand as isPostmortemStand,
  STANDS as POSTMORTEM_STANDS,
  type Stand as PostmortemStand,
} from './tags.ts';
export { templateSchema } from './template/front-matter.ts';
export {
  listTemplates,
  ownSections,
  ownTemplates,
  pushTemplate,
  type TemplateEntry,
  templateNamed,
  templateSource,
  templateVersion,
  templateVersionOf,
} from './template/library.ts';
export type { Property, Template } from './template/model.ts';
export { parseTemplate } from './template/parse.ts';
export { templateProblemSentence, templateProblemText } from './template/text.ts';
export { type TemplateUse, templateTroubles, templateUses } from './template/uses.ts';
export { checkText, postmortemText, refusalWords } from './text.ts';
export { MOST_TEXT } from './text-rules.ts';
