import type { Value } from './run-model.ts';

/** Puts answers where a step's words ask for them: `{users}`. One not given yet stays as it is written. */
export const fill = (
  text: string,
  answers: Readonly<Record<string, Value>>,
  say: (value: Value, name: string) => string,
): string =>
  text.replace(/\{([a-z][a-z0-9_-]{0,39})\}/g, (whole, name: string) => {
    const value = answers[name];
    return value === undefined ? whole : say(value, name);
  });
