import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { compile, compileSummary } from '../compile/bundle.ts';
import { type ElectronRuntime, electronSummary, resolveElectron } from '../electron/runtime.ts';
import {
  browserPackages,
  displayPackages,
  electronPackages,
  ensureSystemPackages,
  testPackages,
} from '../system/os-packages.ts';
import { tool } from '../system/paths.ts';
import { must } from '../system/run.ts';
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

/** The Chromium to test with: the chosen one, the system's, or the one that Playwright keeps. */
export function findChromium(): string {
  const chosen = process.env['CAMPANELLA_CHROMIUM_EXECUTABLE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
  return system ?? chromium.executablePath();
}

async function ensureChromium(): Promise<string> {
  const executable = findChromium();
  if (existsSync(executable)) return executable;
  await must(process.execPath, [tool('playwright', 'cli.js'), 'install', 'chromium']);
  return executable;
}
