import { afterEach, beforeEach, expect, test } from 'vitest';
import { toEntryId, type EntryId } from '../../../domain/base/ids.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const [PUPIL, OTHER] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const { anna, carla } = STAFF;
const column = assessment(anna, { recordedAt: at('08:00') });
const first = grade(anna, column, PUPIL, { quarters: 25 }, { recordedAt: at('08:00') });
const other = grade(anna, column, OTHER, { quarters: 25 }, { recordedAt: at('08:00') });
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  itIs('08:00');
  // What is delivered later was written since.
  await server.token('carla');
  for (const record of [column, first, other]) await push('anna', record, null);
  itIs('10:00');
});
afterEach(async () => {
  await server.close();
});

function itIs(time: string): void {
  server.clock.now = Date.parse(at(time));
}

async function push(name: 'anna' | 'carla', next: RegisterRecord, assumed: RegisterRecord | null) {
  const answer = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades: [{ assumed, next }] },
  });
  const [outcome] = answer.push.grades ?? [];
  const { reason, path } = outcome?.refusal ?? {};
  return reason === undefined ? outcome?.outcome : [reason, path].join(' ').trim();
}

/** A correction with a reason that is said to be of an entry; of its own, where none is named. */
function corrected(before: Grade, quarters: number, reason: string, named?: EntryId): Grade {
  const entry = nextEntry();
  const value = { quarters, reason, reasonEntry: named ?? entry };
  return { ...edited(before, { value, recordedAt: at('09:00') }), entry };
}

test('D78: one that was given for the weight leaves a colleague’s corrected number, also where it came later', async () => {
  const carlas = { ...corrected(first, 28, 'Errore di somma'), author: carla };
  expect(await push('carla', carlas, first)).toBe('stored');
  const entry = nextEntry();
  const value = { ...first.value, reason: 'Era una prova breve', reasonEntry: entry };
  const weighed = { ...edited(first, { weight: 50, value, recordedAt: at('09:10') }), entry };
  expect(await push('anna', weighed, first)).toBe('merged');
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [first.id]));
  expect(JSON.parse(texts.get(first.id) ?? 'null')).toMatchObject({
    weight: 50,
    value: { quarters: 28, reason: 'Era una prova breve', reasonEntry: entry },
  });
  for (const name of ['anna', 'carla'] as const)
    expect((await server.notices(name)).map(({ field }) => field).toSorted()).toEqual(['value', 'weight']);
  // A third one, later than the correction and earlier than the weight, meets whoever wrote the number.
  const third = { ...corrected(first, 20, 'Ricontato'), author: carla, recordedAt: at('09:05') };
  expect(await push('carla', third, first)).toBe('merged');
  const now = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [first.id]));
  expect(JSON.parse(now.get(first.id) ?? 'null')).toMatchObject({ weight: 50, value: { quarters: 20 } });
});

test('D78: a reason is of the entry that brings it, or of one that this one carries and nobody has had', async () => {
  const own = corrected(first, 28, 'Errore di somma');
  expect(await push('anna', own, first)).toBe('stored');
  expect(await push('anna', corrected(other, 28, 'Errore di somma', nextEntry()), other)).toBe('stored');
});

test('D78: a reason is of no other record, of no colleague’s entry, and of nothing that no device has written', async () => {
  const own = corrected(first, 28, 'Errore di somma');
  await push('anna', own, first);
  expect(await push('anna', corrected(other, 28, 'Errore di somma', own.entry), other)).toBe('invalid value');
  expect(await push('carla', corrected(other, 28, 'Errore di somma', column.entry), other)).toBe(
    'invalid value',
  );
  expect(await push('carla', corrected(own, 32, 'Ripensamento', other.entry), own)).toBe('invalid value');
  const drawn = toEntryId('00000000-0000-4000-8000-0000000000a1');
  expect(await push('anna', corrected(other, 28, 'Errore di somma', drawn), other)).toBe('invalid value');
});

test('D78: what a colleague gave as a reason is none of somebody else’s change, and goes with what stood', async () => {
  const theirs = corrected(first, 28, 'Errore di somma');
  expect(await push('carla', { ...theirs, author: carla }, first)).toBe('stored');
  const beside = edited(theirs, { privateComment: 'Ne parlo al colloquio', recordedAt: at('09:10') });
  expect(await push('anna', beside, theirs)).toBe('stored');
  const again = { ...corrected(first, 32, 'Errore di somma', theirs.entry), recordedAt: at('09:20') };
  expect(await push('anna', again, first)).toBe('reasonMissing value');
  const value = { ...beside.value, reason: 'Ripensamento' };
  const forged = edited(beside, { value, recordedAt: at('09:30') });
  expect(await push('anna', forged, beside)).toBe('invalid value');
});

test('D78: the reason of an own entry that lost against a colleague’s is one for what was written on top of it', async () => {
  const theirs = { ...corrected(first, 32, 'Punteggio sbagliato'), author: carla, recordedAt: at('09:10') };
  expect(await push('carla', theirs, first)).toBe('stored');
  const mine = corrected(first, 28, 'Errore di somma');
  expect(await push('anna', mine, first)).toBe('merged');
  const later = edited(mine, { weight: 50, recordedAt: at('09:20') });
  expect(await push('anna', later, mine)).toBe('merged');
});

test('D78: the reason for which a column is corrected is of its own entry, too', async () => {
  const changed = (named?: EntryId) => {
    const entry = nextEntry();
    const correction = { reason: 'Punteggio sbagliato', entry: named ?? entry };
    return { ...edited(column, { weight: 50, correction, recordedAt: at('09:00') }), entry };
  };
  expect(await push('anna', changed(first.entry), column)).toBe('invalid correction');
  expect(await push('anna', changed(), column)).toBe('stored');
});
