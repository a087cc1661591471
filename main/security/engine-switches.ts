/**
 * What a packaged app lets be said to its engine on the command line. An allow-list: Chromium knows more than a thousand switches, gets new
 * ones with every version, and many of them open the register (remote debugging, certificates not checked, another resolver, a profile
 * elsewhere). These change how things look, or help on old computers, and nothing else.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-smooth-scrolling',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-prefers-reduced-motion',
  'force-renderer-accessibility',
  'high-dpi-support',
  'lang',
  // Said by the installer of Windows after an update.
  'force-run',
  'updated',
]);

/** On Linux, beside the others: the desktop's ways to draw and its keyring, and what the launcher of an AppImage says by itself. */
const ALLOWED_ON_LINUX: ReadonlySet<string> = new Set([
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
]);

/** What macOS says to a program that the Finder opens. */
const OF_THE_FINDER = /^psn_/;

/**
 * Names of the switches on a command line (without the program) that a packaged app does not start with, as the engine reads them: with
 * one dash or two, on Windows with a slash, in any case of letters there, with blanks around, up to a bare `--`.
 */
export function foreignSwitches(args: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const end = args.findIndex((arg) => arg.trim() === '--');
  const read = end < 0 ? args : args.slice(0, end);
  const names = read.flatMap((arg) => nameOf(arg.trim(), platform) ?? []);
  return [...new Set(names.filter((name) => !isAllowed(name, platform)))];
}

/** Names of environment variables by which the engine takes orders. They are taken away: a school may have set one for another program. */
export function engineVariables(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(variables).filter((name) => OF_THE_ENGINE.test(name.toUpperCase()));
}

/** Logs of TLS keys and of the engine, and whatever Electron and Node read. */
const OF_THE_ENGINE = /^(?:SSLKEYLOGFILE|CHROME_LOG_FILE|ELECTRON_.*|NODE_.*)$/;

/** What the person is told, in both languages: nobody knows yet which one is theirs. */
export function refusalText(names: readonly string[]): string {
  const shown = names.map((name) => `--${name.slice(0, 60)}`).join(', ');
  return (
    `Il registro è stato avviato con opzioni che lo aprirebbero ad altri programmi, e non parte: ${shown}\n\n` +
    'Apri Campanella dalla sua icona. Se succede ancora, avvisa chi cura i computer della scuola: il collegamento è stato modificato.\n\n' +
    `The register was started with options that would open it to other programs, and does not start: ${shown}\n\n` +
    'Open Campanella by its icon. If it happens again, tell whoever looks after the school’s computers: the shortcut has been changed.'
  );
}

function nameOf(arg: string, platform: NodeJS.Platform): string | undefined {
  const prefix = (platform === 'win32' ? /^(?:--?|\/)/ : /^--?/).exec(arg)?.[0];
  if (prefix === undefined || arg.length === prefix.length) return undefined;
  // A folder or a file of another system is no switch there.
  if (prefix === '/' && arg.indexOf('/', 1) > 0 && !arg.includes('=')) return undefined;
  const name = arg.slice(prefix.length).split('=', 1)[0] ?? '';
  return name.toLowerCase();
}

function isAllowed(name: string, platform: NodeJS.Platform): boolean {
  if (ALLOWED.has(name)) return true;
  if (platform === 'linux') return ALLOWED_ON_LINUX.has(name);
  return platform === 'darwin' && OF_THE_FINDER.test(name);
}
