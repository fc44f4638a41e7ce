import { describeProblem, describeTrouble, type RotaConfig } from '../../../shared/rota/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** How many mistakes in one sheet are told in full. */
const TOLD = 3;

/** Each rota's sheet as a call would read it now: shared, its tab and members there, what is wrong in it. */
export async function checkSheets(look: Look): Promise<Finding[]> {
  const found = await Promise.all(look.config.rotas.map((rota) => checkSheet(look, rota)));
  return found.flat();
}

async function checkSheet(look: Look, config: RotaConfig): Promise<Finding[]> {
  const { text, locale } = look;
  const { id } = config;
  try {
    const current = await look.rotas.current(id, AbortSignal.timeout(look.patienceMs));
    const { rota, trouble } = current;
    const troubles = trouble
      ? [finding('sheets', 'error', id, [describeTrouble(trouble, locale, current)])]
      : [];
    if (rota === null || trouble) return troubles;
    const { problems, zone } = rota;
    const told = problems
      .slice(0, TOLD)
      .map((problem) => finding('sheets', 'warning', id, [describeProblem(problem, locale, zone)]));
    const more = problems.length - told.length;
    return [
      finding('sheets', 'ok', id, text.sheetRead(id, rota.understood?.rows ?? 0, Object.keys(rota.people))),
      ...told,
      ...(more > 0 ? [finding('sheets', 'warning', id, text.moreProblems(more))] : []),
    ];
  } catch (error) {
    return [finding('sheets', 'error', id, text.sheetUnknown(id, codeOf(error)))];
  }
}
