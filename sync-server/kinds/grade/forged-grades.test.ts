import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { numberOfGrade } from '../../../domain/kinds/grade/as-entry.ts';
import { groupMembershipId, type GroupMembership } from '../../../domain/kinds/group-membership/record.ts';
import { proposalDay, proposalId, type Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { religionChoiceId, type ReligionChoice } from '../../../domain/kinds/religion-choice/record.ts';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import {
  assessment,
  grade,
  OCTOBER,
  recordsOf,
  writePolicies,
  writeYear,
} from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, bruno, carla } = STAFF;
const PUPIL = pupilOf(CLASS_A, 1);
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function push(name: StaffName, next: RegisterRecord, assumed: RegisterRecord | null = null) {
  const grades = [{ assumed, next }];
  const answer = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades },
  });
  const [outcome] = answer.push.grades ?? [];
  return outcome?.refusal === undefined ? outcome?.outcome : outcome.refusal.reason;
}

/** What somebody proposes for a pupil in the subject of a column. */
function proposed(
  teacher: PersonId,
  { subject, scale }: Pick<Assessment, 'subject' | 'scale'>,
  pupil: PersonId,
  value: Proposal['proposed'],
): Proposal {
  const of = { class: CLASS_A, subject, period: 0, pupil, teacher };
  return {
    ...of,
    id: proposalId(of),
    school: SCHOOL,
    author: teacher,
    entry: nextEntry(),
    recordedAt: at('08:50'),
    kind: 'proposal',
    day: proposalDay(2026),
    scale,
    proposed: value,
  };
}

test('D24: whoever had the subject until October writes no grade into a later column by naming an earlier day', async () => {
  const column = assessment(anna);
  expect(await push('anna', column)).toBe('stored');
  await server.roster.write(SCHOOL, [
    assignmentRecord(carla, CLASS_A, 'Matematica', '2026-10-31' as LocalDate),
  ]);
  expect(await push('carla', grade(carla, { ...column, day: OCTOBER }, PUPIL, { quarters: 40 }))).toBe(
    'forbidden',
  );
});

test('D24: whoever has the subject since November changes no column of before by moving it to today', async () => {
  const column = assessment(anna, { day: OCTOBER });
  expect(await push('anna', column)).toBe('stored');
  await server.roster.write(SCHOOL, [
    { ...assignmentRecord(carla, CLASS_A, 'Matematica'), from: '2026-11-16' as LocalDate },
  ]);
  const moved = edited(column, { author: carla, weight: 0, day: assessment(carla).day });
  expect(await push('carla', moved, column)).toBe('forbidden');
});

test('F.5: whoever supports a pupil in a subject assesses nobody in it', async () => {
  const column = assessment(anna);
  await push('anna', column);
  const support = {
    ...assignmentRecord(bruno, CLASS_A, 'Matematica'),
    type: 'support',
    pupil: PUPIL,
  } as const;
  await server.roster.write(SCHOOL, [support]);
  expect(await push('bruno', grade(bruno, column, PUPIL, { quarters: 40 }))).toBe('forbidden');
  expect(await push('bruno', assessment(bruno))).toBe('forbidden');
  const proposal = proposed(bruno, column, PUPIL, { grade: 10, origin: 'own' });
  expect(await push('bruno', proposal)).toBe('forbidden');
});

test('D54: a rubric without a point is none, and one that is known comes to no number', async () => {
  const levels = [
    { name: 'base', points: 0 },
    { name: 'avanzato', points: 0 },
  ];
  const rubric = {
    way: 'sum',
    criteria: [{ id: 'calcolo', name: 'Calcolo', levels }],
    conversion: { way: 'linear', lowest: 8 },
  } as const;
  expect(await push('anna', assessment(anna, { rubric }))).toBe('invalid');
  expect(
    numberOfGrade({ rubric }, { rubric: [{ criterion: 'calcolo', level: 1 }] }, undefined),
  ).toBeUndefined();
});

