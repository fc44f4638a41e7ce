const WORD = /\btoban-canary:([0-9a-f]{32})\b/;

/** What a canary's message carries, so that the edge lets this one message of the app's own pass. */
export const canaryWord = (nonce: string): string => `toban-canary:${nonce}`;

/** The nonce of a canary's message; null where the text carries none. */
export const nonceIn = (text: string): string | null => WORD.exec(text)?.[1] ?? null;
