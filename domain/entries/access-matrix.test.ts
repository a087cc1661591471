import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { toClassId, toPersonId, type ClassId, type LocalTime, type PersonId } from '../base/ids.ts';
import { classMovementId } from '../kinds/class-movement/record.ts';
import type { ConflictNotice } from '../kinds/conflict-notice/record.ts';
import { justificationId } from '../kinds/justification/record.ts';
import { permitId, type Permit } from '../kinds/permit/record.ts';
import { allKinds, kindOf, kinds, type RegisterRecord } from '../kinds/registry.ts';
import { accessPage } from '../testing/access-page.ts';
import {
  actors,
  classOf1A,
  envelope,
  person,
  pupilOfB,
  representative,
  substitution,
  view,
  yesterday,
  type ActorName,
} from '../testing/matrix-cast.ts';
import { sample, sampleAttendance, sampleEvent, sampleLesson, sampleYear } from '../testing/sample.ts';
import { pastTable } from '../testing/past-year-table.ts';
import { meetingTable } from '../testing/term-meeting-cast.ts';
import {
  assessmentOf,
  earlierGradeOf,
  gradeOf,
  proposalOf,
  religionGrade,
} from '../testing/matrix-grades.ts';
import { planOf, planOfColleague, supportTopicOf, syllabusOf } from '../testing/matrix-planning.ts';
import { LAYOUT_DIGESTS, RELEASED_LAYOUT } from '../testing/layout-digests.ts';
import { authorizeWrite } from './authorize-write.ts';
import { BUCKET_LAYOUT, bucketsOf, mayRead } from './buckets-of.ts';

const { recordedAt } = sampleYear;
const [membership] = kinds.groupMembership.samples;
const [choice] = kinds.religionChoice.samples;
const [derogation] = kinds.derogation.samples;
const [hoursElsewhere] = kinds.hoursElsewhere.samples;
const [leftHours] = kinds.hoursOfLeftClass.samples;
const [data, dataOfPupil, dataOfStaff] = kinds.personalData.samples;
const [cell] = kinds.timetableEntry.samples;
const [names] = kinds.nameList.samples;
const [notice] = kinds.conflictNotice.samples;
const [elsewhere] = kinds.presenceElsewhere.samples;
const [movement] = kinds.classMovement.samples;
const [subject] = kinds.subject.samples;
const [assignment] = kinds.assignment.samples;
const [appointment] = kinds.appointment.samples;
const [enrolment] = kinds.enrolment.samples;

/** One row: a record that stands, or would, and what each actor tries to write on it. */
interface Row {
  readonly record: RegisterRecord;
  readonly isNew?: boolean;
  readonly written?: (actor: Actor) => RegisterRecord;
}

/** A record whose content an entry of the actor's repeats: kinds that no device writes refuse it whatever it says. */
const read = (record: RegisterRecord): Row => ({ record });

const lessonOf = (inClass: ClassId): Row => {
  const record = sampleLesson({ class: inClass });
  return {
    record,
    isNew: true,
    written: ({ person: teacher, roles, classes }) => ({
      ...record,
      // Whoever teaches here signs; whoever answers for the class confirms its roll.
      ...(view.assignmentsOn(teacher, inClass, record.day).length === 0 && classes.includes(inClass)
        ? { rollCall: { by: teacher, at: record.recordedAt } }
        : { topic: 'Le frazioni' }),
      // Whoever has no class here can only stand in for somebody.
      signatures:
        roles.includes('teacher') && teacher === actors.substitute.person
          ? [{ teacher, type: 'substitution', signedAt: record.recordedAt }]
          : [],
    }),
  };
};

const dayIn = (inClass: ClassId, pupil = sample.pupil, hour = 1): Row => {
  const record = sampleAttendance({ class: inClass, pupil });
  return {
    record,
    isNew: true,
    written: (actor) => ({ ...record, events: [sampleEvent('absent', undefined, hour, actor.person)] }),
  };
};

const { class: ofA, day } = sampleAttendance({ class: sample.class });
const ofDay = { ...envelope, day, class: ofA, pupil: toPersonId('p') };
const act = { id: 'one', at: recordedAt } as const;

