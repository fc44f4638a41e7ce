import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { parseAddress } from './a1.ts';
import type { Documents } from './documents.ts';
import { Fault, type Faults } from './faults.ts';
import type { Answer } from './google-error.ts';
import { BadRequest, readJson } from './http.ts';
import { FileCell } from './model.ts';
import { typedCell } from './typed.ts';

const SetCell = z
  .strictObject({
    spreadsheet: z.string(),
    cell: z.string(),
    typed: z.string().optional(),
    value: FileCell.optional(),
  })
  .refine(
    ({ typed, value }) => (typed === undefined) !== (value === undefined),
    'give either "typed" or "value"',
  );

const RenameTab = z.strictObject({
  spreadsheet: z.string(),
  from: z.string(),
  to: z.string().trim().min(1).max(100),
});

export interface ControlParts {
  readonly documents: Documents;
  readonly faults: Faults;
  /** The year that completes a date typed without one. */
  year(): number;
}

/** `/control/…`: what a test or a demonstration does from outside. README.md beside this file lists them. */
export async function controlAnswer(
  parts: ControlParts,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  const { documents, faults } = parts;
  switch (`${request.method} ${path}`) {
    case 'GET /control/faults':
      return ok({ faults: faults.list() });
    case 'POST /control/faults':
      faults.set(parseBody(Fault, await readJson(request)));
      return ok({ faults: faults.list() });
    case 'DELETE /control/faults':
      faults.clear();
      return ok({ faults: [] });
    case 'POST /control/cell': {
      const { spreadsheet, cell, typed, value = null } = parseBody(SetCell, await readJson(request));
      const address = parseAddress(cell);
      if (!address) throw new BadRequest(400, 'bad-address', `"${cell}" is not a cell such as 当番表!C14`);
      documents.edit(spreadsheet, [
        { ...address, cell: typed === undefined ? value : typedCell(typed, parts.year()) },
      ]);
      return ok({});
    }
    case 'POST /control/rename-tab': {
      const { spreadsheet, from, to } = parseBody(RenameTab, await readJson(request));
      documents.renameTab(spreadsheet, from, to);
      return ok({});
    }
    default:
      throw new BadRequest(404, 'no-such-control', `there is no ${request.method} ${path}`);
  }
}

export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new BadRequest(400, 'bad-body', z.prettifyError(parsed.error));
}

const ok = (fields: object): Answer => ({ status: 200, body: { ok: true, ...fields } });
