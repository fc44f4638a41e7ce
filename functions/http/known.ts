/** More than are in use; beyond it all are forgotten, and each has to prove itself once more. */
const MOST = 1_000;

/** Proofs that were good lately: whoever shows one need not wait for others behind the same address. */
export interface Known {
  has(proof: string): boolean;
  add(proof: string): void;
  delete(proof: string): void;
}

/** In the memory of one instance: it opens nothing by itself, each proof is still looked up. */
export function createKnown(): Known {
  const known = new Set<string>();
  return {
    has: (proof) => known.has(proof),
    add(proof) {
      if (known.size >= MOST) known.clear();
      known.add(proof);
    },
    delete: (proof) => void known.delete(proof),
  };
}
