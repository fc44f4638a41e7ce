import type { Desk } from '../story/desk.ts';

/** As the app would open it for the support agent. */
export function openModal(desk: Desk): void {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const input = (block_id: string, label: string, element: object, optional = false) => ({
    type: 'input',
    block_id,
    optional,
    label: plain(label),
    element: { action_id: 'value', ...element },
  });
  const option = (text: string) => ({ text: plain(text), value: text });
  desk.slack.workspace.save('views', {
    id: 'V0TEST',
    user: 'U0CS',
    type: 'modal',
    rootId: 'V0TEST',
    previousId: null,
    externalId: '',
    hash: '1.test',
    callbackId: 'test',
    privateMetadata: '',
    title: plain('お知らせ'),
    submit: plain('送る'),
    close: plain('やめる'),
    clearOnClose: false,
    notifyOnClose: false,
    blocks: [
      input('subject', '件名', { type: 'plain_text_input' }),
      input('more', '詳しく', { type: 'plain_text_input', multiline: true }, true),
      input('severity', '重要度', { type: 'static_select', options: [option('SEV1'), option('SEV2')] }),
    ],
  });
}
