import type { Locale } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { type Override, stretchesOf, wordsOf } from '../rota/index.ts';
import { actions, context, section } from '../slack/index.ts';
import { coverText } from './text.ts';

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  /** Its name, as people know it. */
  readonly rota: string;
  readonly now: number;
}

/** The card of an override as one person sees it, with what they may press. */
export function coverCard(
  override: Override,
  id: string,
  user: string,
  { locale, zone, rota, now }: Reader,
): Pick<OutgoingMessage, 'text' | 'blocks'> {
  const words = coverText(locale, zone, rota);
  const head = words.head(override);
  const blocks = [
    section(`${head}\n${words.stretches(override).join('\n')}`),
    context(words.state(override)),
  ];
  const buttons = buttonsOf(override, user, now).map((action) => ({
    action: `cover_${action}`,
    label: action === 'accept' && !takes(override, user) ? words.agree : words.buttons[action],
    value: id,
    primary: action === 'accept',
  }));
  return {
    text: `${head} ${words.stretches(override).join(' ')}`,
    blocks: buttons.length > 0 ? [...blocks, actions(`cover-${id}`, buttons)] : blocks,
  };
}

export type CoverAction = 'accept' | 'decline' | 'revoke';

const takes = (override: Override, user: string): boolean =>
  stretchesOf(override).some(({ taker }) => taker.id === user);

function buttonsOf(override: Override, user: string, now: number): readonly CoverAction[] {
  const { status, until, accepted } = override;
  if (until <= now || (status !== 'proposed' && status !== 'active')) return [];
  if (status === 'proposed' && wordsOf(override, accepted).includes(user)) return ['accept', 'decline'];
  return ['revoke'];
}
