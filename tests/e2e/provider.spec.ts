import { must } from '../../domain/base/assert.ts';
import { startTestIssuer } from '../../sync-server/testing/sign-in/test-issuer.ts';
import type { DemoAccount } from '../fixtures/demo-school.ts';
import type { Device } from '../fixtures/device.ts';
import { goThroughBrowser } from '../fixtures/provider-browser.ts';
import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { SchoolServer } from '../fixtures/school-server.ts';
import { expect, test, type World } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';
import { RegisterApp } from '../pages/register-app.ts';

const LOCAL = 'tamburo lavagna ombrello';

/** The world's server again, with a provider that recognises somebody. */
async function withProvider(world: World, account: DemoAccount) {
  const issuer = await startTestIssuer('campanella');
  const { tokens } = await signInByApi(world.server.url, account);
  const office = await signInByApi(world.server.url, world.account('office'));
  const personal = ofKind(await office.readAll('roster'), 'personalData');
  const record = personal.find(({ person }) => person === tokens.identity.person);
  issuer.person = {
    fiscal_number: `TINIT-${must(record?.fiscalCode, 'a fiscal code')}`,
    acr: 'https://www.spid.gov.it/SpidL2',
  };
  await world.server.stop();
  const server = new SchoolServer(world.server.port, world.server.dataFolder, {
    CAMPANELLA_OIDC_ISSUER: issuer.url,
    CAMPANELLA_OIDC_CLIENT_ID: 'campanella',
    CAMPANELLA_OIDC_CLIENT_SECRET: 'of the tests',
  });
  await server.start();
  return { issuer, server };
}

/** Takes the place of the system's browser: every call waits for the next address that it is given, each of which is handed out once. */
async function catchBrowser({ app }: Device): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
      await Promise.resolve();
    };
  });
  return async () => {
    let next: string | undefined;
    await expect(async () => {
      next = await app.evaluate(() => (globalThis as { opened?: string[] }).opened?.shift());
      expect(next, 'the browser was opened').toBeDefined();
    }).toPass();
    return must(next, 'an address');
  };
}

test('with SPID or CIE: a browser, a code, a password of this computer, and passwords that the office switches off', async ({
  world,
}) => {
  const teacher = world.account('teacher');
  const { issuer, server } = await withProvider(world, teacher);
  try {
    const device = await world.device('teacher-pc', { serverUrl: server.url });
    const { page } = device;
    const pages = new AccountPages(page);
    const browser = await catchBrowser(device);
    const entrance = page.getByRole('button', { name: 'Entra con SPID / CIE' });

    await test.step('the button opens the school’s own page in the browser, the code opens the account', async () => {
      await entrance.click();
      const field = page.getByLabel('Codice mostrato dal browser');
      await expect(field).toBeFocused();
      const address = await browser();
      expect(new URL(address).origin).toBe(server.url);
      expect(await page.content()).not.toContain(address);
      const { code = '' } = await goThroughBrowser(address, issuer);
      await field.fill('AAAA 2222');
      await expect(page.getByRole('alert')).toContainText('Codice non corretto');
      await expect(field).toBeFocused();
      await page.keyboard.type(code.toLowerCase().replace('-', ' '));
      await expect(page.getByRole('heading', { name: 'Password per questo computer' })).toBeVisible();
      await expect(page.getByLabel('Nuova password', { exact: true })).toBeFocused();
      await page.keyboard.type(LOCAL);
      await page.getByLabel('Ripeti la nuova password').fill(LOCAL);
      await page.keyboard.press('Enter');
      await pages.expectOpen();
      await expect(page.getByRole('banner')).toContainText('In linea');
    });

    await test.step('that password unlocks, with the server and without it; its own does not', async () => {
      await page.keyboard.press('Control+l');
      const register = new RegisterApp(page);
      await register.enterUnlockPassword(teacher.password);
      await expect(page.getByRole('alert')).toContainText('Password non corretta');
      await server.stop('SIGKILL');
      await register.unlock(LOCAL);
      await expect(page.getByRole('banner')).toContainText('Non in linea');
      await server.start();
      await pages.signOut();
    });

    await test.step('the office switches the passwords of the staff off, and keeps its own', async () => {
      const clerk = world.account('office');
      await pages.signIn(clerk.username, clerk.password);
      await pages.expectOpen();
      await page.getByRole('navigation').getByRole('link', { name: 'Accessi' }).click();
      await page.getByRole('link', { name: 'Regole' }).click();
      await page.getByLabel('Personale', { exact: true }).check();
      await expect(page.getByText('Prima di salvare')).toBeVisible();
      await page.getByRole('button', { name: 'Salva le regole' }).click();
      await expect(page.getByText('Le regole sono salvate')).toBeVisible();
      await pages.signOut();
      await pages.signIn(clerk.username, clerk.password);
      await pages.expectOpen();
      await pages.signOut();
    });

    await test.step('a teacher who tries a password is told where to go', async () => {
      await pages.signIn(teacher.username, teacher.password);
      await expect(page.getByRole('alert')).toContainText('Qui la password non si usa');
      await entrance.click();
      const { code = '' } = await goThroughBrowser(await browser(), issuer);
      await page.getByLabel('Codice mostrato dal browser').fill(code);
      await expect(page.getByRole('heading', { name: 'La password di questo computer' })).toBeVisible();
      await page.getByLabel('Password', { exact: true }).fill(LOCAL);
      await page.keyboard.press('Enter');
      await pages.expectOpen();
    });
  } finally {
    await server.stop('SIGKILL');
    await issuer.close();
  }
});