test('D53: a score above a maximum that was lowered meanwhile comes to no number', () => {
  const of = { maximum: 2000, conversion: { way: 'linear', lowest: 8 } } as const;
  expect(numberOfGrade({ test: of }, { score: 4500 }, undefined)).toBeUndefined();
  expect(numberOfGrade({ test: of }, { score: 2000 }, undefined)).toBe(40);
});

test('D56: a recovery is judged by the day of its column, whatever the device says', async () => {
  const before = assessment(anna, { day: OCTOBER });
  await push('anna', before);
  await push('anna', grade(anna, before, PUPIL, { quarters: 16 }));
  const periods = [
    { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
    { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
  ];
  await writeYear(server, { periods });
  const later = assessment(anna);
  await push('anna', later);
  const recovers = { assessment: before.id, effect: 'replaces' } as const;
  const forged = grade(anna, later, PUPIL, { quarters: 40 }, { recovers, day: OCTOBER });
  expect(await push('anna', forged)).toBe('breaksRecovery');
});

test('D56: no column goes where a recovery would be none, whatever the device says', async () => {
  const before = assessment(anna, { day: '2026-11-09' as LocalDate });
  const after = assessment(anna);
  await push('anna', before);
  await push('anna', after);
  await push('anna', grade(anna, before, PUPIL, { quarters: 16 }));
  const recovers = { assessment: before.id, effect: 'replaces' } as const;
  expect(await push('anna', grade(anna, after, PUPIL, { quarters: 28 }, { recovers }))).toBe('stored');
  const moved = (column: Assessment, day: LocalDate) =>
    push('anna', edited(column, { day, entry: nextEntry(), recordedAt: at('08:50') }), column);
  expect(await moved(after, OCTOBER)).toBe('breaksRecovery');
  expect(await moved(before, OCTOBER)).toBe('stored');
  expect(await moved(after, before.day)).toBe('stored');
});

test('D56: a recovery that comes in the same request as the move of its column holds it as well', async () => {
  const before = assessment(anna, { day: '2026-11-09' as LocalDate });
  await push('anna', before);
  await push('anna', grade(anna, before, PUPIL, { quarters: 16 }));
  const after = assessment(anna);
  const recovers = { assessment: before.id, effect: 'replaces' } as const;
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: {
      grades: [
        { assumed: null, next: after },
        { assumed: null, next: grade(anna, after, PUPIL, { quarters: 28 }, { recovers }) },
        { assumed: after, next: edited(after, { day: OCTOBER, recordedAt: at('08:50') }) },
      ],
    },
  });
  expect(answer.push.grades?.map(({ refusal, outcome }) => refusal?.reason ?? outcome)).toEqual([
    'stored',
    'stored',
    'breaksRecovery',
  ]);
});

/** Who is in which group of 1A. */
const inGroup = (pupil: PersonId, group: string, from: string, to?: string): GroupMembership => ({
  id: groupMembershipId(pupil, CLASS_A, group, from as LocalDate),
  school: SCHOOL,
  author: STAFF.office,
  entry: nextEntry(),
  recordedAt: at('08:00'),
  kind: 'groupMembership',
  pupil,
  class: CLASS_A,
  group,
  from: from as LocalDate,
  ...(to === undefined ? {} : { to: to as LocalDate }),
});

/** A subject of the religion hour. */
const ofReligionHour = (name: string, special: NonNullable<Subject['special']>): Subject => ({
  ...envelope(subjectId(name)),
  id: subjectId(name),
  kind: 'subject',
  name,
  shortName: name.slice(0, 3),
  special,
});

/** What a pupil has chosen for the hour of religion. */
const choosing = (pupil: PersonId, choice: ReligionChoice['choice']): ReligionChoice => ({
  ...envelope(religionChoiceId(pupil, CLASS_A, '2026-09-01' as LocalDate)),
  kind: 'religionChoice',
  pupil,
  class: CLASS_A,
  choice,
  from: '2026-09-01' as LocalDate,
});

