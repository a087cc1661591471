import { expect, type Locator } from '@playwright/test';
import { must } from '../../domain/base/assert.ts';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

const WITH_FIELDS = [
  'sign-in',
  'step-new-password',
  'lock',
  'recovery-name',
  'profile-no-email',
  'profile-link-password',
  'switch-password',
  'office-contacts',
  'office-accounts',
  'today',
];

for (const name of WITH_FIELDS)
  test(`every field of ${name} has the same ring around it while it has the focus (C12)`, async ({
    open,
  }) => {
    const screen = must(
      SCREENS.find((each) => each.name === name),
      `a screen ${name}`,
    );
    const page = await open(screen, LOOK);
    const modal = page.locator('[role=dialog][aria-modal=true]');
    const root = (await modal.count()) > 0 ? modal.last() : page.locator('body');
    const fields = root
      .locator('input:not([type=checkbox],[type=radio],[type=file],[type=hidden]), textarea')
      .filter({ visible: true });
    expect(await fields.count()).toBeGreaterThan(0);
    for (const field of await fields.all()) {
      // As the keyboard comes to it: a field that is read only is no exception.
      await field.focus();
      expect(await ringOf(field)).toEqual({ width: '2px', style: 'solid', isWhole: true });
    }
  });

/** The ring of a field, on itself or on the box that it lies in, and whether all of it can be seen. */
async function ringOf(
  field: Locator,
): Promise<{ readonly width: string; readonly style: string; readonly isWhole: boolean } | undefined> {
  return await field.evaluate((input) => {
    for (let at: HTMLElement | null = input as HTMLElement, up = 0; at && up < 3; up += 1) {
      const { outlineWidth: width, outlineStyle: style, outlineOffset } = getComputedStyle(at);
      if (style !== 'none') {
        const reach = Number.parseFloat(width) + Number.parseFloat(outlineOffset);
        const box = at.getBoundingClientRect();
        const parent = at.parentElement;
        const edge = parent?.getBoundingClientRect();
        const cuts = parent !== null && getComputedStyle(parent).overflowX !== 'visible';
        const isWhole = !cuts || edge === undefined || box.left - reach >= edge.left - 0.5;
        return { width, style, isWhole };
      }
      at = at.parentElement;
    }
    return undefined;
  });
}
