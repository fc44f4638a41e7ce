/** A picture for people to see in a message. */
export interface Picture {
  /** `toban-2026-W47.png` */
  readonly name: string;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly bytes: Uint8Array;
}

/** Files in Slack. Errors as in the port of messages. */
export interface Files {
  /**
   * Hands a picture in and shows it nowhere yet; its id goes into an image block of a message. Repeated, it makes
   * another file that nobody sees.
   */
  upload(picture: Picture, signal: AbortSignal): Promise<string>;
}
