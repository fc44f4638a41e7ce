import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, eventsOf, failure, payloadOf, soon, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const words = (text: string) => ({ type: 'plain_text' as const, text });
const input = (blockId: string, optional = false) => ({
  type: 'input' as const,
  block_id: blockId,
  label: words(blockId),
  optional,
  element: { type: 'plain_text_input' as const, action_id: 'value' },
});
const modal = (more: object = {}) => ({
  type: 'modal' as const,
  title: words('宣言'),
  submit: words('送る'),
  callback_id: 'declare',
  external_id: 'view_1',
  blocks: [input('title')],
  ...more,
});

/** A trigger, as the app gets it with a command. */
async function trigger(): Promise<string> {
  await bench.simulator.people.command('U0ONO', 'C0CSHELP', '/incident');
  return new URLSearchParams(bench.app.received.at(-1)?.body).get('trigger_id') ?? '';
}
const open = async (view: object = modal()) => bench.api('views.open', { trigger_id: await trigger(), view });
const views = () => bench.simulator.workspace.state.views;
const first = () => {
  const [view] = views();
  if (!view) throw new Error('no view is open');
  return view;
};

describe('opening', () => {
  test('a trigger opens one modal, once, within three seconds', async () => {
    const given = await trigger();
    expect(await bench.api('views.open', { trigger_id: given, view: modal() })).toMatchObject({ ok: true });
    expect(await bench.api('views.open', { trigger_id: given, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const late = await trigger();
    bench.advance(3_001);
    expect(await bench.api('views.open', { trigger_id: late, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await bench.api('views.open', { trigger_id: 'made up', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  test.each([
    ['no title', { title: undefined }],
    ['a title of 25 characters', { title: words('a'.repeat(25)) }],
    ['inputs without submit', { submit: undefined }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, (_, n) => input(`b${n}`)) }],
    ['one block_id twice', { blocks: [input('a'), input('a')] }],
    ['a field that is not there', { colour: 'red' }],
  ])('%s is refused', async (_what, more) => {
    expect(await open(modal(more))).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(views()).toEqual([]);
  });

  test('a view of more than 250 KB is too large', async () => {
    const option = (n: number) => ({
      text: words(`${n}`),
      value: 'x'.repeat(100),
      description: words('y'.repeat(2_600)),
    });
    const element = {
      type: 'static_select',
      action_id: 'a',
      options: Array.from({ length: 100 }, (_, n) => option(n)),
    };
    expect(await open(modal({ blocks: [{ ...input('a'), element }] }))).toMatchObject({
      error: 'view_too_large',
    });
  });

  test('an external id is one view’s alone', async () => {
    await open();
    const pushed = { trigger_id: await trigger(), view: modal() };
    expect(await bench.api('views.push', pushed)).toMatchObject({ error: 'duplicate_external_id' });
  });

  test('three lie on each other, a fourth does not', async () => {
    await open();
    for (const id of ['view_2', 'view_3'])
      await bench.api('views.push', { trigger_id: await trigger(), view: modal({ external_id: id }) });
    expect(views()).toHaveLength(3);
    const fourth = { trigger_id: await trigger(), view: modal({ external_id: 'view_4' }) };
    expect(await bench.api('views.push', fourth)).toMatchObject({ error: 'push_limit_reached' });
  });
});

describe('filling', () => {
  test('by external id or id; a stale hash is refused, and so is a view that was closed', async () => {
    await open();
    const { hash, id } = first();
    await bench.slack.updateView({ externalId: 'view_1', hash }, modal({ blocks: [input('cause')] }), soon());
    const stale = bench.slack.updateView({ viewId: id, hash }, modal(), soon());
    expect(await failure(stale)).toMatchObject({ code: 'refused', reason: 'hash_conflict' });
    expect(first().blocks).toMatchObject([{ block_id: 'cause' }]);
    await bench.control({ do: 'close-view', user: 'U0ONO', viewId: id });
    expect(await failure(bench.slack.updateView({ viewId: id }, modal(), soon()))).toMatchObject({
      reason: 'not_found',
    });
  });

  test('the home is published and replaced, and opening it is told', async () => {
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'section' as const, text: words(text) }],
    });
    await bench.slack.publishHome('U0ARAI', home('前'), soon());
    await bench.slack.publishHome('U0ARAI', home('後'), soon());
    await bench.control({ do: 'open-home', user: 'U0ARAI' });
    expect(views()).toMatchObject([{ type: 'home', blocks: [{ text: { text: '後' } }] }]);
    expect(await eventsOf(bench)).toMatchObject([{ type: 'app_home_opened', user: 'U0ARAI', tab: 'home' }]);
  });
});

describe('sending', () => {
  const submit = (values: object) =>
    bench.control({ do: 'submit', user: 'U0ONO', viewId: first().id, values });
  const title = { title: { value: '返却できない' } };

  test('the app gets what was entered, in Slack’s shape, and an empty answer closes the modal', async () => {
    await open(modal({ private_metadata: 'esc_1' }));
    expect(await submit(title)).toMatchObject({ status: 200, response_action: 'close' });
    expect(payloadOf(bench)).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ONO' },
      view: {
        callback_id: 'declare',
        private_metadata: 'esc_1',
        state: { values: { title: { value: { type: 'plain_text_input', value: '返却できない' } } } },
      },
    });
    expect(views()).toEqual([]);
  });

  test('Slack itself asks for a required input, and the app hears nothing', async () => {
    await open();
    const before = bench.app.received.length;
    expect(await submit({})).toMatchObject({
      response_action: 'missing',
      errors: { title: expect.any(String) },
    });
    expect(bench.app.received).toHaveLength(before);
  });

  test.each([
    ['errors at a field', { response_action: 'errors', errors: { title: '短くしてください' } }, 'errors', 1],
    ['errors at a field that is not there', { response_action: 'errors', errors: { no: 'x' } }, 'failed', 1],
    ['another view in its place', { response_action: 'update', view: modal() }, 'update', 1],
    ['a view on top', { response_action: 'push', view: modal({ external_id: 'v2' }) }, 'push', 2],
    ['clearing all', { response_action: 'clear' }, 'clear', 0],
  ])('answered with %s', async (_what, body, action, left) => {
    await open();
    bench.app.answer = { status: 200, body };
    expect(await submit(title)).toMatchObject({ response_action: action });
    expect(views()).toHaveLength(left);
  });

  test('an app that fails leaves the modal open', async () => {
    await open();
    bench.app.answer = { status: 500 };
    expect(await submit(title)).toMatchObject({ status: 500, response_action: 'failed' });
    expect(views()).toHaveLength(1);
  });

  test('each kind of element says what was chosen in its own way', async () => {
    const option = (value: string) => ({ text: words(value), value });
    const options = [option('SEV1'), option('SEV2')];
    const elements = {
      select: { type: 'static_select', action_id: 'value', options },
      boxes: { type: 'checkboxes', action_id: 'value', options },
      person: { type: 'users_select', action_id: 'value' },
      day: { type: 'datepicker', action_id: 'value', initial_date: '2026-11-24' },
    };
    const blocks = Object.entries(elements).map(([id, element]) => ({ ...input(id), element }));
    await open(modal({ blocks }));
    await submit({ select: { value: 'SEV2' }, boxes: { value: ['SEV1'] }, person: { value: 'U0CS' } });
    expect(payloadOf(bench)).toMatchObject({
      view: {
        state: {
          values: {
            select: { value: { selected_option: option('SEV2') } },
            boxes: { value: { selected_options: [option('SEV1')] } },
            person: { value: { selected_user: 'U0CS' } },
            day: { value: { selected_date: '2026-11-24' } },
          },
        },
      },
    });
  });

  test('a closed modal is told only where the app asked for that', async () => {
    await open(modal({ notify_on_close: true }));
    await bench.control({ do: 'close-view', user: 'U0ONO', viewId: first().id });
    expect(payloadOf(bench)).toMatchObject({ type: 'view_closed', is_cleared: false });
  });
});
