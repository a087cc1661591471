import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

/** Windows in CSS pixels, from which the first is opened. */
const WINDOWS = [
  { width: 1024, height: 700 },
  { width: 1093, height: 614, what: '1366×768 at 125 %' },
  { width: 683, height: 384, what: '1366×768 at 200 %' },
] as const;
const [FIRST] = WINDOWS;

/** What is wrong with the boxes of the rail: a label out of its entry, an entry out of the rail, two that lie over one another. */
async function railFaults(page: Page): Promise<readonly string[]> {
  return await page.getByRole('navigation', { name: /^(Pagine|Pages)$/ }).evaluate((rail) => {
    const slack = 0.5;
    const faults: string[] = [];
    const frame = rail.getBoundingClientRect();
    const links = [...rail.querySelectorAll('a')];
    let above = -Infinity;
    for (const link of links) {
      const box = link.getBoundingClientRect();
      const name = link.textContent;
      if (box.left < frame.left - slack || box.right > frame.right + slack)
        faults.push(`${name}: out of the rail`);
      if (box.top < above - slack) faults.push(`${name}: over the one above`);
      above = box.bottom;
      if (box.height < 24) faults.push(`${name}: squeezed`);
      for (const text of link.querySelectorAll('span')) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const line of range.getClientRects())
          if (
            line.left < box.left - slack ||
            line.right > box.right + slack ||
            line.bottom > box.bottom + slack
          )
            faults.push(`${name}: its words stick out`);
      }
    }
    if (rail.scrollWidth > rail.clientWidth) faults.push('the rail scrolls sideways');
    return faults;
  });
}

for (const language of ['it', 'en'] as const)
  for (const role of ['teacher', 'office', 'principal'] as const)
    test(`every label of the rail fits, ${role}, ${language}`, async ({ open }) => {
      const look = { theme: 'light', language, ...FIRST } as const;
      const page = await open({ name: 'rail', search: `scenario=busy&role=${role}`, hash: '/to-do' }, look);
      const links = page.getByRole('navigation', { name: /^(Pagine|Pages)$/ }).getByRole('link');
      for (const { width, height } of WINDOWS) {
        await page.setViewportSize({ width, height });
        await expect(links.nth(1)).toBeVisible();
        await expect.poll(async () => await railFaults(page), `${width}×${height}`).toEqual([]);
        // The last place is reached too, where the window is short.
        await links.last().focus();
        await expect(links.last()).toBeInViewport({ ratio: 1 });
      }
    });

test('a label longer than any of today stays within its entry', async ({ open }) => {
  const look = { theme: 'light', language: 'it', ...FIRST } as const;
  const page = await open({ name: 'rail', search: 'scenario=busy', hash: '/to-do' }, look);
  const link = page.getByRole('navigation', { name: 'Pagine' }).getByRole('link').first();
  for (const { width, height } of WINDOWS) {
    await page.setViewportSize({ width, height });
    await link
      .locator('span')
      .first()
      .evaluate((label) => {
        label.textContent = 'Rendicontazioni straordinarissime';
      });
    await expect.poll(async () => await railFaults(page), `${width}×${height}`).toEqual([]);
  }
});
