import { afterEach, describe, expect, test, vi } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { changedSchool } from '../testing/test-families.ts';
import { SCHOOL, schoolRecords } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'it-IT,it;q=0.9' };
const CONTACTS = {
  name: 'Istituto Copernico',
  phone: '059 12 34 56',
  email: 'segreteria@scuola.example.it',
  address: 'via Emilia 1',
  city: 'Modena',
};
let server: TestServer;
afterEach(() => server.close());

async function open(records: readonly RegisterRecord[] = changedSchool(schoolRecords(), CONTACTS)) {
  server = await startTestServer(records);
}

const get = (url: string, headers: Record<string, string> = BROWSER) => server.app.inject({ url, headers });

describe('S11 the address on every letter', () => {
  test.each(['/', `/scuola/${SCHOOL}`, `/scuola/${SCHOOL}/`, `/scuola/${SCHOOL.toLowerCase()}`])(
    '%s leads to a page of the school in the browser’s language',
    async (url) => {
      await open();
      const italian = await get(url);
      expect(italian.statusCode).toBe(200);
      expect(italian.headers['content-type']).toContain('text/html');
      expect(italian.body).toContain('<html lang="it">');
      for (const text of [
        'Istituto Copernico',
        'Come si entra',
        'href="tel:059123456"',
        'href="mailto:segreteria@scuola.example.it"',
        'via Emilia 1, Modena',
      ])
        expect(italian.body).toContain(text);
      const english = await get(url, { ...BROWSER, 'accept-language': 'en-GB' });
      expect(english.body).toContain('How to sign in');
    },
  );

  test('says of an unknown code that the one school of the server is another, not that there are several', async () => {
    await open();
    const { statusCode, body } = await get('/scuola/NESSUNA9');
    expect(statusCode).toBe(404);
    expect(body).toContain('A questo indirizzo non c’è nessuna scuola');
    expect(body).toContain('Istituto Copernico');
    expect(body).not.toContain('Più scuole');
  });

  test('says where else to look when the office has given no contacts', async () => {
    await open(changedSchool(schoolRecords(), { ...CONTACTS, phone: '', email: '', address: '', city: '' }));
    expect((await get('/')).body).toContain('i recapiti sono sul sito della scuola');
  });

  test('lets people choose where the server keeps several schools', async () => {
    const own = changedSchool(schoolRecords(), CONTACTS);
    const other = own
      .filter(({ kind }) => kind === 'school')
      .map(
        (record) => ({ ...record, school: toSchoolId('BETA0002'), name: 'Liceo <Beta>' }) as RegisterRecord,
      );
    await open([...own, ...other]);
    const { body } = await get('/');
    expect(body).toContain(`href="/scuola/${SCHOOL}?language=it"`);
    expect(body).toContain('Liceo &lt;Beta&gt;');
    expect((await get('/scuola/BETA0002')).body).toContain('Liceo &lt;Beta&gt;');
  });

  test('says so, with a way on, when it was not copied whole', async () => {
    await open();
    const cut = await get('/scuola/ROM');
    expect(cut.statusCode).toBe(404);
    expect(cut.body).toContain('non è stato copiato per intero');
    expect(cut.body).toContain('Istituto Copernico');
    const elsewhere = await get('/scuole/x');
    expect(elsewhere.statusCode).toBe(404);
    expect(elsewhere.headers['content-type']).toContain('text/html');
    expect(elsewhere.body).toContain('href="/?language=it"');
  });

  test('says in words that the register does not answer, where it cannot', async () => {
    await open();
    const spy = vi.spyOn(server.storage, 'schools').mockRejectedValue(new Error('gone'));
    const page = await get('/');
    spy.mockRestore();
    expect(page.statusCode).toBe(500);
    expect(page.body).toContain('Il registro adesso non risponde');
  });

  test('answers programs as before', async () => {
    await open();
    const { statusCode, body } = await get('/nowhere', { accept: '*/*' });
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ kind: 'badRequest' });
  });
});
