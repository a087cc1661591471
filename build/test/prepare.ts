import { existsSync } from 'node:fs';
import { compile, compileSummary } from '../compile/bundle.ts';
import { type ElectronRuntime, electronSummary, resolveElectron } from '../electron/runtime.ts';
import { displayPackages, electronPackages, ensureSystemPackages, testPackages } from '../system/os-packages.ts';
import { step } from '../system/step.ts';

/** Gets everything ready that end-to-end tests need; answers the Electron they run on. */
export async function prepareEndToEnd(): Promise<ElectronRuntime> {
  await step(
    'System packages',
    () => ensureSystemPackages([...electronPackages, ...displayPackages, ...testPackages]),
    (installed) => (installed.length === 0 ? 'all there' : `installed ${installed.join(' ')}`),
  );
  const runtime = await step('Electron', () => resolveElectron({ standIn: true }), electronSummary);
  await step('Build', compile, compileSummary);
  return runtime;
}

/** The system's Chromium; elsewhere Playwright looks for the one it has installed itself. */
export function findChromium(): string | undefined {
  const chosen = process.env['CAMPANELLA_CHROMIUM_EXECUTABLE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
}
