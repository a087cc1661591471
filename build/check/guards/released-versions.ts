import { must, run } from '../../system/run.ts';
import type { TreeFile } from './tree.ts';

/** A table of what has left the house: in its file stands up to which version its lines are out, and they stay as they are. */
interface ReleasedTable {
  readonly home: string;
  /** What a commit that changes the frozen lines touches, as `git log -G` finds it. */
  readonly touched: string;
  /** Undefined for a text of the time before the table was frozen. */
  readonly read: (text: string) => Versions | undefined;
}

interface Versions {
  readonly released: number;
  readonly lines: readonly Line[];
}

interface Line {
  readonly version: number;
  /** What the line is of, within the table. */
  readonly of: string;
  readonly hash: string;
}

/** The hash of each version of the protocol: only what a commit had called released is frozen. */
const wire: ReleasedTable = {
  home: 'domain/protocol/version.test.ts',
  touched: 'RELEASED = ',
  read(text) {
    const released = Number(/\bRELEASED = \{\s*version: (\d+)/.exec(text)?.[1]);
    const found = [...text.matchAll(/^\s*(\d+): '([0-9a-f]+)',$/gm)];
    const lines = found.map(([, version, hash = '']) => ({ version: Number(version), of: '', hash }));
    return released > 0 && lines.length >= released ? { released, lines } : undefined;
  },
};

/** The digests of the groups of records, per layout of the buckets: databases out there are grouped so. */
const layouts: ReleasedTable = {
  home: 'domain/testing/layout-digests.ts',
  touched: "RELEASED_LAYOUT = |'[0-9a-f]{16}'",
  read(text) {
    const released = Number(/\bRELEASED_LAYOUT = (\d+)/.exec(text)?.[1]);
    const lines = text.split(/^ {2}(?=\d+: \{$)/m).flatMap((layout) => {
      const version = Number(/^\d+/.exec(layout)?.[0]);
      const found = [...layout.matchAll(/^ {4}(?:'([^']+)'|(\w+)): '([0-9a-f]+)',$/gm)];
      return found.map(([, quoted, plain, hash = '']) => ({ version, of: quoted ?? plain ?? '', hash }));
    });
    return released > 0 && lines.some(({ version }) => version === released)
      ? { released, lines }
      : undefined;
  },
};

/** The tables whose released lines are frozen, by name. */
export const releasedTables = { wire, layouts } as const;

/**
 * What was released stays: the newest version that has left the house only goes up, and the lines up to it are those of every commit that called
 * them released. A digest beside them can be written anew with them, and what was committed cannot.
 */
export function releaseProblems(
  { home, read }: ReleasedTable,
  files: readonly TreeFile[],
  committed: readonly string[],
): readonly string[] {
  const now = read(files.find(({ name }) => name === home)?.text ?? '');
  if (!now) throw new Error(`${home}: the released versions were not found: the guard would guard nothing`);
  const key = ({ version, of }: Line) => `${version} ${of}`;
  const hashes = new Map(now.lines.map((line) => [key(line), line.hash]));
  const problems = committed
    .flatMap((text) => read(text) ?? [])
    .flatMap(({ released, lines }) => [
      ...(released > now.released
        ? [`${home}: version ${released} was released, and ${now.released} is named: versions go upwards`]
        : []),
      ...lines
        .filter((line) => line.version <= released && hashes.get(key(line)) !== line.hash)
        .map(
          ({ version, of }) =>
            `${home}: version ${version} was released with another hash${of === '' ? '' : ` of “${of}”`}: it wants a new version`,
        ),
    ]);
  return [...new Set(problems)];
}

/** How much of the history came with the source: all of it, its last commits alone, or nothing, as in an archive. */
export type KnownHistory = 'whole' | 'cut' | 'none';

/** How much of its history a folder has. Of a repository that it only lies in it has none. */
export async function knownHistory(folder: string): Promise<KnownHistory> {
  const asked = ['rev-parse', '--is-shallow-repository', '--show-prefix'];
  const { code, stdout } = await run('git', asked, { cwd: folder });
  const [isCut, prefix] = stdout.split('\n');
  if (code !== 0 || prefix !== '') return 'none';
  return isCut === 'true' ? 'cut' : 'whole';
}

/** What is wrong with a history that says less than all: released lines that nobody can see any more would be free to change. */
export function historyProblems(history: KnownHistory): readonly string[] {
  return history === 'cut'
    ? [
        'The clone has its last commits alone, and what was released is in the others: fetch them (git fetch --unshallow; in a workflow fetch-depth: 0)',
      ]
    : [];
}

/** The texts that the file of a table had whenever its released lines changed. */
export async function committedReleases(
  { home, touched }: ReleasedTable,
  folder: string,
): Promise<readonly string[]> {
  const log = ['log', '--format=%H', '--diff-filter=d', '--extended-regexp', '-G', touched, '--', home];
  const commits = (await must('git', log, { cwd: folder })).split('\n').filter((line) => line !== '');
  return await Promise.all(
    commits.map((commit) => must('git', ['show', `${commit}:${home}`], { cwd: folder })),
  );
}
