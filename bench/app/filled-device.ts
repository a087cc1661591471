import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { startDevice, type Device } from '../../tests/fixtures/device.ts';
import { PASSWORD, SCHOOL, type BenchTeacher } from '../school/bench-school.ts';

/** Whose device it is. */
export interface DeviceOf {
  readonly teacher: BenchTeacher;
  readonly server: string;
  /** How many documents the server has for this teacher. */
  readonly documents: number;
}

/** Opens the app on a new device of a teacher, and waits until everything is on it. */
export async function filledDevice(of: DeviceOf, folder: string): Promise<Device> {
  const { teacher, server, documents } = of;
  const schoolConfig = path.join(folder, 'school.json');
  await writeFile(
    schoolConfig,
    JSON.stringify({
      school: SCHOOL,
      name: 'Liceo di prova',
      city: 'Torino',
      phone: '',
      email: '',
      address: '',
      server,
    }),
  );
  const device = await startDevice({
    userData: path.join(folder, 'profile'),
    serverUrl: server,
    schoolConfig,
    language: 'it-IT',
  });
  try {
    const { page } = device;
    await page.getByLabel('Nome utente').fill(teacher.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Entra', exact: true }).click();
    await page.locator('aside li a').first().waitFor({ timeout: 120_000 });
    await untilReceived(page, documents);
    return device;
  } catch (error) {
    console.error(device.output());
    await device.kill();
    throw error;
  }
}

/** Waits until so many documents are in the stores of the app. */
async function untilReceived(page: Page, documents: number): Promise<void> {
  const count = async () =>
    await page.evaluate(async (names) => {
      const done = async <T>(request: IDBRequest<T>) =>
        await new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error('The store could not be read')));
        });
      let found = 0;
      for (const { name = '' } of await indexedDB.databases()) {
        if (!names.some((collection) => name.endsWith(`--${collection}`))) continue;
        const database = await done(indexedDB.open(name));
        found += await done(database.transaction('docs', 'readonly').objectStore('docs').count());
        database.close();
      }
      return found;
    }, COLLECTION_NAMES);
  while ((await count()) < documents) await new Promise((resolve) => setTimeout(resolve, 250));
}
