import { afterEach, beforeEach, expect, test } from 'vitest';
import { toPersonId, toSubjectId, type ClassId } from '../../domain/base/ids.ts';
import { classId } from '../../domain/kinds/class/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { lesson, signature } from '../testing/test-records.ts';
import { CLASS_B, classRecord, SCHOOL, STAFF } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const OF_LAST_YEAR = classId(2025, 'lowerSecondary', '1A');

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [classRecord(OF_LAST_YEAR, 'A', 2025)]);
});
afterEach(async () => {
  await server.close();
});

const joinedWith = (...ids: readonly ClassId[]) =>
  lesson(STAFF.anna, { signatures: [{ ...signature(STAFF.anna), joinedWith: ids }] });

test.each([
  ['that the school has not got', classId(2026, 'lowerSecondary', '9Z')],
  ['of another school year', OF_LAST_YEAR],
  ['that is no class at all', '<script>alert(1)</script>' as ClassId],
])('D17: a signature joins no class %s', async (_what, id) => {
  expect(await server.push('anna', 'lessons', [joinedWith(id)])).toMatchObject([
    { outcome: 'refused', refusal: { reason: 'invalid', path: 'signatures' } },
  ]);
  expect(await server.push('anna', 'lessons', [joinedWith(CLASS_B, id)])).toMatchObject([
    { outcome: 'refused' },
  ]);
  expect(await server.push('anna', 'lessons', [joinedWith(CLASS_B)])).toMatchObject([{ outcome: 'stored' }]);
});

test('D16: neither a lesson nor a signature names a subject or a colleague that the school has not got', async () => {
  const { subject: _own, ...standIn } = { ...signature(STAFF.anna), type: 'substitution' as const };
  const refused = async (changes: Parameters<typeof lesson>[1]) => {
    const [outcome] = await server.push('anna', 'lessons', [lesson(STAFF.anna, changes)]);
    return outcome?.outcome === 'refused' ? outcome.refusal : outcome?.outcome;
  };
  const strange = toSubjectId('<script>alert(1)</script>');
  const stranger = toPersonId('nobody-of-this-school');
  expect(await refused({ subject: strange })).toEqual({ reason: 'invalid', path: 'subject' });
  for (const named of [{ subject: strange }, { replaces: stranger }])
    expect(await refused({ signatures: [{ ...standIn, ...named }] })).toEqual({
      reason: 'invalid',
      path: 'signatures',
    });
  expect(await refused({ signatures: [{ ...standIn, subject: subjectId('Matematica') }] })).toBe('stored');
});
