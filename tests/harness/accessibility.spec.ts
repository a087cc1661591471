import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { buildHarness } from './build-harness.ts';
import { openScreen } from './open-screen.ts';
import { SCREENS } from './screens.ts';
import { serveFolder } from './serve-folder.ts';

const built = path.join(import.meta.dirname, '../../out/harness');
let server: Awaited<ReturnType<typeof serveFolder>>;

test.beforeAll(async () => {
  await buildHarness(built);
  server = await serveFolder(built);
});
test.afterAll(() => server.close());

for (const theme of ['light', 'dark'] as const)
  for (const screen of SCREENS) {
    test(`${screen.name} has no accessibility fault in the ${theme} theme`, async ({ browser }) => {
      const page = await openScreen(browser, server.url, screen, {
        theme,
        language: theme === 'light' ? 'it' : 'en',
        width: 1280,
        height: 720,
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join(' | ')}`,
      );
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }
