import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../system/paths.ts';
import { runMain } from '../system/step.ts';
import { kindProblems } from './guards/kind-words.ts';
import { type Manifest, manifestProblems } from './guards/manifest.ts';
import { lengthProblems, nameProblems } from './guards/names-and-lengths.ts';
import { engineProblems } from './guards/oldest-engine.ts';
import {
  committedReleases,
  historyProblems,
  knownHistory,
  releasedTables,
  releaseProblems,
} from './guards/released-versions.ts';
import { roleProblems } from './guards/roles.ts';
import { folderProblems, readmeProblems } from './guards/rooms.ts';
import { homeProblems } from './guards/single-homes.ts';
import { suppressionProblems } from './guards/suppressions.ts';
import { tableProblems } from './guards/tables.ts';
import { isCode, readTree, type TreeFile } from './guards/tree.ts';

await runMain(async () => {
  const tree = await readTree(root);
  const code = tree.filter(isCode);
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const lock = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const problems = [
    ...code.flatMap(nameProblems),
    ...code.flatMap(lengthProblems),
    ...folderProblems(tree),
    ...readmeProblems(tree),
    ...kindProblems(tree),
    ...roleProblems(tree),
    ...(await releasedProblems(tree)),
    ...suppressionProblems(tree),
    ...homeProblems(tree),
    ...tableProblems(tree),
    ...engineProblems(tree),
    ...manifestProblems(manifest, lock),
  ];
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** What was released stays as every commit has it; where none came with the source, it is said that nothing was compared. */
async function releasedProblems(tree: readonly TreeFile[]): Promise<readonly string[]> {
  const history = await knownHistory(root);
  if (history === 'none') console.log('No history came with the source: what was released was not compared.');
  const problems = [...historyProblems(history)];
  for (const table of Object.values(releasedTables)) {
    const committed = history === 'none' ? [] : await committedReleases(table, root);
    problems.push(...releaseProblems(table, tree, committed));
  }
  return problems;
}
