import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

// A trace of every step costs more than the steps; a fault is told in full by its text.
test.use({ trace: 'off', screenshot: 'off' });

for (const screen of SCREENS.filter(({ paper }) => !paper)) {
  test(`${screen.name} has no accessibility fault in either theme`, async ({ show }) => {
    const page = await show(screen);
    expect(await faults(page)).toEqual([]);
    // What a theme can break is the contrast; the rest is the same page.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expect(await faults(page, ['color-contrast'])).toEqual([]);
  });
}

/** What axe finds in the page; it has no frames, so the page alone is looked at. */
async function faults(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
  });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
