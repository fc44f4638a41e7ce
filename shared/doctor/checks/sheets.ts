import type { RotaConfig } from '../../rota/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** How many mistakes in one sheet are told in full. */
const TOLD = 3;

/** Each rota's sheet: shared, its tab and members there, what is wrong in it. */
export async function checkSheets(look: Look): Promise<Finding[]> {
  const found = await Promise.all(look.config.rotas.map((rota) => checkSheet(look, rota)));
  return found.flat();
}

async function checkSheet({ sheet, text, patienceMs }: Look, rota: RotaConfig): Promise<Finding[]> {
  const { id } = rota;
  const seen = await sheet(rota, AbortSignal.timeout(patienceMs));
  if (seen === null) return [finding('sheets', 'warning', id, text.sheetNeverRead(id))];
  const { trouble, problems, rows, people } = seen;
  if (trouble) return [finding('sheets', 'error', id, [trouble])];
  const told = problems.slice(0, TOLD).map((sentence) => finding('sheets', 'warning', id, [sentence]));
  const more = problems.length - told.length + seen.more;
  return [
    finding('sheets', 'ok', id, text.sheetRead(id, rows, people)),
    ...told,
    ...(more > 0 ? [finding('sheets', 'warning', id, text.moreProblems(more))] : []),
  ];
}