test('D27, D94, D204: a column is of a group that its teacher has in the subject, and of one of the religion hour in a subject of that hour alone', async () => {
  const alternative = subjectId('Attività alternativa');
  await server.roster.write(SCHOOL, [
    ofReligionHour('Attività alternativa', 'alternative'),
    ofReligionHour('Religione', 'religion'),
    { ...assignmentRecord(bruno, CLASS_A, 'Attività alternativa'), type: 'alternative' },
    assignmentRecord(bruno, CLASS_A, 'Religione'),
    { ...assignmentRecord(carla, CLASS_A, 'Inglese'), group: 'ENG' },
    { ...assignmentRecord(anna, CLASS_A, 'Francese'), group: 'FRA' },
  ]);
  const inMaths = ['alternative', 'assistedStudy', 'ENG', 'NONE'].map((group) => assessment(anna, { group }));
  expect(await Promise.all(inMaths.map(async (column) => await push('anna', column)))).toEqual([
    'invalid',
    'invalid',
    'stored',
    'invalid',
  ]);
  const english = { subject: subjectId('Inglese') };
  expect(await push('carla', assessment(carla, { ...english, group: 'FRA' }))).toBe('invalid');
  expect(await push('carla', assessment(carla, { ...english, group: 'ENG' }))).toBe('stored');
  const beside = { subject: alternative, scale: 'religion' } as const;
  expect(await push('bruno', assessment(bruno, { ...beside, group: 'alternative' }))).toBe('stored');
  expect(await push('bruno', assessment(bruno, { ...beside, group: 'assistedStudy' }))).toBe('invalid');
  expect(await push('bruno', assessment(bruno, { ...beside, group: 'ENG' }))).toBe('invalid');
  const religion = { subject: subjectId('Religione'), scale: 'religion' } as const;
  expect(await push('bruno', assessment(bruno, { ...religion, group: 'ENG' }))).toBe('invalid');
  expect(await push('bruno', assessment(bruno, religion))).toBe('stored');
});

test('D204: nobody of another group is assessed in a column, and what somebody got before stays theirs', async () => {
  const other = pupilOf(CLASS_A, 2);
  await server.roster.write(SCHOOL, [
    { ...assignmentRecord(carla, CLASS_A, 'Inglese'), group: 'ENG' },
    inGroup(PUPIL, 'ENG', '2026-09-01', '2026-10-31'),
    inGroup(PUPIL, 'FRA', '2026-11-01'),
    inGroup(other, 'FRA', '2026-09-01'),
  ]);
  const column = assessment(anna, { group: 'ENG', day: OCTOBER });
  expect(await push('anna', column)).toBe('stored');
  expect(await push('anna', grade(anna, column, other, { quarters: 24 }))).toBe('otherGroup');
  const six = grade(anna, column, PUPIL, { quarters: 24 });
  expect(await push('anna', six)).toBe('stored');
  // To a day on which its pupil has gone to the other group it does not go with the grade.
  expect(await push('anna', edited(column, { day: assessment(anna).day }), column)).toBe('otherGroup');
  const later = assessment(anna, { group: 'ENG' });
  expect(await push('anna', later)).toBe('stored');
  expect(await push('anna', grade(anna, later, PUPIL, { quarters: 24 }))).toBe('otherGroup');
  await server.roster.write(SCHOOL, [
    inGroup(PUPIL, 'ENG', '2026-09-01', '2026-09-30'),
    inGroup(PUPIL, 'FRA', '2026-10-01'),
  ]);
  const seven = edited(six, { value: { quarters: 28 } });
  expect(await push('anna', seven, six)).toBe('stored');
  const empty = edited(seven, { value: {} });
  expect(await push('anna', empty, seven)).toBe('stored');
  expect(await push('anna', edited(empty, { value: { quarters: 20 } }), empty)).toBe('otherGroup');
  expect(await push('anna', edited(empty, { value: { quarters: 28 } }), empty)).toBe('stored');
});

