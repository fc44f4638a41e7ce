import {
  type ImportText,
  importText,
  type Outcome,
  type RefusedRow,
  refusedRows,
  sentencesOf,
  type Upload,
} from '../../../../shared/import/index.ts';
import { csvFile, csvLine } from '../../../../shared/load/index.ts';
import type { Page } from '../../env.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { uploadOf } from './upload-of.ts';

/** A page of Notion comes along as a column: a table has no other place for it. */
const PAGE = { id: 'ID', body: '本文' } as const;

/**
 * The records that were refused, as they stand in the file, each with its reasons: to be put right and imported again. A
 * column that says so is left out then. What holds lists is JSON, all else CSV.
 */
export function refusedFile(parts: WebParts): Page {
  return async (c) => {
    const upload = await uploadOf(c, parts);
    if (!upload || upload.counts.refused === 0 || upload.pages.length === 0)
      return errorPage(c, 404, 'notFound');
    const text = importText(c.var.locale);
    const json = upload.source === 'json' || upload.source === 'waroom';
    const rows = refusedRows(parts, upload);
    const pieces = json ? asJson(rows, text) : asCsv(rows, upload, text);
    const encoder = new TextEncoder();
    async function* bytes() {
      for await (const piece of pieces) yield encoder.encode(piece);
    }
    const type = json ? 'application/json' : 'text/csv; charset=utf-8';
    const name = `${upload.source}-refused-${upload.round}.${json ? 'json' : 'csv'}`;
    return new Response(ReadableStream.from(bytes()), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  };
}

async function* asCsv(rows: AsyncIterable<RefusedRow>, { mapping, source }: Upload, text: ImportText) {
  const columns = Object.keys(mapping.columns);
  const own = source === 'notion' ? Object.values(PAGE).filter((name) => !columns.includes(name)) : [];
  yield csvFile([[...columns, ...own, text.why]]);
  for await (const { row, outcome } of rows) {
    const cells = columns.map((column) => row?.values[column] ?? '');
    const page = own.map((name) => (name === PAGE.id ? row?.id : row?.body) ?? '');
    yield csvLine([...cells, ...page, reasonsOf(outcome, text)]);
  }
}

async function* asJson(rows: AsyncIterable<RefusedRow>, text: ImportText) {
  yield '[';
  let first = true;
  for await (const { row, outcome } of rows) {
    const record = { ...row?.values, ...row?.lists, [text.why]: reasonsOf(outcome, text) };
    yield `${first ? '' : ','}\n${JSON.stringify(record)}`;
    first = false;
  }
  yield '\n]\n';
}

const reasonsOf = (outcome: Outcome, text: ImportText): string =>
  `${text.place(outcome.at)}: ${sentencesOf(outcome, text).join(' ')}`;
