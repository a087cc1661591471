import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A folder of the running test's own; removed when the test ends, which fails where anything is still written into it by then. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'campanella-'));
  onTestFinished(async () => await removeQuiet(folder));
  return folder;
}

/** Removes a folder whose owners have closed; names what somebody has gone on writing. */
export async function removeQuiet(folder: string): Promise<void> {
  const before = stamps(folder);
  await diskAtRest();
  const after = stamps(folder);
  rmSync(folder, { recursive: true, force: true });
  const late = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (late.length > 0) throw new Error(`Written after its owner had closed: ${late.sort().join(', ')}`);
}

/** What each file under a folder is, so that any writing shows. */
function stamps(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => !file.isDirectory())
      .map((file) => {
        const path = join(file.parentPath, file.name);
        const { ino, size, mtimeMs } = statSync(path);
        return [relative(folder, path), `${ino} ${size} ${mtimeMs}`];
      }),
  );
}

/** Waits while this process has requests to the file system under way, and for those that follow from them. */
async function diskAtRest(): Promise<void> {
  const isBusy = (): boolean =>
    process.getActiveResourcesInfo().some((name) => /^(?:FSReq|CloseReq)/.test(name));
  for (let calm = 0; calm < 3; calm = isBusy() ? 0 : calm + 1) await sleep(2);
}
