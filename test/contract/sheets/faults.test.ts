import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../local/sheets/index.ts';
import { createSheets } from '../../../shared/adapters/sheets/index.ts';
import { type Bench, failure, soon, startBench } from './harness.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterEach(() => bench.simulator.faults.clear());
afterAll(() => bench.close());

const read = (id = 'mobility') => bench.sheets.read(id, ['当番表'], soon());

describe('each way in which Sheets fails has its code', () => {
  const cases: [FaultKind, object][] = [
    ['not-shared', { code: 'refused', reason: 'not-shared' }],
    ['api-disabled', { code: 'refused', reason: 'api-disabled' }],
    ['not-found', { code: 'refused', reason: 'not-found' }],
    ['rate-limited', { code: 'rate-limited' }],
    ['unavailable', { code: 'unavailable' }],
    ['lost', { code: 'unavailable' }],
    ['garbage', { code: 'bad-input', reason: 'not-a-spreadsheet' }],
  ];
  it.each(cases)('%s', async (kind, error) => {
    bench.simulator.faults.set({ kind });
    expect(await failure(read())).toMatchObject(error);
    expect(await failure(bench.sheets.titles('mobility', soon()))).toMatchObject(error);
  });

  it('an id that does not exist is not found', async () => {
    expect(await failure(read('nowhere'))).toMatchObject({ code: 'refused', reason: 'not-found' });
  });

  it('Retry-After is told in milliseconds', async () => {
    bench.simulator.faults.set({ kind: 'rate-limited', retryAfter: 7 });
    expect(await failure(read())).toMatchObject({ retryAfterMs: 7_000 });
  });

  it('nobody listening is unavailable', async () => {
    const sheets = createSheets({ apiUrl: 'http://127.0.0.1:9' });
    expect(await failure(sheets.read('x', ['y'], soon()))).toMatchObject({ code: 'unavailable' });
  });
});

describe('the budget holds', () => {
  it('gives up after 2 s although the caller would wait longer', async () => {
    bench.simulator.faults.set({ kind: 'slow', delayMs: 4_000 });
    const started = performance.now();
    expect(
      await failure(bench.sheets.read('mobility', ['当番表'], AbortSignal.timeout(30_000))),
    ).toMatchObject({
      code: 'unavailable',
    });
    const waited = performance.now() - started;
    expect(waited).toBeGreaterThan(1_800);
    expect(waited).toBeLessThan(2_600);
  });

  it("stops at the caller's signal", async () => {
    bench.simulator.faults.set({ kind: 'slow', delayMs: 1_500 });
    const started = performance.now();
    expect(await failure(bench.sheets.read('mobility', ['当番表'], AbortSignal.timeout(200)))).toMatchObject({
      code: 'unavailable',
    });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('asks once: the client does not repeat a failed read by itself', async () => {
    bench.simulator.faults.set({ kind: 'unavailable', times: 1 });
    expect(await failure(read())).toMatchObject({ code: 'unavailable' });
    expect((await read()).tabs).toHaveLength(1);
  });
});

describe('another server that speaks the API', () => {
  async function against(
    body: string,
    status = 200,
  ): Promise<{ sheets: ReturnType<typeof createSheets>; stop: () => void }> {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    return { sheets: createSheets({ apiUrl: `http://127.0.0.1:${port}` }), stop: () => server.close() };
  }

  it('may ignore ranges and leave out fields: the wanted tab is picked, a zone is assumed', async () => {
    const cell = { formattedValue: '小野' };
    const numbered = {
      effectiveValue: { numberValue: 46_349 },
      formattedValue: '11月23日',
      effectiveFormat: { numberFormat: { pattern: 'm"月"d"日"' } },
    };
    const data = [{ startRow: 1, startColumn: 2, rowData: [{ values: [cell, numbered] }, {}] }];
    const body = {
      sheets: [
        { properties: { title: 'a' }, data: [{}] },
        { properties: { title: 'b' }, data },
      ],
    };
    const { sheets, stop } = await against(JSON.stringify(body));
    const read = await sheets.read('x', ['b'], soon());
    stop();
    expect(read).toMatchObject({ timeZone: 'Etc/GMT', tabTitles: ['a', 'b'] });
    expect(read.tabs.map((tab) => tab.rows)).toEqual([
      [
        [],
        [null, null, { kind: 'text', text: '小野' }, { kind: 'date', date: '2026-11-23', text: '11月23日' }],
      ],
    ]);
  });

  it('a formula counts by what it gives: a date by its format, a bare number, a text, a date with its time', async () => {
    const formula = (written: string, effectiveValue: object, formattedValue: string, format?: object) => ({
      userEnteredValue: { formulaValue: written },
      effectiveValue,
      formattedValue,
      ...(format && { effectiveFormat: { numberFormat: format } }),
    });
    const values = [
      formula('=A2+1', { numberValue: 46_349 }, '2026/11/23', { type: 'DATE', pattern: 'yyyy/mm/dd' }),
      formula('=DATEVALUE("2026-11-23")', { numberValue: 46_349 }, '46349'),
      formula('=TEXT(A2,"m/d")', { stringValue: '11/23' }, '11/23'),
      formula('=A2+TIME(9,0,0)', { numberValue: 46_349.375 }, '11/23 9:00', { type: 'DATE_TIME' }),
    ];
    const body = { sheets: [{ properties: { title: 'b' }, data: [{ rowData: [{ values }] }] }] };
    const { sheets, stop } = await against(JSON.stringify(body));
    const read = await sheets.read('x', ['b'], soon());
    stop();
    expect(read.tabs[0]?.rows).toEqual([
      [
        { kind: 'date', date: '2026-11-23', text: '2026/11/23' },
        { kind: 'number', value: 46_349, text: '46349' },
        { kind: 'text', text: '11/23' },
        { kind: 'datetime', local: '2026-11-23T09:00', text: '11/23 9:00' },
      ],
    ]);
  });

  it('an answer beyond 20 MB is refused, not swallowed', async () => {
    const { sheets, stop } = await against(
      JSON.stringify({ sheets: [], filler: 'x'.repeat(21 * 1024 * 1024) }),
    );
    const error = await failure(sheets.read('x', ['b'], soon()));
    stop();
    expect(error).toMatchObject({ code: 'bad-input', reason: 'too-large' });
  });

  it('an uploaded Excel file is no spreadsheet to the API', async () => {
    const message = 'This operation is not supported for this document';
    const { sheets, stop } = await against(
      JSON.stringify({ error: { code: 400, message, status: 'FAILED_PRECONDITION' } }),
      400,
    );
    const error = await failure(sheets.read('x', ['b'], soon()));
    stop();
    expect(error).toMatchObject({ code: 'bad-input', reason: 'not-a-spreadsheet' });
  });

  it('the account to share with is known where it was told', async () => {
    expect(await bench.sheets.accountEmail()).toBe(bench.simulator.accountEmail);
    expect(await createSheets({ apiUrl: bench.simulator.apiUrl }).accountEmail()).toBeNull();
  });
});
