import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Renderer } from '../../ports/renderer.ts';

/** The family that drawings name. */
export const FONT = 'BIZ UDPGothic';
const FONTS = '@expo-google-fonts/biz-udpgothic';

/** The port on resvg. Library and fonts (9 MB) are loaded with the first picture: a call never waits for them. */
export function createRenderer(): Renderer {
  // Beside the bundle as beside the source: the packages stand in node_modules.
  const { resolve } = createRequire(join(import.meta.dirname, 'index.js'));
  return {
    async png(svg) {
      const { Resvg } = await import('@resvg/resvg-js');
      const fontFiles = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'];
      const font = {
        fontFiles: fontFiles.map((file) => resolve(`${FONTS}/${file}`)),
        loadSystemFonts: false,
        defaultFontFamily: FONT,
      };
      return new Resvg(svg, { font }).render().asPng();
    },
  };
}
