import { tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { runMain, Stop } from '../system/step.ts';

/** Licences of packages that are delivered to schools: all compatible with the EUPL-1.2 and with closed networks. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

await runMain(async () => {
  const { code, stdout, output } = await runNode([
    tool('license-checker-rseidelsohn', 'bin', 'license-checker-rseidelsohn.js'),
    '--production',
    '--json',
    '--excludePrivatePackages',
  ]);
  if (code !== 0) throw new Stop(output);
  const packages = JSON.parse(stdout) as Record<string, { readonly licenses: string | readonly string[] }>;
  const entries = Object.entries(packages);
  const refused = entries.filter(([, { licenses }]) => !isAllowed([licenses].flat().join(' AND ')));
  for (const [name, { licenses }] of refused) {
    console.error(`${name}: ${[licenses].flat().join(' AND ')} is not on the list`);
  }
  if (entries.length < 20)
    throw new Stop(`Only ${entries.length} packages were seen: is everything installed?`);
  console.log(`${entries.length} packages`);
  return refused.length === 0 ? 0 : 1;
});

/** Understands "A OR B", "A AND B" and one level of brackets, which is all that packages use. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()*]/g, '').trim();
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((part) => allowed.has(part.trim()));
}
