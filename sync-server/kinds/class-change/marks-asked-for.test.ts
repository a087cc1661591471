import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import {
  earlierProposalId,
  proposalDay,
  proposalId,
  type Proposal,
} from '../../../domain/kinds/proposal/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import {
  assessment,
  grade,
  recordsOf,
  writePolicies,
  writeYear,
} from '../../testing/gradebook/test-grades.ts';
import { at } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  movedPupil,
  nextEntry,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { marksTakenAlong } from './marks-taken-along.ts';
import { earlierGradeId } from '../../../domain/record/grade-key.ts';

const now = at('10:00');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const moved = (pupil: PersonId, from: ClassId, to: ClassId) => movedPupil(pupil, from, to, at('08:50'));

/** The buckets of gradebooks that are read, in their order, when these records were written. */
async function askedAfter(written: readonly RegisterRecord[]): Promise<readonly string[]> {
  return await server.storage.read(SCHOOL, async (reader) => {
    const asked = vi.spyOn(reader, 'bucketRange');
    await marksTakenAlong(reader, { school: SCHOOL, now }, written);
    return asked.mock.calls.flatMap(([{ collection, bucket }]) => (collection === 'grades' ? [bucket] : []));
  });
}

/** What is looked for by its key, in gradebooks, when these records were written. */
async function namedAfter(written: readonly RegisterRecord[]): Promise<readonly string[]> {
  return await server.storage.read(SCHOOL, async (reader) => {
    const asked = vi.spyOn(reader, 'documents');
    await marksTakenAlong(reader, { school: SCHOOL, now }, written);
    return asked.mock.calls.flatMap(([collection, ids]) => (collection === 'grades' ? ids : []));
  });
}

async function yearThatStands(): Promise<SchoolYear> {
  const [{ id } = { id: '' }] = recordsOf('schoolYear');
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  return storedRecord(texts.get(id) ?? '') as SchoolYear;
}

test('D81: a class is read once, however many pupils came from it or, as it turns out, did not', async () => {
  const some = [1, 2, 3].map((n) => pupilOf(CLASS_A, n));
  await server.roster.write(
    SCHOOL,
    some.flatMap((pupil) => moved(pupil, CLASS_A, CLASS_B)),
  );
  const isOfSome = (record: RegisterRecord) => record.kind === 'enrolment' && some.includes(record.pupil);
  const back = schoolRecords()
    .filter(isOfSome)
    .map((record) => ({ ...record, to: '2027-06-30' as LocalDate }) as RegisterRecord);
  const ended = some.map((pupil) => ({
    ...moved(pupil, CLASS_A, CLASS_B).at(-1),
    to: '2026-11-22' as LocalDate,
  })) as RegisterRecord[];
  await server.roster.write(SCHOOL, [...back, ...ended]);
  const buckets = await askedAfter([...back, ...ended]);
  expect(new Set(buckets).size).toBeGreaterThan(0);
  expect(buckets).toHaveLength(new Set(buckets).size);
});

test('D28, D81: a school year that changes asks for those alone whose new class has its meeting open no more', async () => {
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }] });
  await server.roster.write(SCHOOL, [
    ...moved(pupilOf(CLASS_A, 1), CLASS_A, CLASS_B),
    ...moved(pupilOf(CLASS_B, 1), CLASS_B, CLASS_A),
  ]);
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }], restDays: [] });
  expect(await askedAfter([await yearThatStands()])).toEqual([]);
  await writeYear(server, { frozen: [], restDays: [] });
  expect(await askedAfter([await yearThatStands()])).toEqual([
    `grades:${CLASS_A}`,
    `grades:${CLASS_A}:religion`,
  ]);
});

test('D51, D60: other steps of the school ask for the grades that were taken along, and for nothing that was proposed', async () => {
  const periods = [
    { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
    { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
  ];
  await writeYear(server, { periods });
  const column = assessment(STAFF.anna, { day: '2026-10-12' as LocalDate });
  const given = grade(STAFF.anna, column, pupilOf(CLASS_A, 1), { quarters: 24 });
  const of = {
    class: CLASS_A,
    subject: subjectId('Matematica'),
    period: 0,
    pupil: given.pupil,
    teacher: STAFF.anna,
  };
  const proposed: Proposal = {
    ...of,
    id: proposalId(of),
    school: SCHOOL,
    author: STAFF.anna,
    entry: nextEntry(),
    recordedAt: at('08:40'),
    kind: 'proposal',
    day: proposalDay(2026),
    scale: 'tenths',
    proposed: { grade: 7, origin: 'own' },
  };
  await server.push('anna', 'grades', [column, given, proposed]);
  await server.roster.write(SCHOOL, moved(pupilOf(CLASS_A, 1), CLASS_A, CLASS_B));
  await writePolicies(server, { step: 'half' });
  const [{ id } = { id: '' }] = recordsOf('school');
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  const asked = await namedAfter([storedRecord(texts.get(id) ?? '')]);
  expect(asked).toContain(earlierGradeId(given.id, CLASS_B));
  expect(asked).not.toContain(earlierProposalId({ ...of, class: CLASS_B, ofClass: CLASS_A }));
});
