import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { at, attendance, edited, event, lesson, signature } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, bruno, carla } = STAFF;
const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const arrive = async (
  name: 'anna' | 'bruno' | 'carla',
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
) => {
  const { receivedAt: _arrived, ...row } = next;
  const [outcome] = await server.push(name, kindOf(next).collection, [{ assumed, next: row }]);
  return outcome?.refusal?.reason ?? outcome?.outcome;
};

/** Carla’s mark has arrived, of which Anna has not heard; Anna’s own, later one and the roll that she confirmed with it come one after the other. */
async function toldOf(order: 'in the order of writing' | 'the roll first') {
  const late = attendance(carla, pupil, [event('entry', carla, { time: '08:20' })]);
  expect(await arrive('carla', late)).toBe('stored');
  const absent = {
    ...attendance(anna, pupil, [{ ...event('absent', anna), at: at('08:40') }]),
    recordedAt: at('08:40'),
  };
  const rollCall = { by: anna, at: at('08:41') };
  const roll = lesson(anna, { signatures: [signature(anna)], rollCall, recordedAt: at('08:41') });
  const both = order === 'the roll first' ? [roll, absent] : [absent, roll];
  for (const one of both) await arrive('anna', one);
  return await server.notices('anna');
}

test('a roll that comes after its marks tells its author of none that theirs has replaced', async () => {
  expect(await toldOf('in the order of writing')).toEqual([]);
});

test('the same roll before its marks is judged by what others wrote', async () => {
  expect(await toldOf('the roll first')).toMatchObject([{ pupil, ofRoll: true }]);
});

test('D209: marks of an hour that is signed again as a substitute come after the signature', async () => {
  const standIn = { teacher: bruno, type: 'substitution', signedAt: at('08:30') } as const;
  const signed = lesson(bruno, { signatures: [standIn] });
  const withdrawn = edited(signed, { signatures: [], recordedAt: at('08:35') });
  const mark = attendance(bruno, pupil, [event('absent', bruno)]);
  await arrive('bruno', signed);
  await arrive('bruno', withdrawn, signed);
  expect(await arrive('bruno', mark)).toBe('forbidden');
  const again = edited(withdrawn, { signatures: [standIn], recordedAt: at('08:40') });
  expect(await arrive('bruno', again, withdrawn)).toBe('stored');
  expect(await arrive('bruno', edited(mark, {}))).toBe('stored');
});

test('D17: the signature of an hour comes after the one that was taken back for it in another class', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(anna, CLASS_B, 'Matematica')]);
  const inA = lesson(anna, { signatures: [signature(anna)] });
  const inB = lesson(anna, { class: CLASS_B, signatures: [signature(anna)] });
  const withdrawn = edited(inA, { signatures: [], recordedAt: at('08:35') });
  await arrive('anna', inA);
  await arrive('anna', withdrawn, inA);
  await arrive('anna', inB);
  expect(await server.notices('anna')).toEqual([]);
  const again = edited(withdrawn, { signatures: [signature(anna)], recordedAt: at('08:40') });
  await arrive('anna', again, withdrawn);
  expect(await server.notices('anna')).not.toEqual([]);
});

test('D49: whether somebody was absent on the day of a grade is its writer’s word, whichever of marks, roll and grade arrives first', async () => {
  const absent = attendance(anna, pupil, [event('absent', anna)]);
  const roll = lesson(anna, { signatures: [signature(anna)], rollCall: { by: anna, at: at('08:41') } });
  const column = assessment(anna);
  const six = { ...grade(anna, column, pupil, { quarters: 24 }), absentOnDay: true };
  const orders = [
    [absent, roll, column, six],
    [column, six, roll, absent],
    [roll, column, absent, six],
  ];
  const results = new Set<string>();
  for (const order of orders) {
    await server.close();
    server = await startTestServer();
    for (const one of order) expect(await arrive('anna', one)).toBe('stored');
    const stored = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [six.id]));
    const notices = await server.notices('anna');
    results.add(JSON.stringify([JSON.parse(stored.get(six.id) ?? 'null'), notices.length]));
  }
  expect(results.size).toBe(1);
});
