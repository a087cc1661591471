import { afterEach, beforeEach, expect, it } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  movedPupil,
  pupilOf,
  SCHOOL,
  TEST_NOW,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const derogation: Derogation = {
  ...envelope('derogation-1'),
  kind: 'derogation',
  pupil: PUPIL,
  startYear: 2026,
  classes: [CLASS_B],
  category: 'health',
  document: 'Prot. 7/2026',
  halfUnits: 40,
};

async function classes() {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [derogation.id]));
  const record = storedRecord(texts.get(derogation.id) ?? '');
  return record.kind === 'derogation' ? record.classes : undefined;
}

it('D100: a derogation is in the classes of its pupil, whatever it says, and follows the pupil into another one', async () => {
  await server.roster.write(SCHOOL, [derogation]);
  expect(await classes()).toEqual([CLASS_A]);
  await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, toInstant(TEST_NOW)));
  expect(await classes()).toEqual([CLASS_A, CLASS_B]);
});

it('D100: one that speaks of neither days nor hours is not written', async () => {
  const { halfUnits: _hours, ...empty } = derogation;
  await expect(server.roster.write(SCHOOL, [empty])).rejects.toThrow('contradicts itself');
});
