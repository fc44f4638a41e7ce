/** A path as a log may hold it: the secret of a feed is cut off. */
export const loggedPath = (path: string): string => path.replace(/^(\/feeds\/[^/]+)\/.*/s, '$1/…');
