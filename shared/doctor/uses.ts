/** What is named → the places of toban.yaml that name it, each once. */
export type Uses = ReadonlyMap<string, readonly string[]>;

export const isChannel = (id: string): boolean => /^[CG]/.test(id);

/** Gathers ids of one kind by where they are named. */
export function usesOf(
  fits: (id: string) => boolean,
  named: readonly (readonly [use: string, id: string | null | undefined])[],
): Uses {
  const uses = new Map<string, readonly string[]>();
  for (const [use, id] of named) {
    const before = (id && uses.get(id)) || [];
    if (id && fits(id) && !before.includes(use)) uses.set(id, [...before, use]);
  }
  return uses;
}
