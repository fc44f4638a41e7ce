import type { Store } from '../store/port.ts';
import type { DutyWatch } from './model.ts';
import { dutyPath } from './watch.ts';

/** Whether somebody stands in any plan of duty that people have been told. */
export async function plannedFor(store: Store, rotas: readonly string[], user: string): Promise<boolean> {
  const watches = await Promise.all(rotas.map((rota) => store.get<DutyWatch>(dutyPath(rota))));
  const shifts = watches.flatMap((watch) => Object.values(watch?.data.plan ?? {}).flat());
  return shifts.some(({ people }) => people.includes(user));
}
