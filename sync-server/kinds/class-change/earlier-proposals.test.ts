import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import {
  earlierProposalId,
  proposalDay,
  proposalId,
  type Proposal,
  type Proposed,
} from '../../../domain/kinds/proposal/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { writeYear } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  classRecord,
  envelope,
  movedPupil,
  nextEntry,
  pupilOf,
  pupilRecords,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna } = STAFF;
const TWO_PERIODS = {
  periods: [
    { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
    { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
  ],
};
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await writeYear(server, TWO_PERIODS);
});
afterEach(async () => {
  await server.close();
});

const move = async () => await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));

async function read(name: StaffName): Promise<readonly RegisterRecord[]> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  return (await server.sync(await server.token(name), { pull })).pull.grades?.documents ?? [];
}

function proposal(period: number, proposed: Proposed): Proposal {
  const of = { class: CLASS_A, subject: subjectId('Matematica'), period, pupil: PUPIL, teacher: anna };
  return {
    ...of,
    id: proposalId(of),
    school: SCHOOL,
    author: anna,
    entry: nextEntry(),
    recordedAt: at('08:40'),
    kind: 'proposal',
    day: proposalDay(2026),
    scale: 'tenths',
    proposed,
  };
}

const CLASS_C = classRecord(classId(2026, 'lowerSecondary', '1C'), 'C');

/** That the pupil is in a class from a day to another one. */
const enrolled = (schoolClass: ClassId, from: string, to?: string): RegisterRecord => ({
  ...envelope(enrolmentId(PUPIL, schoolClass, from as LocalDate)),
  kind: 'enrolment',
  pupil: PUPIL,
  class: schoolClass,
  from: from as LocalDate,
  ...(to === undefined ? {} : { to: to as LocalDate }),
});

const SEVEN = { grade: 7, origin: 'own' } as const;

test('D60, D81: what was proposed in a period that was over goes into the new class, and nothing of the one under way', async () => {
  const first = proposal(0, SEVEN);
  await server.push('anna', 'grades', [first, proposal(1, { grade: 5, origin: 'own' })]);
  expect(await read('bruno')).toEqual([]);
  await move();
  const copies = await read('bruno');
  expect(copies).toMatchObject([
    {
      id: earlierProposalId({ ...first, class: CLASS_B, ofClass: CLASS_A }),
      class: CLASS_B,
      ofClass: CLASS_A,
      period: 0,
      teacher: anna,
      proposed: SEVEN,
    },
  ]);
  expect(await read('anna')).toHaveLength(2);
  await move();
  expect(await read('bruno')).toEqual(copies);
});

test('D60, D81: nobody writes on it in the new class, neither whoever proposed it nor whoever proposes there', async () => {
  const first = proposal(0, SEVEN);
  await server.push('anna', 'grades', [first]);
  await move();
  const [copy] = (await read('bruno')) as readonly Proposal[];
  if (!copy) throw new Error('There is no copy');
  const own = edited(copy, { proposed: { grade: 9, origin: 'own' }, recordedAt: at('08:55') });
  for (const name of ['anna', 'bruno'] as const)
    for (const teacher of [anna, STAFF.bruno])
      expect(
        await server.push(name, 'grades', [
          { assumed: copy, next: { ...own, teacher, author: STAFF[name] } },
        ]),
      ).toMatchObject([{ outcome: 'refused' }]);
  expect(await read('bruno')).toEqual([copy]);
});

test('D81: a change of class that was none takes what was proposed back', async () => {
  await server.push('anna', 'grades', [proposal(0, SEVEN)]);
  await move();
  const [person, enrolment] = pupilRecords(CLASS_A, PUPIL);
  const ofB = movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')).at(-1);
  const ended = { ...ofB, to: '2026-11-22' as LocalDate } as RegisterRecord;
  await server.roster.write(SCHOOL, [person, enrolment, ended] as RegisterRecord[]);
  expect(await read('bruno')).toMatchObject([{ ofClass: CLASS_A, proposed: {} }]);
});

test('D81: what was proposed without a line before the change arrives in the new class too', async () => {
  await move();
  await server.push('anna', 'grades', [
    { ...proposal(0, SEVEN), recordedAt: '2026-11-20T08:00:00.000Z' as Proposal['recordedAt'] },
  ]);
  expect(await read('bruno')).toMatchObject([{ ofClass: CLASS_A, proposed: SEVEN }]);
});

/** What arrives late was written before the change. */
const late = (proposed: Proposed, time: string) => ({
  ...proposal(0, proposed),
  recordedAt: `2026-11-20T${time}:00.000Z` as Proposal['recordedAt'],
});

test('D28, D81: what the term meeting of the new class has seen of it stays until it is over, and whoever enters meanwhile brings theirs', async () => {
  await server.push('anna', 'grades', [late(SEVEN, '08:00')]);
  await writeYear(server, { ...TWO_PERIODS, frozen: [{ period: 0, class: CLASS_B }] });
  await move();
  expect(await read('bruno')).toMatchObject([{ proposed: SEVEN }]);
  const eight = { grade: 8, origin: 'own' } as const;
  const [before] = (await read('anna')) as readonly Proposal[];
  const next = { ...late(eight, '09:00'), entry: nextEntry() };
  expect(await server.push('anna', 'grades', [{ assumed: before ?? null, next }])).toMatchObject([
    { outcome: 'stored' },
  ]);
  expect(await read('bruno')).toMatchObject([{ proposed: SEVEN }]);
  await writeYear(server, { ...TWO_PERIODS, frozen: [] });
  expect(await read('bruno')).toMatchObject([{ proposed: eight }]);
});

test('D28, D81: what arrives of the class before once the meeting was opened is none of it until it is over', async () => {
  await move();
  await writeYear(server, { ...TWO_PERIODS, frozen: [{ period: 0, class: CLASS_B }] });
  expect(await server.push('anna', 'grades', [late(SEVEN, '08:00')])).toMatchObject([{ outcome: 'stored' }]);
  expect(await read('bruno')).toEqual([]);
  await writeYear(server, { ...TWO_PERIODS, frozen: [] });
  expect(await read('bruno')).toMatchObject([{ ofClass: CLASS_A, proposed: SEVEN }]);
});

test('D60, D81: of a teacher of two classes that were left both proposals stand in the third one', async () => {
  const ofB = { class: CLASS_B, proposed: { grade: 5, origin: 'own' } } as const;
  const inB = { ...proposal(0, SEVEN), ...ofB };
  await server.roster.write(SCHOOL, [
    CLASS_C,
    assignmentRecord(anna, CLASS_B, 'Matematica'),
    assignmentRecord(STAFF.carla, CLASS_C.id, 'Matematica'),
    proposal(0, SEVEN),
    { ...inB, id: proposalId(inB) },
    enrolled(CLASS_A, '2026-09-15', '2026-10-10'),
    enrolled(CLASS_B, '2026-10-11', '2026-11-10'),
    enrolled(CLASS_C.id, '2026-11-11'),
  ]);
  const copies = (await read('carla')).filter((one) => one.kind === 'proposal');
  expect(copies.map(({ ofClass, proposed }) => [ofClass, proposed.grade])).toEqual([
    [CLASS_A, 7],
    [CLASS_B, 5],
  ]);
  expect(new Set(copies.map(({ id }) => id)).size).toBe(2);
});
