import type { Value } from './run-model.ts';

/** Puts answers where a step's words ask for them: `{users}`. One that is not given (yet, or skipped) is left out visibly. */
export const fill = (
  text: string,
  answers: Readonly<Record<string, Value>>,
  say: (value: Value, name: string) => string,
): string =>
  text.replace(/\{([a-z][a-z0-9_-]{0,39})\}/g, (_whole, name: string) => {
    const value = answers[name];
    return value === undefined ? '…' : say(value, name);
  });
