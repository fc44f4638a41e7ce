import { expect, test } from 'vitest';
import { TobanError } from '../../../shared/platform/errors.ts';
import { createLog } from '../../../shared/platform/log.ts';
import { currentTrace, traceAttributes, traceOf, withTrace } from '../../../shared/platform/trace.ts';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const HEADER = `00-${ID}-${SPAN}-01`;

function written(about: object, log: (to: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  log(createLog('calls', { write: (line) => lines.push(line), ...about }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

test.each([
  [HEADER, { id: ID, span: SPAN, sampled: true }],
  [`00-${ID}-${SPAN}-00`, { id: ID, span: SPAN, sampled: false }],
  [`00-${'0'.repeat(32)}-${SPAN}-01`, null],
  [`00-${ID}-${'0'.repeat(16)}-01`, null],
  [`00-${ID.toUpperCase()}-${SPAN}-01`, null],
  [`${HEADER}\n"evil"`, null],
  ['', null],
  [undefined, null],
])('the header %j is read as %j', (header, trace) => expect(traceOf(header)).toEqual(trace));

test('a line within a request names its trace as Cloud Logging wants it, also after an await; outside it names none', async () => {
  const about = { project: 'toban-prod' };
  await withTrace(traceOf(HEADER), async () => {
    await Promise.resolve();
    expect(written(about, (log) => log.info('tick'))).toMatchObject({
      severity: 'INFO',
      message: 'tick',
      'logging.googleapis.com/trace': `projects/toban-prod/traces/${ID}`,
      'logging.googleapis.com/spanId': SPAN,
      'logging.googleapis.com/trace_sampled': true,
    });
    expect(traceAttributes()).toEqual({ traceparent: HEADER });
  });
  expect(written(about, (log) => log.info('tick'))).not.toHaveProperty('logging.googleapis.com/trace');
  expect(currentTrace()).toBeNull();
  expect(traceAttributes()).toEqual({});
});

test('an error is told as Error Reporting groups it: by where it was thrown, without its words', () => {
  const error = new TobanError('bug', 'the customer’s own words, xoxb-secret');
  const line = written({ version: 'toban-calls-00007' }, (log) =>
    log.error('work-failed', { code: 'bug' }, error),
  );
  expect(line).toMatchObject({
    severity: 'ERROR',
    message: 'work-failed',
    code: 'bug',
    '@type': 'type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent',
    serviceContext: { service: 'calls', version: 'toban-calls-00007' },
  });
  expect(line.stack_trace).toMatch(/^TobanError: work-failed\n {4}at .*log\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(line)).not.toMatch(/customer|xoxb/);
});

test('an error of many lines keeps its words to itself too', () => {
  const error = new Error('first\n    at the end of their sentence\nxoxb-secret');
  expect(JSON.stringify(written({}, (log) => log.error('x', {}, error)))).not.toMatch(/sentence|xoxb/);
});

test('an error that nobody threw is grouped by its event; warnings are no errors', () => {
  expect(written({}, (log) => log.error('canary-failed'))).toMatchObject({
    context: { reportLocation: { functionName: 'canary-failed' } },
  });
  expect(written({}, (log) => log.warn('request-refused'))).not.toHaveProperty('@type');
});
