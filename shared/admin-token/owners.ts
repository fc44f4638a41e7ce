interface Named {
  readonly canary?: { readonly owners: string } | undefined;
  readonly rotas: readonly { readonly owners: readonly string[] }[];
}

/** Who answers for Toban itself: where the canary's failing is told, else everybody who owns a rota. */
export function ownersOf({ canary, rotas }: Named): readonly string[] {
  return canary ? [canary.owners] : [...new Set(rotas.flatMap(({ owners }) => owners))];
}
