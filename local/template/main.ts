import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFor } from './content.ts';
import { templateText } from './text.ts';
import { workbookFile } from './workbook.ts';

// `npm run template`: writes the spreadsheets that teams without one start from.
const folder = join(import.meta.dirname, '../../docs/template');
mkdirSync(folder, { recursive: true });
for (const locale of ['ja', 'en'] as const) {
  const path = join(folder, templateText[locale].file);
  writeFileSync(path, workbookFile(templateFor(locale)));
  console.log(path);
}
