import { afterEach, beforeEach, expect, test } from 'vitest';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, proposal, writePolicies } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { bruno } = STAFF;
const RIGHTS = 'Diritti umani';
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  const subject: Subject = {
    ...envelope(subjectId(RIGHTS)),
    kind: 'subject',
    name: RIGHTS,
    shortName: 'DIR',
  };
  await server.roster.write(SCHOOL, [
    subject,
    { ...assignmentRecord(bruno, CLASS_A, RIGHTS), type: 'alternative' },
  ]);
  await writePolicies(server, { councilReads: true });
});
afterEach(async () => {
  await server.close();
});

async function read(name: StaffName): Promise<number> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const answer = await server.sync(await server.token(name), { protocol: PROTOCOL_VERSION, pull });
  return answer.pull.grades?.documents.length ?? 0;
}

test('D27, D94: who has grades in what is taught beside religion is not told to the council, though nobody has said what the subject is', async () => {
  const of = { subject: subjectId(RIGHTS) };
  const numbers = assessment(bruno, of);
  const [refused] = await server.push('bruno', 'grades', [numbers]);
  expect(refused?.refusal).toEqual({ reason: 'invalid', path: 'scale' });
  const column = assessment(bruno, { ...of, scale: 'religion' });
  const first = grade(bruno, column, pupilOf(CLASS_A, 1), { level: 'good' });
  const taken = await server.push('bruno', 'grades', [column, first]);
  expect(taken.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  const counts = await Promise.all((['bruno', 'principal', 'carla'] as const).map(read));
  expect(counts).toEqual([2, 2, 0]);
});

test('D27, D73: what was proposed before the school said what the subject is, is taken back, and gives way to a judgement', async () => {
  const { anna } = STAFF;
  const first = proposal(anna, pupilOf(CLASS_A, 1));
  const second = proposal(anna, pupilOf(CLASS_A, 2));
  const third = proposal(anna, pupilOf(CLASS_A, 3));
  await server.push('anna', 'grades', [first, second, third]);
  const { subject: id } = first;
  const religion = { ...envelope(id), kind: 'subject', name: 'Matematica', shortName: 'MAT' } as const;
  await server.roster.write(SCHOOL, [{ ...religion, special: 'religion' }]);
  const good = { scale: 'religion', proposed: { level: 'good', origin: 'own' } } as const;
  const push = async (assumed: typeof first | null, next: typeof first) => {
    const [outcome] = await server.push('anna', 'grades', [{ assumed, next }]);
    return outcome?.refusal?.path ?? outcome?.outcome;
  };
  expect(await push(first, edited(first, { proposed: { grade: 8, origin: 'own' } }))).toBe('scale');
  expect(await push(first, edited(first, { scale: 'religion' }))).toBe('proposed');
  const empty = edited(first, { proposed: {} });
  expect(await push(first, empty)).toBe('stored');
  expect(await push(empty, edited(empty, good))).toBe('stored');
  expect(await push(second, edited(second, good))).toBe('stored');
  // Another device of hers, which had not heard of the first one.
  expect(await push(null, edited(third, { ...good, recordedAt: at('08:40') }))).toBe('merged');
});

test('D27, D73: a taking back that is undone brings the proposal back as it stood, and a new one speaks as the subject does now', async () => {
  const { anna } = STAFF;
  const eight = proposal(anna, pupilOf(CLASS_A, 1), { proposed: { grade: 8, origin: 'own' } });
  await server.push('anna', 'grades', [eight]);
  const religion = { ...envelope(eight.subject), kind: 'subject', name: 'Matematica' } as const;
  await server.roster.write(SCHOOL, [{ ...religion, shortName: 'MAT', special: 'religion' }]);
  const push = async (assumed: typeof eight, next: typeof eight) => {
    const [outcome] = await server.push('anna', 'grades', [{ assumed, next }]);
    return outcome?.refusal?.path ?? outcome?.outcome;
  };
  const empty = edited(eight, { proposed: {} });
  expect(await push(eight, empty)).toBe('stored');
  expect(await push(empty, edited(empty, { proposed: { grade: 7, origin: 'own' } }))).toBe('scale');
  const back = edited(empty, { proposed: eight.proposed });
  expect(await push(empty, back)).toBe('stored');
  const good = edited(back, { scale: 'religion', proposed: { level: 'good', origin: 'own' } });
  expect(await push(back, good)).toBe('stored');
  expect(await push(good, edited(good, { scale: 'tenths', proposed: eight.proposed }))).toBe('stored');
});
