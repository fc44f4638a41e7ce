/** Makes pictures of drawings. */
export interface Renderer {
  /** A PNG, as wide as the SVG says, with letters in the font that comes along (Japanese and Latin). Throws `bug`. */
  png(svg: string): Promise<Uint8Array>;
}
