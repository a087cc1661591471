import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is gone afterwards. It must be on a disk: a figure about durable writes on a memory file system says nothing. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a folder among the system's temporary ones, or below `CAMPANELLA_BENCH_FOLDER` where those are kept in memory. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const parent = process.env['CAMPANELLA_BENCH_FOLDER'] ?? tmpdir();
  const folder = await mkdtemp(path.join(parent, `campanella-bench-${name}-`));
  return {
    path: folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
