import { expect, test } from 'vitest';
import { grantsOf } from './grants.ts';
import { ROLES } from './roles.ts';

const grants = grantsOf(ROLES);

test('terraform/grants.md says who may do what to what, as the folder gives it (-u writes it anew)', async () => {
  const rows = grants.map(({ who, role, what, why }) => `| ${who} | \`${role}\` | ${what} | ${why} |`);
  const text = `# Every grant that Terraform makes

Written from the folder by \`npm test -- test/unit/terraform -u\`; do not edit. Nobody gets anything else.

| who | role | on what | why |
|---|---|---|---|
${rows.join('\n')}
`;
  await expect(text).toMatchFileSnapshot('../../../terraform/grants.md');
});

test('no grant is left without a reason, and the public edge has the fewest', () => {
  expect(grants.filter(({ role, why }) => role === '' || why === '')).toEqual([]);
  const of = (who: string) => grants.filter((grant) => grant.who === who);
  expect(of('toban-ingress').every(({ role }) => /publisher|secretAccessor/.test(role))).toBe(true);
  expect(of('toban-ingress').map(({ what }) => what)).not.toContain('the database, by a condition');
  expect(of('everybody').map(({ what }) => what.split(',')[0])).toEqual([
    'service `ingress`',
    'service `web`',
  ]);
});
