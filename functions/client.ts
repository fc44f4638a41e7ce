import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientTypes, type Document } from './client-types.ts';
import { openApi } from './web/api/openapi.ts';

/** Writes the types of the client; they are checked in, so that the command line needs no step before it runs. */
const file = join(import.meta.dirname, '../cli/client/generated.ts');
writeFileSync(file, clientTypes(openApi('https://toban.example.com') as unknown as Document));
console.log(`wrote ${file}`);
