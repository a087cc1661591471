import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

const press = (name: RegExp) => async (page: Page) =>
  await page.getByRole('button', { name }).first().click();

/** The office’s pages on who is who. */
export const screens: readonly Screen[] = [
  { name: 'who-appointments', search: 'role=office', hash: '/who' },
  {
    name: 'who-appointment-form',
    search: 'role=office',
    hash: '/who',
    act: press(/^(Nuovo incarico|New appointment)/),
  },
  { name: 'who-groups', search: 'role=office', hash: '/who/group' },
  { name: 'who-members', search: 'role=office', hash: '/who/groupMembership' },
  {
    name: 'who-religion',
    search: 'role=principal',
    hash: '/who/religionChoice',
    async act(page) {
      const boxes = page.getByRole('grid').getByRole('checkbox');
      for (const index of [1, 2, 4]) await boxes.nth(index).check();
    },
  },
  { name: 'who-derogations', search: 'role=office', hash: '/who/derogation' },
  {
    name: 'who-derogation-form',
    search: 'role=office',
    hash: '/who/derogation',
    act: press(/^(Nuova deroga|New derogation)/),
  },
  { name: 'who-hours-elsewhere', search: 'role=office', hash: '/who/hoursElsewhere' },
  {
    name: 'who-hours-elsewhere-form',
    search: 'role=office',
    hash: '/who/hoursElsewhere',
    act: press(/^(Nuove ore|New hours)/),
  },
  { name: 'who-guardians', search: 'role=office', hash: '/who/guardianship' },
  { name: 'who-delegates', search: 'role=office', hash: '/who/delegate' },
  {
    name: 'who-authorisation-form',
    search: 'role=office',
    hash: '/who/standingAuthorisation',
    act: press(/^(Nuova autorizzazione|New authorisation)/),
  },
];
