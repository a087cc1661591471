import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

const size = { width: 1280, height: 720 };

for (const screen of SCREENS) {
  test(`${screen.name} has no accessibility fault`, async ({ open }) => {
    const page = await open(screen, { theme: 'light', language: 'it', ...size });
    expect(faults(await new AxeBuilder({ page }).analyze())).toEqual([]);
    await page.context().close();
  });

  // What a theme can break is the contrast; the rest is the same page.
  test(`${screen.name} is readable in the dark theme`, async ({ open }) => {
    const page = await open(screen, { theme: 'dark', language: 'en', ...size });
    expect(faults(await new AxeBuilder({ page }).withRules('color-contrast').analyze())).toEqual([]);
    await page.context().close();
  });
}

function faults({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
