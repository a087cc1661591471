import type { Screen } from '../../../tests/harness/screen.ts';

/** The teacher’s day. */
export const screens: readonly Screen[] = [
  { name: 'today', search: 'scenario=calm' },
  { name: 'today-busy', search: 'scenario=busy' },
  {
    name: 'today-calendar',
    search: 'scenario=calm',
    async act(page) {
      await page.getByRole('button', { name: /Scegli il giorno|Choose the day|Pick/ }).click();
      await page.getByRole('gridcell').or(page.locator('table button')).first().waitFor();
    },
  },
  { name: 'today-free', search: 'scenario=busy', hash: '/', now: '2026-11-23T06:20:00Z' },
  { name: 'today-over', search: 'scenario=calm', now: '2026-11-23T13:30:00Z' },
  {
    name: 'today-bell',
    search: 'scenario=calm',
    hash: '/',
    now: '2026-11-23T08:49:30Z',
    act: async (page) => await page.clock.runFor(40_000),
  },
  { name: 'today-no-lesson', search: 'scenario=calm', hash: '/day/2026-12-08' },
  { name: 'today-no-hours', search: 'scenario=empty' },
  { name: 'today-unplanned', search: 'scenario=unplanned' },
  { name: 'today-standing-in', search: 'scenario=standingIn', hash: '/' },
  {
    name: 'open-class',
    search: 'scenario=calm',
    async act(page) {
      await page.getByRole('button', { name: /Altra classe|Another class/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