/** The family sends a reason on the day; the teacher who has the first hour and the office write one down. */
const justificationOf: Row = {
  record: { ...ofDay, id: justificationId(day, ofDay.pupil), kind: 'justification', acts: [] },
  isNew: true,
  written: ({ person: by, child }) => ({
    ...ofDay,
    id: justificationId(day, ofDay.pupil),
    kind: 'justification',
    acts: [
      child === undefined
        ? {
            ...act,
            at: sample.evening,
            act: 'justify',
            item: 'absence',
            by,
            reason: 'health',
            origin: 'paper',
          }
        : { ...act, at: sample.evening, act: 'send', item: 'absence', by, reason: 'health' },
    ],
  }),
};

const permit = {
  ...ofDay,
  id: permitId(day, ofDay.pupil, 'exit'),
  kind: 'permit',
  move: 'exit',
  acts: [],
} satisfies RegisterRecord;
const asking = (by: PersonId) =>
  ({ ...act, act: 'ask', by, reason: 'health', time: '12:00' as LocalTime }) as const;

/** The family asks for a permit, or the school does for it on the day. */
const permitOf: Row = {
  record: permit,
  isNew: true,
  written: ({ person: by, child }) => ({
    ...permit,
    acts: [{ ...asking(by), ...(child === undefined ? { at: sample.morning } : {}) }],
  }),
};

const askedFor: Permit = { ...permit, acts: [asking(actors.firstGuardian.person)] };

/** The staff grants what the first guardian has asked for. */
const grantOf: Row = {
  record: askedFor,
  written: ({ person: by }) => ({
    ...askedFor,
    acts: [...askedFor.acts, { id: 'two', at: sample.morning, act: 'grant', by, answers: act.id }],
  }),
};

const toTeacher: ConflictNotice = { ...notice, addressee: sample.bianchi };
const toGuardian: ConflictNotice = {
  ...notice,
  addressee: actors.firstGuardian.person,
  child: toPersonId('p'),
};

const records = {
  school: read(kinds.school.samples[0]),
  'school year': read(sampleYear),
  'bell scheme': read(kinds.bellScheme.samples[0]),
  'timetable of 1A': read({ ...cell, id: 't1', class: sample.class }),
  'timetable of 1B': read({ ...cell, id: 't2', class: sample.otherClass }),
  'substitution in 1A': read(substitution),
  'names of 1A': read(names),
  'names of a class of last year': read({ ...names, class: toClassId('2025.LS.1A') }),
  'class 1A': read(classOf1A),
  subject: read(subject),
  assignment: read(assignment),
  'appointment of a coordinator': read(appointment),
  'representative of 1A': read(representative),
  'group of 1A': read(kinds.group.samples[0]),
  'member of a group of 1A': read({ ...membership, pupil: toPersonId('p') }),
  'religion choice in 1A': read({ ...choice, pupil: toPersonId('p') }),
  'derogation of a pupil of 1A': read({ ...derogation, pupil: toPersonId('p') }),
  'hours elsewhere of a pupil of 1A': read({ ...hoursElsewhere, pupil: toPersonId('p') }),
  'hours in 1B of a pupil of 1A': read({ ...leftHours, pupil: toPersonId('p') }),
  'rights of a guardian': read(kinds.guardianship.samples[0]),
  'name of a colleague': read(person('s', 'staff')),
  'pupil of 1A': read(person('p', 'pupil', [sample.class])),
  'pupil of 1B': read(person('q', 'pupil', [sample.otherClass])),
  'pupil moved from 1B to 1A': read(person('r', 'pupil', [sample.otherClass, sample.class])),
  'pupil without class': read(person('w', 'pupil')),
  guardian: read(person('first', 'guardian', [sample.class])),
  'personal data of before': read(data),
  'personal data of a pupil': read(dataOfPupil),
  'personal data of a colleague': read(dataOfStaff),
  'enrolment in 1A': read({ ...enrolment, pupil: toPersonId('p') }),
  'lesson of 1A': lessonOf(sample.class),
  'lesson of 1B': lessonOf(sample.otherClass),
  'lesson of 1A on another day': read(sampleLesson({ class: sample.class, day: yesterday })),
  'attendance in 1A': dayIn(sample.class, toPersonId('p')),
  'attendance in 1A in another hour': dayIn(sample.class, toPersonId('p'), 2),
  'attendance in 1A on another day': read(
    sampleAttendance({ class: sample.class, pupil: toPersonId('p'), day: yesterday }),
  ),
  'attendance in 1B': dayIn(sample.otherClass, pupilOfB),
  'attendance in a class of last year': dayIn(toClassId('2025.LS.1A')),
  'pupil of 1A elsewhere': { record: { ...elsewhere, pupil: toPersonId('p') }, isNew: true },
  'pupil of 1B elsewhere': {
    record: { ...elsewhere, pupil: pupilOfB, class: sample.otherClass },
    isNew: true,
  },
  'movement of class 1A': { record: movement, isNew: true },
  'movement of class 1B': {
    record: { ...movement, id: classMovementId(movement.day, sample.otherClass), class: sample.otherClass },
    isNew: true,
  },
  'justification in 1A': justificationOf,
  'permit in 1A': permitOf,
  'permit asked for in 1A': grantOf,
  'syllabus of 1A': syllabusOf(sample.class),
  'syllabus of 1B': syllabusOf(sample.otherClass),
  'planned topic in 1A': planOf(sample.class),
  'planned topic in 1B': planOf(sample.otherClass),
  'planned topic of a colleague in 1A': planOfColleague,
  'support topic of a pupil of 1A': supportTopicOf,
  'assessment in 1A': assessmentOf(sample.class),
  'assessment in 1B': assessmentOf(sample.otherClass),
  'grade of a pupil of 1A': gradeOf(sample.class),
  'grade in religion of a pupil of 1A': religionGrade,
  'grade of a pupil of 1B': gradeOf(sample.otherClass, pupilOfB),
  'proposal for a pupil of 1A': proposalOf,
  'grade in 1B of a pupil of 1A now': earlierGradeOf,
  'delegate of a pupil of 1A': read({ ...kinds.delegate.samples[0], pupil: toPersonId('p') }),
  'standing authorisation in 1A': read({ ...kinds.standingAuthorisation.samples[0], pupil: toPersonId('p') }),
  'conflict notice to the teacher': {
    record: toTeacher,
    written: () => ({ ...toTeacher, seen: true }),
  },
  'conflict notice to a guardian': {
    record: toGuardian,
    written: () => ({ ...toGuardian, seen: true }),
  },
} as const satisfies Record<string, Row>;

