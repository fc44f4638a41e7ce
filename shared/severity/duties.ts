import type { Duty } from './schemas.ts';

type Words = Duty['name'];

/** One thing to do about a legal duty. `by`: epoch ms; null is "at once". */
export interface DutyStep {
  readonly duty: string;
  /** Names this step of this duty. */
  readonly key: string;
  readonly name: Words;
  readonly law: Words;
  readonly tell: Words;
  readonly by: number | null;
}

/** Whom to tell and by when, for the duties ticked: what is due first comes first. `since`: when it became known. */
export function dutySteps(
  ticked: readonly { readonly id: string; readonly since: number }[],
  duties: readonly Duty[],
): DutyStep[] {
  const steps = ticked.flatMap(({ id, since }) => {
    const duty = duties.find((known) => known.id === id);
    return (duty?.steps ?? []).map(({ tell, within }, index) => ({
      duty: id,
      key: `${id}:${index}`,
      name: duty?.name ?? { ja: id, en: id },
      law: duty?.law ?? { ja: '', en: '' },
      tell,
      by: within === null ? null : since + within,
    }));
  });
  return steps.sort((a, b) => (a.by ?? 0) - (b.by ?? 0));
}
