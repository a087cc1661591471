import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { browserPackages, ensureSystemPackages } from './os-packages.ts';
import { tool } from './paths.ts';
import { must } from './run.ts';

/** The Chromium to test and to measure with: the chosen one, the system's, or the one that Playwright keeps. */
export function findChromium(): string {
  const chosen = process.env['CAMPANELLA_CHROMIUM_EXECUTABLE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
  return system ?? chromium.executablePath();
}

/** Makes sure that there is a Chromium, from the system's packages or else from Playwright; answers where. */
export async function ensureChromium(): Promise<string> {
  if (!existsSync(findChromium())) await ensureSystemPackages(browserPackages);
  const executable = findChromium();
  if (existsSync(executable)) return executable;
  await must(process.execPath, [tool('playwright', 'cli.js'), 'install', 'chromium']);
  return executable;
}
