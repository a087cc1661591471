import { existsSync, readFileSync } from 'node:fs';
import { must, run } from './run.ts';
import { Stop } from './step.ts';

/** Libraries that Electron loads and a bare Debian or Ubuntu does not have. */
export const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libdrm2',
] as const;

/** A virtual display. */
export const displayPackages = ['xvfb', 'xauth'] as const;

/** A current browser; Ubuntu has none as a package, there Playwright fetches one. */
export const browserPackages: readonly string[] = isDebian() ? ['chromium'] : [];

/** What the tests need beyond Electron and a browser: a keyring, fonts for the names of all pupils, a reader of printed letters, a spreadsheet. */
export const testPackages = [
  'gnome-keyring',
  'dbus',
  'dbus-x11',
  'fonts-liberation',
  'fonts-noto-core',
  'poppler-utils',
  'libreoffice-calc-nogui',
] as const;

/** Packages already there, as `dpkg` counts them. */
async function missingOf(names: readonly string[]): Promise<readonly string[]> {
  // Ubuntu renamed some libraries with the suffix t64 when it moved to 64-bit time.
  const candidates = names.flatMap((name) => [name, `${name}t64`]);
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Package}\n', ...candidates]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('ii '))
      .map((line) => line.slice(3).trim()),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

async function availableName(name: string): Promise<string> {
  const { output } = await run('apt-cache', ['policy', name]);
  return /Candidate: (?!\(none\))/.test(output) ? name : `${name}t64`;
}

/**
 * Makes sure that system packages are there: installs the missing ones where it may (Debian or Ubuntu, as root), else stops with
 * the exact command. On other systems it trusts the user. Returns what it installed.
 */
export async function ensureSystemPackages(names: readonly string[]): Promise<readonly string[]> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return [];
  const missing = await missingOf(names);
  if (missing.length === 0) return [];
  if (process.getuid?.() !== 0) {
    throw new Stop(
      `Missing system packages. Install them and run the command again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}\n`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-qq'], { env });
  const available = await Promise.all(missing.map(availableName));
  await must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...available], { env });
  return available;
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}
