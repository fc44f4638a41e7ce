import { edgeText } from './text.ts';

/** The modal as it stands until the worker fills it, found again by `externalId`. */
export const loadingView = (externalId: string): object => plainView(externalId, edgeText.loading);

/** The modal when nobody took the gesture on. */
export const notAcceptedView = (externalId: string): object => plainView(externalId, edgeText.notAccepted);

function plainView(externalId: string, words: string): object {
  return {
    type: 'modal',
    external_id: externalId,
    title: { type: 'plain_text', text: 'Toban' },
    close: { type: 'plain_text', text: edgeText.close },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: words } }],
  };
}
