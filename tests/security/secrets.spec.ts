import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

/** What the main process sent to and got from the server about sessions: the secrets to look for. */
const TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/;

test.describe('the token', () => {
  test('is nowhere in the page: storage, globals, responses, cookies, printed logs', async ({ world }) => {
    const device = await world.device('token');
    const headers: string[] = [];
    device.page.on('response', (response) => headers.push(JSON.stringify(response.headers())));
    device.page.on('request', (request) => headers.push(JSON.stringify(request.headers())));
    const register = new RegisterApp(device.page);
    await register.signIn(world.account('teacher'));
    await expect(register.hours().first()).toBeVisible();
    const found = await device.page.evaluate(async () => {
      const texts: string[] = [
        document.documentElement.outerHTML,
        document.cookie,
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      ];
      const seen = new Set<unknown>();
      const visit = (value: unknown, depth: number) => {
        if (typeof value === 'string') texts.push(value);
        if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return;
        seen.add(value);
        for (const key of Object.keys(value)) {
          try {
            visit(Reflect.get(value, key), depth + 1);
          } catch {
            // Some members of the window may not be read by anybody.
          }
        }
      };
      visit(globalThis, 0);
      visit(Reflect.get(globalThis, 'campanella'), 0);
      const bridge = Reflect.get(globalThis, 'campanella') as Record<
        string,
        (argument?: unknown) => Promise<unknown>
      >;
      for (const verb of ['installedSchool', 'sessionState', 'deviceAccounts'])
        texts.push(JSON.stringify(await bridge[verb]?.()));
      const key = (await bridge['localStoreKey']?.()) as { readonly value?: { readonly opening?: string } };
      texts.push(JSON.stringify(await bridge['journalRead']?.(key.value?.opening)));
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error(name)));
        });
        for (const store of database.objectStoreNames) {
          const rows = await new Promise<unknown[]>((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.addEventListener('success', () => resolve(request.result));
            request.addEventListener('error', () => reject(request.error ?? new Error(store)));
          });
          texts.push(JSON.stringify(rows));
        }
        database.close();
      }
      const probe = await fetch('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer mine' },
        body: JSON.stringify({ protocol: 1, client: 'probe', push: {}, pull: {} }),
      });
      texts.push(JSON.stringify([...probe.headers]), await probe.text(), String(probe.status));
      return texts;
    });
    expect(found.at(-1)).toBe('200');
    const places = [...found, ...headers, device.output(), world.server.output];
    expect(places.filter((text) => TOKEN.test(text) || /refreshToken|accessToken/.test(text))).toEqual([]);
  });
});

test.describe('pupils’ data', () => {
  test('is not readable in the profile of a teacher who signed out, nor in any log @keyring-both', async ({
    world,
  }) => {
    const account = world.account('teacher');
    const api = await signInByApi(world.server.url, account);
    const pupils = ofKind(await api.readAll('roster'), 'person').filter((person) => person.type === 'pupil');
    // The teacher's own name is on the list of this computer's accounts.
    const surnames = [...new Set(pupils.map((pupil) => pupil.surname))].filter(
      (surname) => surname.length > 5 && !account.name.includes(surname),
    );
    expect(surnames.length).toBeGreaterThan(10);

    const device = await world.device('rest');
    const register = new RegisterApp(device.page);
    await register.signIn(account);
    await register.hours().first().click();
    await expect(register.pupil(1)).toBeVisible();
    await register.mark(3, 'a');
    await expect.poll(async () => await register.markOf(3)).toBe('absent');
    await register.expectAllSent();
    await device.page.getByRole('button', { name: 'Esci' }).click();
    await expect(device.page.getByText('Account su questo computer')).toBeVisible();
    expect(await device.page.content()).not.toContain(surnames[0]);
    await device.quit();

    const files = await filesUnder(path.join(world.folder, 'device-rest'));
    expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
    const leaks: string[] = [];
    for (const file of files) {
      const bytes = await readIfThere(file);
      for (const surname of surnames) {
        const inClear =
          bytes.includes(surname) ||
          bytes.includes(Buffer.from(surname, 'utf16le')) ||
          bytes.includes(surname.toUpperCase());
        if (inClear) leaks.push(`${path.basename(file)}: ${surname}`);
      }
      if (TOKEN.test(bytes.toString('latin1'))) leaks.push(`${path.basename(file)}: token`);
    }
    expect(leaks).toEqual([]);
    expect(
      surnames.filter(
        (surname) => world.server.output.includes(surname) || device.output().includes(surname),
      ),
    ).toEqual([]);
  });
});

/** The content of a file; nothing where it has gone since it was listed. */
async function readIfThere(file: string): Promise<Buffer> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