test('D45, D51: what was emptied comes back as it was, though the school gives such grades no more', async () => {
  const column = assessment(anna);
  const fine = grade(anna, column, PUPIL, { quarters: 25 });
  await push('anna', column);
  expect(await push('anna', fine)).toBe('stored');
  await writePolicies(server, { step: 'half' });
  const empty = edited(fine, { value: {} });
  expect(await push('anna', empty, fine)).toBe('stored');
  expect(await push('anna', edited(empty, { value: { quarters: 27 } }), empty)).toBe('invalid');
  const back = edited(empty, { value: { quarters: 25 } });
  expect(await push('anna', back, empty)).toBe('stored');
  const seven = edited(back, { value: { quarters: 28 } });
  expect(await push('anna', seven, back)).toBe('stored');
  expect(await push('anna', edited(seven, { value: { quarters: 25 } }), seven)).toBe('stored');
});

test('D27, D94, D204: nothing is proposed for who is in another group, or does not attend religion; what was proposed before is taken back, and put back', async () => {
  const other = pupilOf(CLASS_A, 2);
  const english = { subject: subjectId('Inglese'), scale: 'tenths' } as const;
  const religion = { subject: subjectId('Religione'), scale: 'religion' } as const;
  await server.roster.write(SCHOOL, [
    { ...assignmentRecord(carla, CLASS_A, 'Inglese'), group: 'ENG' },
    inGroup(PUPIL, 'ENG', '2026-09-01'),
    inGroup(other, 'FRA', '2026-09-01'),
    ofReligionHour('Religione', 'religion'),
    assignmentRecord(bruno, CLASS_A, 'Religione'),
    choosing(PUPIL, 'attending'),
    choosing(other, 'leaves'),
  ]);
  const four = { grade: 4, origin: 'own' } as const;
  const good = { level: 'good', origin: 'own' } as const;
  const first = proposed(carla, english, PUPIL, four);
  expect(await push('carla', first)).toBe('stored');
  expect(await push('carla', proposed(carla, english, other, four))).toBe('otherGroup');
  expect(await push('bruno', proposed(bruno, religion, PUPIL, good))).toBe('stored');
  expect(await push('bruno', proposed(bruno, religion, other, good))).toBe('otherGroup');
  await server.roster.write(SCHOOL, [
    inGroup(PUPIL, 'ENG', '2026-09-01', '2026-09-30'),
    inGroup(PUPIL, 'FRA', '2026-10-01'),
  ]);
  const gone = proposed(carla, english, PUPIL, {});
  expect(await push('carla', gone, first)).toBe('stored');
  const three = { grade: 3, origin: 'own' } as const;
  expect(await push('carla', proposed(carla, english, PUPIL, three), gone)).toBe('otherGroup');
  // Whoever undoes the taking back has proposed nothing new.
  expect(await push('carla', proposed(carla, english, PUPIL, four), gone)).toBe('stored');
});

test('D48: a grade and the move of its column in one request are judged as if they came one after the other', async () => {
  const column = assessment(anna);
  expect(await push('anna', column)).toBe('stored');
  const since = recordsOf('enrolment').filter(({ pupil }) => pupil === PUPIL);
  await server.roster.write(
    SCHOOL,
    since.map((one) => ({ ...one, from: column.day })),
  );
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: {
      grades: [
        { assumed: null, next: grade(anna, column, PUPIL, { quarters: 24 }) },
        { assumed: column, next: edited(column, { day: OCTOBER }) },
      ],
    },
  });
  expect(answer.push.grades).toMatchObject([
    { outcome: 'stored' },
    { outcome: 'refused', refusal: { reason: 'notEnrolled' } },
  ]);
});

test('D78: in a course that somebody has filled with columns a reason is owed as before', async () => {
  const column = assessment(anna, { day: OCTOBER });
  const first = grade(anna, column, PUPIL, { quarters: 24 });
  await push('anna', column);
  await push('anna', first);
  const versions = Array.from({ length: 10_000 }, () => ({
    collection: 'grades' as const,
    record: { ...assessment(anna, { day: OCTOBER }), receivedAt: at('08:00') },
    device: 'device-anna',
    outcome: 'stored' as const,
  }));
  await server.storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(versions);
  });
  server.clock.now += 3_600_000;
  const later = toInstant(server.clock.now);
  expect(await push('anna', edited(column, { weight: 10, recordedAt: later }), column)).toBe('reasonMissing');
});
