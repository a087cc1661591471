import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { runMain } from '../system/step.ts';

/** Every compiler configuration: what a folder may see (browser, Node, neither) differs, so each is checked by itself. */
const projects = [
  'domain/tsconfig.json',
  'domain/tsconfig.tests.json',
  'main/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.tests.json',
  'sync-server/tsconfig.json',
  'build/tsconfig.json',
  'tests/tsconfig.json',
  'bench/tsconfig.json',
] as const;

const cache = path.join(root, 'node_modules', '.cache', 'types');

await runMain(async () => {
  const compiler = tool('typescript', 'bin', 'tsc');
  const outcomes = await Promise.all(
    projects.map(async (project) => {
      if (!existsSync(path.join(root, project))) return { project, code: 1, output: 'is not there' };
      const { code, output } = await runNode([
        compiler,
        '-p',
        project,
        '--pretty',
        'false',
        // What has not changed since the last run is not checked again.
        '--incremental',
        '--tsBuildInfoFile',
        path.join(cache, `${project.replaceAll('/', '-')}.tsbuildinfo`),
      ]);
      // A folder that has no file of this kind yet is no error.
      return { project, code: output.includes('TS18003') ? 0 : code, output };
    }),
  );
  const failed = outcomes.filter(({ code }) => code !== 0);
  for (const { project, output } of failed) console.error(`${project}\n${output}`);
  return failed.length === 0 ? 0 : 1;
});
