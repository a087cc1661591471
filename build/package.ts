import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Configuration } from 'electron-builder';
import { compile, compileSummary } from './compile/bundle.ts';
import { electronSummary, resolveElectron } from './electron/runtime.ts';
import { copyRuntime } from './package/runtime-copy.ts';
import { readSchool } from './package/school.ts';
import { root } from './system/paths.ts';
import { runMain, step } from './system/step.ts';

/**
 * Packages the application of one school: `npm run package [-- --school FILE] [-- --release]`. Without `--release` it makes an unpacked
 * folder with whatever Electron is at hand, to see that packaging works; a release takes the official Electron only.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: { school: { type: 'string' }, release: { type: 'boolean', default: false } },
  });
  const school = await readSchool(values.school ?? path.join(root, 'build', 'schools', 'example.json'));
  const runtime = await step(
    'Electron',
    () => resolveElectron({ standIn: !values.release }),
    electronSummary,
  );
  await step('Build', compile, compileSummary);
  // Schools side by side on one computer keep their data apart by these names.
  const config: Configuration = {
    extends: path.join(root, 'electron-builder.yml'),
    appId: `it.campanella.register.${school.school.toLowerCase()}`,
    // The school travels inside the archive: on Windows and macOS its integrity is checked at each start, where a loose file could be
    // edited to point at a foreign server. Electron has no such check on Linux: there the folder belongs to the administrator.
    extraMetadata: { name: `campanella-${school.school.toLowerCase()}`, campanella: { school } },
    electronVersion: runtime.version,
    // Everything is bundled, so there are no packages to collect and nothing native to compile.
    npmRebuild: true,
    beforeBuild: () => Promise.resolve(false),
    // The stand-in is too old for the newest fuses; it is never shipped.
    ...(runtime.source === 'stand-in' ? { electronFuses: null } : {}),
    ...(values.release ? {} : { electronDist: await copyRuntime(runtime), compression: 'store' }),
  };
  const made = await step(
    'Package',
    () => build({ config, publish: 'never', dir: !values.release }),
    describe,
  );
  if (!values.release) await rm(path.join(root, 'out', 'electron'), { recursive: true, force: true });
  for (const file of made) console.log(`  ${path.relative(root, file)}`);
});

function describe(made: readonly string[]): string {
  return made.length === 0 ? 'unpacked folder in dist/' : `${made.length} files in dist/`;
}
