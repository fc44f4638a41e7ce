/** A path of our own to go to after the sign-in; anything else, such as another site's address, becomes the home page. */
export function localPath(to: string | undefined): string {
  if (!to?.startsWith('/') || /^\/[/\\]/.test(to) || /[\r\n\t\\]/.test(to)) return '/';
  return to.startsWith('/sign-') ? '/' : to;
}
