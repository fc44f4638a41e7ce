import { listTemplates, templateUses } from '../../postmortem/index.ts';
import { checkKept, listRunbooks, namesOf, problemSentence } from '../../runbook/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { usesOf } from '../uses.ts';

/** The templates that `postmortem:` names must be there. */
export async function checkTemplates({ store, config, text }: Look): Promise<Finding[]> {
  if (!store) return [];
  const named = usesOf(
    () => true,
    templateUses(config.postmortem).map(
      ({ in: list, index, rule }) => [`postmortem.${list}[${index}]`, rule.template] as const,
    ),
  );
  const known = [...new Set((await listTemplates(store)).map(({ id }) => id))];
  return [...named].map(([id, uses]) =>
    known.includes(id)
      ? finding('templates', 'ok', id, text.templateThere(id, uses))
      : finding('templates', 'error', id, text.templateMissing(id, uses, known)),
  );
}

/** What the linter says of each runbook today: what one names may have gone since it was pushed. */
export async function checkRunbooks({ store, config, text, locale }: Look): Promise<Finding[]> {
  if (!store) return [];
  const entries = await listRunbooks(store);
  const names = namesOf(
    config,
    entries.map(({ id }) => id.replace(/\.(ja|en)$/, '')),
  );
  const found = await Promise.all(
    entries
      .filter(({ retired }) => !retired)
      .map(async (entry) =>
        (await checkKept(store, entry, names)).map((problem) => {
          const sentence = problemSentence(problem, locale);
          return finding(
            'runbooks',
            'warning',
            entry.id,
            text.runbookProblem(entry.id, problem.line, sentence),
          );
        }),
      ),
  );
  const problems = found.flat();
  return problems.length > 0 || entries.length === 0
    ? problems
    : [finding('runbooks', 'ok', '', text.runbooksWell(entries.length))];
}
