import { expect, type Page } from '@playwright/test';
import type { StaffHour, StaffMember } from '../fixtures/demo-staff.ts';
import type { World } from '../fixtures/world.ts';
import { RegisterApp } from './register-app.ts';

/** Every key that a walk has pressed since it was last asked. */
export class Keys {
  readonly #page: Page;
  #count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.#count += 1;
    }
  }

  /** How many keys were pressed, and begins anew. */
  count(): number {
    const count = this.#count;
    this.#count = 0;
    return count;
  }
}

/** Opens one of the own hours of today by its key, and waits for its roll. */
export async function openOwnHour(
  register: RegisterApp,
  keys: Keys,
  { hour, name }: StaffHour,
): Promise<void> {
  await keys.press(`Alt+Digit${hour}`);
  await expect(register.page.getByRole('heading', { name: `Classe ${name}` })).toBeVisible();
  await expect(register.pupil(1)).toBeVisible();
}

/** A device of somebody that has received everything. */
export async function filledDevice(
  world: World,
  who: Pick<StaffMember, 'account'>,
  name: string,
): Promise<RegisterApp> {
  const { page } = await world.device(name);
  const register = new RegisterApp(page);
  await register.signIn(who.account);
  await expect(register.hours().first()).toBeVisible({ timeout: 60_000 });
  await register.expectAllSent();
  return register;
}

/** Pulls the cable, and waits until each of the devices has noticed. */
export async function pullTheCable(world: World, ...registers: readonly RegisterApp[]): Promise<void> {
  world.line.setFault({ kind: 'refuse' });
  for (const register of registers) await expect(register.syncState()).toHaveAccessibleName(/Non in linea/);
}

/** Puts the cable back, and waits until everything of each of the devices has arrived. */
export async function putTheCableBack(world: World, ...registers: readonly RegisterApp[]): Promise<void> {
  world.line.setFault({ kind: 'pass' });
  for (const register of registers) await register.expectAllSent();
}
