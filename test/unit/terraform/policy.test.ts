import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attribute, type Block, blocks, blocksOf, resources } from './hcl.ts';
import { ROLES } from './roles.ts';

const grants = resources.filter(({ labels: [type = ''] }) => /_iam_/.test(type));
const locals = blocks.filter(({ kind }) => kind === 'locals');
const nameOf = ({ labels }: Block) => labels.join('.');

/** Grants on the whole project that no condition could narrow, and why. */
const ON_THE_PROJECT: Readonly<Record<string, string>> = {
  'google_project_iam_member.ai': 'the models are Google’s: there is no resource of ours to stand on',
};

/** The roles a grant names, on its own lines or through the table it is made from. */
function rolesOf({ body }: Block): string[] {
  const table = /for_each = local\.(\w+)$/m.exec(body)?.[1];
  const told = table ? locals.filter((block) => new RegExp(`^ {2}${table} = `, 'm').test(block.body)) : [];
  return [body, ...told.map((block) => block.body)].flatMap((text) =>
    [...text.matchAll(/"(roles\/[\w.]+)"/g)].map(([, role = '']) => role),
  );
}

/** What is wrong with a grant, in a sentence; null where nothing is. */
function fault(grant: Block): string | null {
  const [type = ''] = grant.labels;
  const roles = rolesOf(grant);
  if (/_iam_(binding|policy)$/.test(type)) return 'takes grants away that others made: use a member';
  if (roles.length === 0) return 'names no role that can be read here';
  const wide = roles.find((role) => !Object.hasOwn(ROLES, role));
  if (wide) return `gives ${wide}, which is not among the roles that Toban needs`;
  const excused = Object.hasOwn(ON_THE_PROJECT, nameOf(grant));
  const everywhere = /^google_(project|folder|organization)_iam_/.test(type);
  if (everywhere && !excused && !/^ {2}condition \{$/m.test(grant.body))
    return 'stands on the whole project without a condition';
  if (/allUsers|allAuthenticatedUsers/.test(grant.body)) return 'is open to everybody';
  return null;
}

test('every grant is narrow: one known role, on a resource, to one account', () => {
  expect(grants.length).toBeGreaterThan(8);
  expect(grants.map((grant) => [nameOf(grant), fault(grant)]).filter(([, wrong]) => wrong)).toEqual([]);
});

test('a grant that is too wide is found', () => {
  const grant = (type: string, body: string) => {
    const [block] = blocksOf('x.tf', `resource "${type}" "x" {\n${body}\n}\n`);
    return block ? fault(block) : 'no block';
  };
  expect(grant('google_project_iam_member', '  role = "roles/editor"')).toContain('roles/editor');
  expect(grant('google_project_iam_member', '  role = "roles/datastore.user"')).toContain('whole project');
  expect(grant('google_project_iam_binding', '  role = "roles/datastore.user"')).toContain('member');
  expect(
    grant('google_pubsub_topic_iam_member', '  role = "roles/pubsub.publisher"\n  member = "allUsers"'),
  ).toContain('everybody');
});

test('everybody stands in one place, where a public service is opened, and is refused at the other', () => {
  const named = blocks.filter(({ body }) => /"all(Authenticated)?Users"/.test(body));
  expect(named.map(({ file, kind, labels }) => [file, kind, ...labels])).toEqual([
    ['terraform/modules/service/iam.tf', 'locals'],
    ['terraform/modules/service/variables.tf', 'variable', 'invokers'],
  ]);
});

test('no role is kept in the list that nobody is given', () => {
  const given = new Set(grants.flatMap(rolesOf));
  expect(Object.keys(ROLES).filter((role) => !given.has(role))).toEqual([]);
});

test('everybody may knock at the edge and the pages only', () => {
  const text = ['services.tf', 'modules/service/iam.tf'].map((file) =>
    readFileSync(new URL(`../../../terraform/${file}`, import.meta.url), 'utf8'),
  );
  const open = [...text.join('\n').matchAll(/^module "(\w+)" \{[\s\S]*?^ {2}public +=\s*(\w+)/gm)].map(
    ([, name, is]) => [name, is],
  );
  expect(open).toEqual([
    ['ingress', 'true'],
    ['worker', 'false'],
    ['web', 'true'],
  ]);
});

test('nobody gets a key file, and no service runs as the default account', () => {
  expect(resources.filter(({ labels: [type] }) => type === 'google_service_account_key')).toEqual([]);
  const services = resources.filter(({ labels: [type] }) => type === 'google_cloud_run_v2_service');
  expect(services.map((service) => attribute(service, 'service_account'))).toEqual([
    'google_service_account.this.email',
  ]);
});

test('no secret’s content passes through Terraform but the configuration, which is none', () => {
  const versions = resources.filter(({ labels: [type] }) => type === 'google_secret_manager_secret_version');
  expect(versions.map(nameOf)).toEqual(['google_secret_manager_secret_version.config']);
});
