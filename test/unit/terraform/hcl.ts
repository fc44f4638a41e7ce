import { readdirSync, readFileSync } from 'node:fs';

/** A top-level block of Terraform: `resource "type" "name" { body }`. `file` counts from the project's root. */
export interface Block {
  readonly file: string;
  readonly kind: string;
  readonly labels: readonly string[];
  readonly body: string;
}

const root = new URL('../../../', import.meta.url);
const folders = ['terraform', 'terraform/modules/service'];

/** Every top-level block of our own folders. `terraform fmt`, which CI checks, puts each end at the start of a line. */
export const blocks: readonly Block[] = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.tf'))
    .flatMap((name) =>
      blocksOf(`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
    ),
);

export function blocksOf(file: string, text: string): Block[] {
  return [...text.matchAll(/^(\w+)((?: "[^"]+")*) \{\n([\s\S]*?)^\}/gm)].map(
    ([, kind = '', labels = '', body = '']) => ({
      file,
      kind,
      labels: [...labels.matchAll(/"([^"]+)"/g)].map(([, label = '']) => label),
      body,
    }),
  );
}

/** The text of an attribute's value on its line; null where the block has none. */
export const attribute = ({ body }: Block, name: string): string | null =>
  new RegExp(`^ +${name} += (.+)$`, 'm').exec(body)?.[1] ?? null;

export const resources = blocks.filter(({ kind }) => kind === 'resource');
