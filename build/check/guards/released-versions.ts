import { run } from '../../system/run.ts';
import type { TreeFile } from './tree.ts';

/** Where the hash of each version of the protocol stands, and which version is the newest that was released. */
const HOME = 'domain/protocol/version.test.ts';

interface Versions {
  readonly released: number;
  readonly hashes: ReadonlyMap<number, string>;
}

/**
 * What was released stays: the newest version that has left the house only goes up, and the hashes up to it are those of every commit that called
 * them released. The digest beside them can be written anew with them, and what was committed cannot.
 */
export function releaseProblems(files: readonly TreeFile[], committed: readonly string[]): readonly string[] {
  const now = versionsIn(files.find(({ name }) => name === HOME)?.text ?? '');
  const problems = committed
    .map(versionsIn)
    .flatMap(({ released, hashes }) => [
      ...(released > now.released
        ? [`${HOME}: version ${released} was released, and ${now.released} is named: versions go upwards`]
        : []),
      ...[...hashes]
        .filter(([version, hash]) => version <= released && now.hashes.get(version) !== hash)
        .map(
          ([version]) => `${HOME}: version ${version} was released with another hash: it wants a new version`,
        ),
    ]);
  return [...new Set(problems)];
}

/** The texts that the file had whenever the newest released version changed; none where no history came with the source. */
export async function committedReleases(): Promise<readonly string[]> {
  const { code, stdout } = await run('git', ['log', '--format=%H', '-G', 'RELEASED = ', '--', HOME]);
  if (code !== 0) return [];
  const commits = stdout.split('\n').filter((line) => line !== '');
  const shown = await Promise.all(commits.map((commit) => run('git', ['show', `${commit}:${HOME}`])));
  return shown.filter((each) => each.code === 0).map((each) => each.stdout);
}

function versionsIn(text: string): Versions {
  const released = Number(/\bRELEASED = \{\s*version: (\d+)/.exec(text)?.[1]);
  const hashes = new Map(
    [...text.matchAll(/^\s*(\d+): '([0-9a-f]+)',$/gm)].map(([, version, hash = '']) => [
      Number(version),
      hash,
    ]),
  );
  if (!(released > 0) || hashes.size < released)
    throw new Error(`${HOME}: the released versions were not found: the guard would guard nothing`);
  return { released, hashes };
}
