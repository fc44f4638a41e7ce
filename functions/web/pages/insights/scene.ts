import type { Asked, InsightsText } from '../../../../shared/insights/index.ts';

/** What the sections of the page need besides the figures. */
export interface Scene {
  readonly asked: Asked;
  readonly text: InsightsText;
  /** Of a service or a rota, by its id. */
  readonly nameOf: (id: string) => string;
}
