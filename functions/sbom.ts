import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly properties: readonly { readonly name: string }[];
}

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const onlyDevelopersRun = ({ properties }: Component): boolean =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');

/**
 * CycloneDX of what production runs, on every platform. npm's own `--omit dev` also leaves out what a development
 * dependency needs as well, such as `yaml`.
 */
function production(bill: Bill, name: string): Bill {
  const components = bill.components.filter((one) => !onlyDevelopersRun(one));
  const own = { ...bill.metadata.component, name };
  const kept = new Set([own, ...components].map((one) => one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) }));
  return { ...bill, metadata: { ...bill.metadata, component: own }, components, dependencies };
}

const whole = execFileSync(
  process.platform === 'win32' ? 'npm.cmd' : 'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' },
);
const { name }: { name: string } = JSON.parse(readFileSync('package.json', 'utf8'));
console.log(JSON.stringify(production(JSON.parse(whole), name), null, 2));
