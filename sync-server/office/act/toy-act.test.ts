import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { officeDesk } from '../../testing/office-desk.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

vi.mock(import('../acts.ts'), async (real) => {
  const { officeActs } = await real();
  const { toyAct } = await import('../../testing/toy-act.ts');
  return { officeActs: { ...officeActs, toyAct } };
});

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => await server.close());

const toy = async (name: 'office' | 'anna', payload: object) =>
  (await officeDesk(server, name).post('toy', payload)).status;
const noted = async () => (await officeDesk(server).acts()).filter((act) => act === 'contactsChanged').length;

test('an act is served by its endpoint, and noted as that says', async () => {
  expect(await toy('office', { city: 'Modena' })).toBe(204);
  expect(await noted()).toBe(1);
});

test('the right, the shape and the whole of an act come with its definition', async () => {
  expect(await toy('anna', { city: 'Modena' })).toBe(403);
  expect(await toy('office', { city: 7 })).toBe(400);
  expect(await toy('office', { city: 'Atlantide' })).toBe(409);
  expect(await noted()).toBe(0);
});