/** Who may do what: one row per record, one mark per actor. `r` reads, `w` writes, `rw` both, `.` neither. */
const MATRIX = `
                                    teacher substitute standIn standInOfYesterday coordinator teacherOfReligion colleague staff staffOfSite staffOfOtherSite specialNeedsReferent office studentOffice personnelOffice administrativeDirector administrator principal ata firstGuardian classRepresentative readOnlyGuardian guardianWithoutRights otherGuardian student stranger leaver
school                              r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
school year                         r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
bell scheme                         r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
timetable of 1A                     r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
timetable of 1B                     r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   .             .                   .                .                     r             .       .        .
substitution in 1A                  r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   .             .                   .                .                     .             .       .        .
names of 1A                         r       r          r       r                  r           r                 r         r     r           r                r                    .      .             .               .                      .             .         .   .             .                   .                .                     .             .       .        .
names of a class of last year       .       .          .       .                  .           .                 .         .     .           .                .                    .      .             .               .                      .             .         .   .             .                   .                .                     .             .       .        .
class 1A                            r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
subject                             r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
assignment                          r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   .             .                   .                .                     .             .       .        .
appointment of a coordinator        r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   .             .                   .                .                     .             .       .        .
representative of 1A                r       .          .       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
group of 1A                         r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
member of a group of 1A             r       .          .       .                  r           r                 .         r     r           .                r                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
religion choice in 1A               .       .          .       .                  r           r                 .         .     .           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
derogation of a pupil of 1A         .       .          .       .                  r           .                 .         .     .           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
hours elsewhere of a pupil of 1A    r       .          .       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
hours in 1B of a pupil of 1A        r       .          .       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
rights of a guardian                .       .          .       .                  .           .                 .         .     .           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
name of a colleague                 r       r          r       r                  r           r                 r         r     r           r                r                    r      r             r               r                      r             r         r   r             r                   r                .                     r             r       .        .
pupil of 1A                         r       .          .       .                  r           r                 .         r     r           .                r                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
pupil of 1B                         .       .          .       .                  .           .                 r         r     .           r                r                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
pupil moved from 1B to 1A           r       .          .       .                  r           r                 r         r     r           r                r                    r      r             .               .                      .             r         .   .             .                   .                .                     r             .       .        .
pupil without class                 .       .          .       .                  .           .                 .         .     .           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
guardian                            .       .          .       .                  .           .                 .         .     .           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
personal data of before             .       .          .       .                  .           .                 .         .     .           .                .                    r      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
personal data of a pupil            .       .          .       .                  .           .                 .         .     .           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
personal data of a colleague        .       .          .       .                  .           .                 .         .     .           .                .                    r      .             r               r                      .             r         .   .             .                   .                .                     .             .       .        .
enrolment in 1A                     r       .          .       .                  r           r                 .         r     r           .                r                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
lesson of 1A                        rw      w          rw      .                  rw          rw                .         rw    rw          .                .                    r      r             .               .                      .             rw        .   .             .                   .                .                     .             .       .        .
lesson of 1B                        .       w          .       .                  .           .                 rw        rw    .           rw               .                    r      r             .               .                      .             rw        .   .             .                   .                .                     .             .       .        .
lesson of 1A on another day         r       .          .       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
attendance in 1A                    rw      .          rw      .                  rw          rw                .         rw    rw          .                .                    r      r             .               .                      .             rw        .   r             r                   r                .                     .             r       .        .
attendance in 1A in another hour    rw      .          r       .                  rw          rw                .         rw    rw          .                .                    r      r             .               .                      .             rw        .   r             r                   r                .                     .             r       .        .
attendance in 1A on another day     r       .          .       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
attendance in 1B                    .       .          .       .                  .           .                 rw        rw    .           rw               .                    r      r             .               .                      .             rw        .   .             .                   .                .                     .             .       .        .
attendance in a class of last year  .       .          .       .                  .           .                 .         .     .           .                .                    .      .             .               .                      .             .         .   .             .                   .                .                     .             .       .        .
justification in 1A                 rw      .          .       .                  rw          rw                .         rw    rw          .                .                    rw     rw            .               .                      .             rw        .   rw            rw                  r                .                     .             r       .        .
permit in 1A                        r       .          r       .                  rw          r                 .         rw    rw          .                .                    rw     rw            .               .                      .             rw        .   rw            rw                  r                .                     .             r       .        .
permit asked for in 1A              r       .          r       .                  rw          r                 .         rw    rw          .                .                    rw     rw            .               .                      .             rw        .   r             r                   r                .                     .             r       .        .
syllabus of 1A                      rw      .          .       .                  rw          r                 .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
syllabus of 1B                      .       .          .       .                  .           .                 rw        r     .           r                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
planned topic in 1A                 rw      .          r       .                  rw          rw                .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
planned topic in 1B                 .       .          .       .                  .           .                 rw        r     .           r                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
planned topic of a colleague in 1A  rw      .          r       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
support topic of a pupil of 1A      r       .          .       .                  rw          r                 .         r     r           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
assessment in 1A                    rw      .          .       .                  rw          .                 .         r     r           .                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
assessment in 1B                    .       .          .       .                  .           .                 rw        r     .           r                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
grade of a pupil of 1A              rw      .          .       .                  rw          .                 .         r     r           .                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
grade in religion of a pupil of 1A  .       .          .       .                  r           rw                .         .     .           .                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
grade of a pupil of 1B              .       .          .       .                  .           .                 rw        r     .           r                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
proposal for a pupil of 1A          rw      .          .       .                  rw          .                 .         r     r           .                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
grade in 1B of a pupil of 1A now    rw      .          .       .                  rw          .                 .         r     r           .                .                    .      .             .               .                      .             r         .   .             .                   .                .                     .             .       .        .
delegate of a pupil of 1A           r       .          r       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
standing authorisation in 1A        r       .          r       .                  r           r                 .         r     r           .                .                    r      r             .               .                      .             r         .   r             r                   r                .                     .             r       .        .
pupil of 1A elsewhere               rw      .          r       .                  rw          rw                .         rw    rw          .                .                    r      r             .               .                      .             rw        .   r             r                   r                .                     .             r       .        .
pupil of 1B elsewhere               .       .          .       .                  .           .                 rw        rw    .           rw               .                    r      r             .               .                      .             rw        .   .             .                   .                .                     .             .       .        .
movement of class 1A                rw      .          r       .                  rw          rw                .         rw    rw          .                .                    r      r             .               .                      .             rw        .   r             r                   r                .                     r             r       .        .
movement of class 1B                .       .          .       .                  .           .                 rw        rw    .           rw               .                    r      r             .               .                      .             rw        .   .             .                   .                .                     r             .       .        .
conflict notice to the teacher      rw      .          .       .                  .           .                 .         .     .           .                .                    .      .             .               .                      .             .         .   .             .                   .                .                     .             .       .        .
conflict notice to a guardian       .       .          .       .                  .           .                 .         .     .           .                .                    .      .             .               .                      .             .         .   rw            .                   .                .                     .             .       .        .
`;

