import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const REGISTERS = 'Password del registro (non quella di questo computer)';

async function openWith(open: Harness['open'], search: string): Promise<Page> {
  return await open({ name: 'page', search }, LOOK);
}

async function chooseFirstAccount(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
}

async function signInAgain(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Stato della/ })
    .click();
  await page
    .getByRole('button', { name: /^Accedi/ })
    .last()
    .click();
  return page.getByRole('dialog');
}

/** Counts from now on how often the page asks for the ways in. */
async function countAsked(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    // The cast: what the harness puts there.
    const { campanella } = globalThis as unknown as {
      campanella: { signInWays: (request: unknown) => unknown };
    };
    const ask = campanella.signInWays;
    let count = 0;
    campanella.signInWays = (request) => {
      count += 1;
      return ask(request);
    };
    Object.assign(globalThis, { readAsked: () => count });
  });
  return async () =>
    await page.evaluate(() => (globalThis as unknown as { readAsked: () => number }).readAsked());
}

test('an ended session comes back by the provider or by the password of the register', async ({ open }) => {
  const page = await openWith(open, 'scenario=calm&provider=yes&byProvider=yes&ended=yes');
  const dialog = await signInAgain(page);
  await expect(dialog.getByRole('button', { name: 'Entra con SPID / CIE' })).toBeVisible();
  await dialog.getByLabel(REGISTERS).fill('una password');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
});

test('where there is no provider the password alone is asked for, and nobody says that the school is away', async ({
  open,
}) => {
  const page = await openWith(open, 'scenario=calm&byProvider=yes&ended=yes');
  const dialog = await signInAgain(page);
  await expect(dialog.getByLabel(REGISTERS)).toBeVisible();
  await expect(dialog).toContainText('fa entrare solo con quella');
  await expect(dialog.getByRole('button', { name: /SPID/ })).toHaveCount(0);
});

for (const [what, search, says] of [
  ['of a school without a provider', '', 'Adesso la scuola fa entrare solo con la password del registro'],
  ['of a school that cannot be reached', '&scenario=offline', 'Quando la scuola è di nuovo raggiungibile'],
  ['of a school with a provider', '&provider=yes', 'Entra con SPID / CIE e scegline una nuova'],
] as const)
  test(`who has forgotten the password of a computer ${what} is told what is so`, async ({ open }) => {
    const page = await openWith(open, `session=out&byProvider=yes${search}`);
    await chooseFirstAccount(page);
    await expect(page.getByText('Non ricordi la password di questo computer?')).toContainText(says);
  });

test('a way through the browser that began at an account leads back to it', async ({ open }) => {
  const page = await openWith(open, 'session=out&byProvider=yes&provider=yes');
  await chooseFirstAccount(page);
  await page.getByRole('button', { name: 'Entra con SPID / CIE' }).click();
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByRole('heading', { name: 'Buon lavoro, Elena' })).toBeVisible();
});

test('nobody asks the school for its provider before the dialog is open', async ({ open }) => {
  const page = await openWith(open, 'scenario=calm&byProvider=yes&ended=yes');
  const asked = await countAsked(page);
  const focus = async () => await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await focus();
  expect(await asked()).toBe(0);
  const dialog = await signInAgain(page);
  await expect(dialog).toBeVisible();
  await expect.poll(asked).toBe(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await focus();
  expect(await asked()).toBe(1);
});

test('recovery codes are seen before the password of the computer is asked for', async ({ open }) => {
  const page = await openWith(open, 'session=out&byProvider=yes&provider=yes&accounts=none');
  await page.getByLabel(/Nome utente/).fill('1234567');
  await page.getByLabel('Password', { exact: true }).fill('attiva');
  await page.keyboard.press('Enter');
  await page.getByLabel('Codice di 6 cifre').fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Codici di recupero' })).toBeVisible();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByRole('heading', { name: 'Password per questo computer' })).toBeVisible();
});
