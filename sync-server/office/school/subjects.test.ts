import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { assessment } from '../../testing/gradebook/test-grades.ts';
import { SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const MATHS = subjectId('Matematica');

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function maths(): Promise<Subject> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [MATHS]));
  const found = storedRecord(must(texts.get(MATHS), 'the subject'));
  if (found.kind !== 'subject') throw new Error('no subject');
  return found;
}

async function say(changes: object, name: StaffName = 'office') {
  const body = { subject: MATHS, seen: (await maths()).entry, ...changes };
  return await officeDesk(server, name).post<{ readonly reason?: string }>('subjects', body);
}

test('D27: the office says that a subject is religion, whatever its name: it is assessed in words from then on', async () => {
  expect((await say({ special: 'religion' })).status).toBe(204);
  expect((await maths()).special).toBe('religion');
  const [refused] = await server.push('anna', 'grades', [assessment(STAFF.anna)]);
  expect(refused?.outcome).toBe('refused');
  const event = (await officeDesk(server).events(usernameOf('office'))).find(
    ({ act }) => act === 'subjectSaid',
  );
  expect(event?.details).toEqual({ subject: 'Matematica', special: 'religion' });
  expect((await say({ special: 'ordinary' })).status).toBe(204);
  const [stored] = await server.push('anna', 'grades', [assessment(STAFF.anna)]);
  expect(stored?.outcome).not.toBe('refused');
});

test('nobody else says it, nor of a subject that has changed since or is none', async () => {
  expect((await say({ special: 'civics' }, 'anna')).status).toBe(403);
  const { entry } = await maths();
  await say({ special: 'civics' });
  expect((await say({ special: 'behaviour', seen: entry })).body.reason).toBe('changed');
  expect((await say({ special: 'behaviour', subject: 'alchimia' })).body.reason).toBe('changed');
  expect((await maths()).special).toBe('civics');
});
