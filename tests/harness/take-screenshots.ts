import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { buildHarness } from './build-harness.ts';
import { openScreen, type Look } from './open-screen.ts';
import { SCREENS } from './screens.ts';
import { serveFolder } from './serve-folder.ts';

// node tests/harness/take-screenshots.ts FOLDER [--only name,name] [--themes light,dark] [--languages it,en] [--sizes 1280x720] [--no-build]
const root = path.join(import.meta.dirname, '../..');
const [folder = 'out/screens', ...options] = process.argv.slice(2);
const option = (name: string, standard: string) => {
  const at = options.indexOf(`--${name}`);
  return (at < 0 ? standard : (options[at + 1] ?? standard)).split(',');
};
const built = path.join(root, 'out/harness');
if (!options.includes('--no-build')) await buildHarness(built);
await mkdir(folder, { recursive: true });
const only = option('only', '');
const server = await serveFolder(built);
const browser = await chromium.launch({
  executablePath: process.env['CAMPANELLA_CHROMIUM_EXECUTABLE'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
for (const screen of SCREENS) {
  if (only[0] !== '' && !only.includes(screen.name)) continue;
  for (const size of option('sizes', '1280x720'))
    for (const theme of option('themes', 'light'))
      for (const language of option('languages', 'it')) {
        const [width = 1280, height = 720] = size.split('x').map(Number);
        const look = { theme, language, width, height, zoom: Number(option('zoom', '1')[0]) } as Look;
        const page = await openScreen(browser, server.url, screen, look).catch((cause: unknown) => {
          process.stderr.write(`${screen.name}: ${String(cause)}\n`);
        });
        if (!page) continue;
        const suffix = [
          size === '1280x720' ? '' : size,
          theme === 'dark' ? 'dark' : '',
          language === 'en' ? 'en' : '',
        ];
        const name = [screen.name, ...suffix.filter((each) => each !== '')].join('.');
        await page.screenshot({ path: path.join(folder, `${name}.png`) });
        await page.context().close();
      }
}
await browser.close();
server.close();
