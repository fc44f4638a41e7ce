import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, escapeMrkdwn, link, plainText, quote } from '../../../shared/slack/index.ts';

describe('quoting what a person typed', () => {
  test.each([
    ['<!channel> 助けて', '> @\u200Bchannel 助けて'],
    ['<@U0ONO> さん', '> @U0ONO さん'],
    ['<!subteam^S1|@oncall> help', '> @oncall help'],
    ['<https://example.com|ここ> を見て', '> ここ を見て'],
    ['a &lt;b&gt; &amp; c', '> a &lt;b&gt; &amp; c'],
    ['&lt;!channel&gt;', '> &lt;!channel&gt;'],
    ['一行目\n二行目', '> 一行目\n> 二行目'],
  ])('%j becomes %j', (typed, quoted) => {
    expect(quote(plainText(typed)).text).toBe(quoted);
  });

  test('no name turns round what is written behind it', () => {
    expect(escapeMrkdwn('\u202Eイケダ\u202C <b>')).toBe('イケダ &lt;b&gt;');
    expect(escapeMrkdwn('\u2067محمد\u2069 🚗')).toBe('محمد 🚗');
  });

  test('no text can make an entity of its own', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '&', '!', '@', '|', 'U', 'l', 't', ';', 'channel', ' '),
        }),
        (text) => {
          expect(quote(plainText(text)).text.replace(/&(amp|lt|gt);/g, ' ')).not.toMatch(
            /[<&]|@(channel|here|everyone)/,
          );
        },
      ),
    );
  });

  test('a message of 40,000 characters is cut to 300, and says so', () => {
    const { text, cut } = quote('😀'.repeat(20_000));
    expect(cut).toBe(true);
    expect(Array.from(text)).toHaveLength('> '.length + 300);
    expect(text.isWellFormed()).toBe(true);
  });
});

test('clipping leaves a short text alone', () => {
  expect(clip('短い', 2)).toEqual({ text: '短い', cut: false });
});

test('a link keeps a hostile label inside its label', () => {
  expect(link('https://example.com/a|b', 'x|<!here>')).toBe('<https://example.com/a%7Cb|x¦&lt;!here&gt;>');
});

test('escaping is what Slack asks for', () => {
  expect(escapeMrkdwn('<a> & b')).toBe('&lt;a&gt; &amp; b');
});
