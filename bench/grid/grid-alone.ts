import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { ensureChromium } from '../../build/system/chromium.ts';
import { serveFolder } from '../../tests/harness/serve-folder.ts';
import { buildTestingPagesInto } from '../../tests/harness/testing-pages.ts';
import { bareContestant, listened, type Contestants } from './contestants.ts';

/** The grid over plain numbers, without any register, and the bare table beside it. */
export interface GridAlone {
  /** Both of a size, each in a context of its own: a window behind another draws nothing. */
  open(rows: number, columns: number): Promise<Contestants>;
  close(): Promise<void>;
}

/** Opens a Chromium for both. */
export async function openGridAlone(folder: string): Promise<GridAlone> {
  const site = path.join(folder, 'site');
  await buildTestingPagesInto(site);
  const server = await serveFolder(site);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const newPage = async (): Promise<Page> =>
    await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  return {
    async open(rows, columns) {
      const [page, empty] = [await newPage(), await newPage()];
      await page.goto(`${server.url}/?scenario=calm&grid=${rows}x${columns}#/grid-test`);
      const row = page.locator('tbody tr:not([aria-hidden])').first();
      await row.waitFor();
      const from = 2;
      return {
        ours: await listened(page, {
          begin: (turn) => row.locator('td').nth(from + turn),
          region: '[role=region]:has(table)',
        }),
        bare: await bareContestant(empty, { rows, columns, from }),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