const lines = MATRIX.trim().split('\n');
const columns = (lines[0] ?? '').trim().split(/\s+/) as ActorName[];
const rows = lines.slice(1).map((line) => {
  const [name = '', ...marks] = line.trim().split(/\s{2,}|(?<= (?:r|w|rw|\.)) +/);
  return { name: name as keyof typeof records, marks };
});

function marksOf(name: keyof typeof records, actor: Actor): string {
  const { record, isNew = false, written = () => record }: Row = records[name];
  const next = { ...written(actor), recordedAt: sample.morning };
  const facts = view.writeFacts(actor.person, kindOf(next).place(next));
  // Rights of a school end at its door: the server asks nobody of another one.
  const isOfSchool = actor.school === record.school;
  const mayWrite = isOfSchool && authorizeWrite(actor, isNew ? null : record, next, facts, sample.evening).ok;
  return `${mayRead(actor, record) ? 'r' : ''}${mayWrite ? 'w' : ''}` || '.';
}

describe('who may read and write what (S1, S2, W3)', () => {
  it('covers every kind, every record and every actor', () => {
    expect(rows.map((row) => row.name).toSorted()).toEqual(Object.keys(records).toSorted());
    expect(columns.toSorted()).toEqual(Object.keys(actors).toSorted());
    const covered = new Set(Object.values(records).map(({ record }) => record.kind));
    expect([...covered].toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  const cells = rows.flatMap(({ name, marks }) =>
    columns.map((actor, index) => ({ name, actor, mark: marks[index] })),
  );
  it.each(cells)('$actor and $name: $mark', ({ name, actor, mark }) => {
    expect(marksOf(name, actors[actor])).toBe(mark);
  });

  it('D18: whoever stands in for an hour writes no test, no grade and no proposal of the class', () => {
    const assessed = ['assessment in 1A', 'grade of a pupil of 1A', 'proposal for a pupil of 1A'] as const;
    for (const name of assessed) expect(marksOf(name, actors.standIn), name).not.toContain('w');
  });

  it('is the table in docs/access.md', async () => {
    const page = accessPage({ columns, rows }, meetingTable(), pastTable());
    await expect(page).toMatchFileSnapshot('../../docs/access.md');
  });
});

describe('the layout of the buckets', () => {
  const ofRows = Object.entries(records).map(([name, { record }]) => [name, record] as const);
  const ofSamples = allKinds.flatMap(({ kind, samples }) =>
    samples.map((record, index) => [`${kind}, sample ${index + 1}`, record] as const),
  );

  it('has a new number when a record comes out in other buckets', () => {
    const digests = [...ofRows, ...ofSamples].map(([name, record]) => {
      const groups = canonicalJson(bucketsOf(record));
      return [name, createHash('sha256').update(groups).digest('hex').slice(0, 16)];
    });
    // A row that has another name now leaves its line: what was stored under it is grouped so.
    expect(LAYOUT_DIGESTS[BUCKET_LAYOUT]).toMatchObject(Object.fromEntries(digests));
  });

  it('goes up one at a time: one that is not out, at the most, after those that are', () => {
    expect([RELEASED_LAYOUT, RELEASED_LAYOUT + 1]).toContain(BUCKET_LAYOUT);
    expect(Object.keys(LAYOUT_DIGESTS)).toContain(String(RELEASED_LAYOUT));
  });
});
