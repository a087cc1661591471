import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
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
  CLASS_A,
  CLASS_B,
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
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await writeYear(server, {
    periods: [
      { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
      { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
    ],
  });
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

const SEVEN = { grade: 7, origin: 'own' } as const;

test('D60, D81: what was proposed in a period that was over goes into the new class, and nothing of the one under way', async () => {
  const first = proposal(0, SEVEN);
  await server.push('anna', 'grades', [first, proposal(1, { grade: 5, origin: 'own' })]);
  expect(await read('bruno')).toEqual([]);
  await move();
  const copies = await read('bruno');
  expect(copies).toMatchObject([
    {
      id: earlierProposalId({ ...first, class: CLASS_B }),
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
