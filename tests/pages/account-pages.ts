import { expect, type Locator, type Page } from '@playwright/test';

/** Signing in with new credentials, the profile and the switcher, as their owners see and use them. */
export class AccountPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Types a username or an address and a password on the login page. */
  async signIn(name: string, password: string): Promise<void> {
    const other = this.page.getByRole('button', { name: 'Entra con un altro account' });
    const field = this.page.getByLabel('Nome utente o e-mail');
    await expect(field.or(other).first()).toBeVisible();
    if (await other.isVisible()) await other.click();
    await field.fill(name);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Entra', exact: true }).click();
  }

  /** The step after the office's password: one of one's own, twice. */
  async choosePassword(password: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Scegli la tua password' })).toBeVisible();
    await this.page.getByLabel('Nuova password', { exact: true }).fill(password);
    await this.page.getByLabel('Ripeti la nuova password').fill(password);
    await this.page.getByRole('button', { name: 'Salva ed entra' }).click();
    await this.expectOpen();
  }

  /** Waits for the frame, and then for the school's data, which a new device receives first: the office's take long. */
  async expectOpen(): Promise<void> {
    await expect(this.signOutButton()).toBeVisible({ timeout: 60_000 });
    await expect(
      this.page.getByRole('heading', { name: 'Preparo il registro su questo computer' }),
    ).toBeHidden({ timeout: 120_000 });
  }

  signOutButton(): Locator {
    return this.page.getByRole('button', { name: 'Esci', exact: true });
  }

  async signOut(): Promise<void> {
    await this.signOutButton().click();
    await expect(this.signOutButton()).toBeHidden();
  }

  /** The circle at the top right. */
  circle(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^Account di / });
  }

  async openProfile(): Promise<void> {
    await this.circle().click();
    await this.page.getByRole('menuitem', { name: 'Profilo' }).click();
    await expect(this.emailSection()).toBeVisible();
  }

  async openDeviceAccounts(): Promise<void> {
    await this.circle().click();
    await this.page.getByRole('menuitem', { name: 'Gestione account' }).click();
    await expect(this.page.getByRole('heading', { name: 'Gestione account' })).toBeVisible();
  }

  /** Section “Indirizzo mail” of the profile. */
  emailSection(): Locator {
    return this.page.getByRole('region', { name: 'Indirizzo mail' });
  }

  /** Gives an address in the profile: what is asked for next depends on whether somebody has it already. */
  async giveAddress(address: string): Promise<void> {
    const section = this.emailSection();
    await section.getByLabel('Indirizzo mail').fill(address);
    await section.getByRole('button', { name: 'Continua' }).click();
  }

  /** Gives an address and a new password in the profile. */
  async linkEmail(address: string, password: string): Promise<void> {
    const section = this.emailSection();
    await this.giveAddress(address);
    await section.getByLabel('Nuova password', { exact: true }).fill(password);
    await section.getByLabel('Ripeti la nuova password').fill(password);
    await section.getByRole('button', { name: 'Collega indirizzo' }).click();
  }

  /** Goes over to another account of the drop-down by what it is called there. */
  async switchTo(name: string | RegExp): Promise<void> {
    await this.circle().click();
    await this.page.getByRole('menuitem', { name }).click();
  }
}
