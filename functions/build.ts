import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.ts';

interface Service {
  readonly start: string;
  /** Packages that must not be bundled: they keep state that the program and its launcher share. */
  readonly beside: readonly string[];
  readonly keepNames: boolean;
}

const framework: Service = {
  start: 'functions-framework --source=index.js',
  beside: ['@google-cloud/functions-framework'],
  keepNames: true,
};

/** What each image runs: the edge listens by itself, the worker (one bundle, two services) and the pages by functions-framework. */
const SERVICES: Readonly<Record<string, Service>> = {
  ingress: { start: 'node index.js', beside: [], keepNames: false },
  // The renderer is a binary, and its fonts are files; Gemini's client is large, and most calls never need it.
  worker: {
    ...framework,
    beside: [...framework.beside, '@resvg/resvg-js', '@expo-google-fonts/biz-udpgothic', '@google/genai'],
  },
  web: framework,
};

const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

rmSync('dist', { recursive: true, force: true });
for (const [service, { start, beside, keepNames }] of Object.entries(SERVICES)) {
  const folder = `dist/${service}`;
  mkdirSync(folder, { recursive: true });
  const bytes = await bundle(`functions/${service}/index.ts`, `${folder}/index.js`, {
    external: beside,
    keepNames,
  });
  const assets = `functions/${service}/assets`;
  if (existsSync(assets)) cpSync(assets, `${folder}/assets`, { recursive: true });
  const manifest = {
    name: `toban-${service}`,
    private: true,
    main: 'index.js',
    engines: { node: '24' },
    scripts: { start },
    dependencies: Object.fromEntries(beside.map((name) => [name, dependencies[name]])),
  };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${folder}/index.js  ${(bytes / 1024).toFixed(0)} kB`);
}
