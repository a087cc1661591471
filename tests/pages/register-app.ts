import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoAccount } from '../fixtures/demo-school.ts';

/** The register as a teacher sees and uses it: everything is found by role and visible name. */
export class RegisterApp {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Types name and password on the login page; does not wait for what comes of it. */
  async enterCredentials(username: string, password: string): Promise<void> {
    await this.page.getByLabel('Nome utente').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Entra', exact: true }).click();
  }

  /** Signs in and waits for the teacher's day. */
  async signIn(account: Pick<DemoAccount, 'username' | 'password'>): Promise<void> {
    await this.enterCredentials(account.username, account.password);
    await this.expectOpen();
    await this.expectReceived();
  }

  async enterUnlockPassword(password: string): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sblocca' }).click();
  }

  /** Unlocks the account of this device and waits for the teacher's day. */
  async unlock(password: string): Promise<void> {
    await this.enterUnlockPassword(password);
    await this.expectOpen();
  }

  async expectOpen(): Promise<void> {
    await expect(this.signOutButton()).toBeVisible({ timeout: 60_000 });
  }

  /** Waits for the school's data, which a new device receives first. */
  async expectReceived(): Promise<void> {
    await expect(
      this.page.getByRole('heading', { name: 'Preparo il registro su questo computer' }),
    ).toBeHidden({ timeout: 120_000 });
  }

  signOutButton(): Locator {
    return this.page.getByRole('button', { name: 'Esci' });
  }

  /** The cards of the day's hours, in order. */
  hours(): Locator {
    return this.page.getByRole('complementary').getByRole('list').first().getByRole('link');
  }

  /** Opens the n-th hour of the day, from 0, and waits for its class. */
  async openHour(index: number): Promise<void> {
    await this.hours().nth(index).click();
    await expect(this.hours().nth(index)).toHaveAttribute('aria-current', 'true');
    await expect(this.pupil(1)).toBeVisible();
  }

  /** Opens the first hour of the day whose class has so many pupils. */
  async openClassOf(pupils: number): Promise<void> {
    await expect(this.hours().first()).toBeVisible({ timeout: 60_000 });
    for (let index = 0; index < (await this.hours().count()); index += 1) {
      await this.openHour(index);
      if ((await this.roll().getByRole('gridcell').count()) === pupils) return;
    }
    throw new Error(`No hour of today has a class of ${pupils} pupils`);
  }

  /** A clock time of the open hour, so many minutes after its start. */
  async minutesIntoTheHour(minutes: number): Promise<string> {
    const header = await this.page.getByRole('article').innerText();
    const [, hours = '', start = ''] = /(\d{2}):(\d{2})–\d{2}:\d{2}/.exec(header) ?? [];
    const total = Number(hours) * 60 + Number(start) + minutes;
    return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  }

  /** Opens an address inside the app. */
  async goTo(place: string): Promise<void> {
    await this.page.evaluate((path) => {
      if (path.startsWith('#')) location.hash = path;
      else {
        history.pushState(null, '', path);
        dispatchEvent(new PopStateEvent('popstate'));
      }
    }, place);
  }

  async openSyncCentre(): Promise<void> {
    await this.page.getByRole('button', { name: /^Stato della sincronizzazione/ }).click();
    await this.page.getByRole('link', { name: 'Apri la sincronizzazione' }).click();
    await expect(this.page.getByRole('heading', { name: 'Sincronizzazione' })).toBeVisible();
  }

  /** Signs the open hour with a topic. */
  async sign(topic: string): Promise<void> {
    await this.page.getByLabel('Argomento').fill(topic);
    await this.page.getByRole('button', { name: 'Firma', exact: true }).click();
    await expect(this.page.getByRole('article').getByText(/^Firmata/)).toBeVisible();
  }

  /** Marks a pupil and waits until the screen shows it: from then on the entry is confirmed to the teacher. */
  async markAndSee(number: number, letter: string, mark: string): Promise<void> {
    await this.mark(number, letter);
    await expect(this.pupil(number)).toHaveAttribute('data-mark', mark);
  }

  async confirmRollCall(): Promise<void> {
    await this.page.getByRole('button', { name: /^Conferma appello/ }).click();
    await expect(this.page.getByText(/^Confermato/)).toBeVisible();
  }

  /** The state of synchronisation in the header. */
  syncState(): Locator {
    return this.page.getByRole('button', { name: /^Stato della sincronizzazione/ });
  }

  async expectAllSent(): Promise<void> {
    await expect(this.syncState()).not.toContainText(/in attesa/, { timeout: 60_000 });
    await expect(this.syncState()).toHaveAccessibleName(/In linea/, { timeout: 60_000 });
  }

  /** The roll call of the open class. */
  roll(): Locator {
    return this.page.getByRole('grid', { name: /^Appello/ });
  }

  /** The line of the n-th pupil, from 1. */
  pupil(number: number): Locator {
    return this.roll().locator(`[role=row][aria-rowindex="${number}"]`);
  }

  /** How a pupil stands: `present`, `absent`, `late`, `exited`, `outOfClass`. */
  async markOf(number: number): Promise<string | null> {
    return await this.pupil(number).getAttribute('data-mark');
  }

  /** Jumps to a pupil by number and presses the letter of a mark. */
  async mark(number: number, letter: string): Promise<void> {
    await this.pupil(number).getByRole('gridcell').first().focus();
    await this.page.keyboard.press(letter);
  }

  /** Presses keys one by one, as a person does, and answers how many they were. */
  async press(keys: readonly string[]): Promise<number> {
    for (const key of keys) await this.page.keyboard.press(key);
    return keys.length;
  }
}
