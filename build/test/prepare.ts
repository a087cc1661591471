import { compile, compileSummary } from '../compile/bundle.ts';
import { type ElectronRuntime, electronSummary, resolveElectron } from '../electron/runtime.ts';
import { ensureChromium } from '../system/chromium.ts';
import {
  browserPackages,
  displayPackages,
  electronPackages,
  ensureSystemPackages,
  testPackages,
} from '../system/os-packages.ts';
import { step } from '../system/step.ts';

/** Gets everything ready that end-to-end tests need; answers the Electron they run on. */
export async function prepareEndToEnd(): Promise<ElectronRuntime> {
  await step(
    'System packages',
    () =>
      ensureSystemPackages([...electronPackages, ...displayPackages, ...browserPackages, ...testPackages]),
    (installed) => (installed.length === 0 ? 'all there' : `installed ${installed.join(' ')}`),
  );
  const runtime = await step('Electron', () => resolveElectron({ standIn: true }), electronSummary);
  await step('Chromium', ensureChromium, (executable) => executable);
  await step('Build', compile, compileSummary);
  return runtime;
}
