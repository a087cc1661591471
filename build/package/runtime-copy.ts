import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { outFolder } from '../system/paths.ts';

/** A copy of a runtime without the default application that development needs: what the packager puts the product into. */
export async function copyRuntime(runtime: ElectronRuntime): Promise<string> {
  const target = path.join(outFolder, 'electron');
  await rm(target, { recursive: true, force: true });
  const resources = path.join(runtime.folder, 'resources');
  const left = new Set([path.join(resources, 'app'), path.join(resources, 'default_app.asar')]);
  await cp(runtime.folder, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !left.has(source),
  });
  return target;
}
