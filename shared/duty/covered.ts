import { type Cover, laidOver } from '../rota/index.ts';
import type { Plan, Shift } from './model.ts';

/** The plan as people are called by it: what the sheet says, with the covers laid over. Pure. */
export function coveredPlan(plan: Plan, covers: readonly Cover[] = []): Plan {
  const columns: Record<string, readonly Shift[]> = { ...plan };
  for (const cover of covers) {
    const shifts = columns[cover.column] ?? [];
    columns[cover.column] = laidOver(shifts, cover, (shift, start, end) =>
      takenFrom(shift, start, end, cover),
    );
  }
  return columns;
}

function takenFrom(shift: Shift | null, start: number, end: number, { taker }: Cover): Shift {
  const sheet = shift?.names.join('、') || null;
  return {
    start,
    end,
    kind: 'people',
    people: [taker.id],
    names: [taker.name],
    cell: shift?.cell ?? null,
    cellUrl: shift?.cellUrl ?? null,
    insteadOf: shift?.insteadOf ?? sheet,
  };
}

/** The cover that a shift of the covered plan is made of; null where the sheet speaks. */
export const coverBehind = (column: string, shift: Shift, covers: readonly Cover[] = []): Cover | null =>
  covers.findLast((one) => one.column === column && one.from <= shift.start && shift.start < one.to) ?? null;
