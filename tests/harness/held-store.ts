import type { Page } from 'playwright';

/**
 * From now on the browser opens no database of the page, as when a virus scanner holds the files; until it is let go of them. The store of
 * the harness is in memory, so a database of its name is put on the disk first.
 */
export async function holdStore(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opened = async (name: string) =>
      await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(name)));
      });
    const device = await opened('campanella-device');
    const facts = device.transaction('facts').objectStore('facts').getAll();
    await new Promise((resolve) => facts.addEventListener('success', resolve));
    device.close();
    for (const fact of facts.result)
      if (String(fact).startsWith('harness-')) (await opened(`rxdb-dexie-${fact}--settings`)).close();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function refuse() {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    };
    Reflect.set(window, 'letGoOfStore', () => {
      IDBFactory.prototype.open = open;
    });
  });
}

/** The browser opens databases again. */
export async function letGoOfStore(page: Page): Promise<void> {
  await page.evaluate('window.letGoOfStore()');
}

/** Locks the register and unlocks it again, by its keys. */
export async function lockAndUnlock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.locator('input[type=password]').fill('una password');
  await page.keyboard.press('Enter');
}
