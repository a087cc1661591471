import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { toClassId, toPersonId, type ClassId, type PersonId } from '../base/ids.ts';
import type { Assignment } from '../kinds/assignment/record.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import type { ConflictNotice } from '../kinds/conflict-notice/record.ts';
import type { Person } from '../kinds/person/record.ts';
import { kindOf, kinds, type RegisterRecord } from '../kinds/registry.ts';
import { schoolView } from '../school/school-view.ts';
import { sample, sampleAttendance, sampleEvent, sampleLesson, sampleYear } from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';
import { BUCKET_LAYOUT, bucketsOf, mayRead } from './buckets-of.ts';

const { school, author, entry, recordedAt } = sampleYear;
const envelope = { school, author, entry, recordedAt };
const [assignment] = kinds.assignment.samples;
const [enrolment] = kinds.enrolment.samples;
const [cell] = kinds.timetableEntry.samples;
const [notice] = kinds.conflictNotice.samples;
const [schoolClass] = kinds.class.samples;
const pupilOfB = toPersonId('q');
const wholeSchool = [sample.class, sample.otherClass];

function person(id: string, type: Person['type'], classes: Person['classes'] = []): Person {
  return {
    ...envelope,
    id: toPersonId(id),
    kind: 'person',
    type,
    surname: 'Rossi',
    givenName: 'Maria',
    roles: type === 'staff' ? ['teacher'] : [],
    classes,
  };
}

function staff(id: string, roles: Actor['roles'], classes: readonly ClassId[] = []): Actor {
  return { school, person: toPersonId(id), roles, classes };
}

function family(id: string, child: string, ...classesOfChild: ClassId[]): Actor {
  return { school, person: toPersonId(id), roles: [], classes: [], child: toPersonId(child), classesOfChild };
}

/** Who asks: class 1A is the first two teachers', 1B the colleague's; the pupil of 1A has two guardians, and is the student. */
const actors = {
  teacher: staff(sample.bianchi, ['teacher'], [sample.class]),
  substitute: staff('substitute', ['teacher']),
  coordinator: staff('coordinator', ['teacher'], [sample.class]),
  colleague: staff(sample.neri, ['teacher'], [sample.otherClass]),
  office: staff('office', ['office'], wholeSchool),
  principal: staff('head', ['principal'], wholeSchool),
  ata: staff('ata', ['ata']),
  firstGuardian: family('first', 'p', sample.class),
  secondGuardian: family('second', 'p', sample.class),
  otherGuardian: family('other', 'r', sample.otherClass, sample.class),
  student: family('p', 'p', sample.class),
  stranger: { ...staff(sample.bianchi, ['principal'], [sample.class]), school: 'XXXX0009' as typeof school },
  leaver: { school, person: toPersonId('leaver'), roles: [], classes: [sample.class] },
} as const satisfies Record<string, Actor>;

type ActorName = keyof typeof actors;

function teaches(teacher: PersonId, inClass: ClassId): Assignment {
  return { ...assignment, id: `${teacher}.${inClass}`, teacher, class: inClass };
}

/** What decisions know of the school. */
const view = schoolView(
  schoolRecordsIn(
    byKind([
      ...kinds.school.samples,
      sampleYear,
      schoolClass,
      { ...schoolClass, id: sample.otherClass, section: 'B' },
      teaches(actors.teacher.person, sample.class),
      teaches(actors.coordinator.person, sample.class),
      teaches(actors.colleague.person, sample.otherClass),
      enrolment,
      { ...enrolment, id: 'in 1B', pupil: pupilOfB, class: sample.otherClass },
    ]),
  ),
  true,
);

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
    written: ({ person: teacher, roles }) => ({
      ...record,
      topic: 'Le frazioni',
      // Whoever has no class here can only stand in for somebody.
      signatures:
        roles.includes('teacher') && teacher === actors.substitute.person
          ? [{ teacher, type: 'substitution', signedAt: record.recordedAt }]
          : [],
    }),
  };
};

const dayIn = (inClass: ClassId, pupil = sample.pupil): Row => {
  const record = sampleAttendance({ class: inClass, pupil });
  return {
    record,
    isNew: true,
    written: (actor) => ({ ...record, events: [sampleEvent('absent', undefined, 1, actor.person)] }),
  };
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
  'class 1A': read(schoolClass),
  subject: read(kinds.subject.samples[0]),
  assignment: read(assignment),
  'name of a colleague': read(person('s', 'staff')),
  'pupil of 1A': read(person('p', 'pupil', [sample.class])),
  'pupil of 1B': read(person('q', 'pupil', [sample.otherClass])),
  'pupil moved from 1B to 1A': read(person('r', 'pupil', [sample.otherClass, sample.class])),
  'pupil without class': read(person('w', 'pupil')),
  guardian: read(person('first', 'guardian', [sample.class])),
  'personal data': read(kinds.personalData.samples[0]),
  'enrolment in 1A': read({ ...enrolment, pupil: toPersonId('p') }),
  'lesson of 1A': lessonOf(sample.class),
  'lesson of 1B': lessonOf(sample.otherClass),
  'attendance in 1A': dayIn(sample.class),
  'attendance in 1B': dayIn(sample.otherClass, pupilOfB),
  'attendance in a class of last year': dayIn(toClassId('2025.LS.1A')),
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
                                    teacher substitute coordinator colleague office principal ata firstGuardian secondGuardian otherGuardian student stranger leaver
school                              r       r          r           r         r      r         r   r             r              r             r       .        .
school year                         r       r          r           r         r      r         r   r             r              r             r       .        .
bell scheme                         r       r          r           r         r      r         r   r             r              r             r       .        .
timetable of 1A                     r       r          r           r         r      r         r   r             r              r             r       .        .
timetable of 1B                     r       r          r           r         r      r         r   .             .              r             .       .        .
class 1A                            r       r          r           r         r      r         r   r             r              r             r       .        .
subject                             r       r          r           r         r      r         r   r             r              r             r       .        .
assignment                          r       r          r           r         r      r         r   .             .              .             .       .        .
name of a colleague                 r       r          r           r         r      r         r   r             r              r             r       .        .
pupil of 1A                         r       .          r           .         r      r         .   r             r              .             r       .        .
pupil of 1B                         .       .          .           r         r      r         .   .             .              .             .       .        .
pupil moved from 1B to 1A           r       .          r           r         r      r         .   .             .              r             .       .        .
pupil without class                 .       .          .           .         r      r         .   .             .              .             .       .        .
guardian                            .       .          .           .         r      r         .   .             .              .             .       .        .
personal data                       .       .          .           .         r      r         .   .             .              .             .       .        .
enrolment in 1A                     r       .          r           .         r      r         .   r             r              .             r       .        .
lesson of 1A                        rw      w          rw          .         r      r         .   .             .              .             .       .        .
lesson of 1B                        .       w          .           rw        r      r         .   .             .              .             .       .        .
attendance in 1A                    rw      .          rw          .         r      r         .   .             .              .             .       .        .
attendance in 1B                    .       .          .           rw        r      r         .   .             .              .             .       .        .
attendance in a class of last year  .       .          .           .         .      .         .   .             .              .             .       .        .
conflict notice to the teacher      rw      .          .           .         .      .         .   .             .              .             .       .        .
conflict notice to a guardian       .       .          .           .         .      .         .   rw            .              .             .       .        .
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

  it('is the table in docs/access.md', async () => {
    await expect(drawn()).toMatchFileSnapshot('../../docs/access.md');
  });
});

/** The matrix as a page for whoever runs a school. */
function drawn(): string {
  const words: Record<string, string> = { r: 'reads', w: 'writes', rw: 'reads, writes', '.': '—' };
  const heads = ['', ...columns.map((name) => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())];
  const body = rows.map(({ name, marks }) => [name, ...marks.map((mark) => words[mark] ?? mark)]);
  const widths = heads.map((head, index) =>
    Math.max(3, head.length, ...body.map((row) => (row[index] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `# Who reads and writes what

Drawn by \`domain/entries/access-matrix.test.ts\`, which tries every cell. The teacher and the coordinator have class 1A, the colleague
has 1B, the substitute has none and signs an hour as such. The guardians and the student are of a pupil of 1A; the other guardian has a
child who moved from 1B to 1A. The stranger is the principal of another school, the leaver a guardian without a child here. What the
office writes goes through its own pages, and not through the synchronisation of devices that is shown here.

${[line(heads), rule, ...body.map(line)].join('\n')}
`;
}

/**
 * Digest of the buckets of each row, per layout. A new row adds its line. A row whose digest changes is grouped in another way: the
 * layout needs a new number, and all lines again below it.
 */
const LAYOUT_DIGESTS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2: {
    school: '63ceeda0f4864d99',
    'school year': '63ceeda0f4864d99',
    'bell scheme': '63ceeda0f4864d99',
    'timetable of 1A': '02c8865221778fcd',
    'timetable of 1B': '33dbca5809e3621e',
    'class 1A': '63ceeda0f4864d99',
    subject: '63ceeda0f4864d99',
    assignment: 'f40df77634cf77ee',
    'name of a colleague': '63ceeda0f4864d99',
    'pupil of 1A': 'aa10abceb9a11ead',
    'pupil of 1B': 'dc829e3a264d64b4',
    'pupil moved from 1B to 1A': 'bd1b8ffe05249c30',
    'pupil without class': '87e3cc0c87a6bde9',
    guardian: '258bebd08e5a9774',
    'personal data': '258bebd08e5a9774',
    'enrolment in 1A': 'aa10abceb9a11ead',
    'lesson of 1A': '5e38d008990e9993',
    'lesson of 1B': 'ffe393036977741b',
    'attendance in 1A': '5e38d008990e9993',
    'attendance in 1B': 'ffe393036977741b',
    'attendance in a class of last year': '06a3e3bdca5d8a1c',
    'conflict notice to the teacher': 'fa8df9c0824e5dd8',
    'conflict notice to a guardian': '4aa4f4ca3e63587b',
  },
};

describe('the layout of the buckets', () => {
  it('has a new number when a record comes out in other buckets', () => {
    const digests = Object.entries(records).map(([name, { record }]) => {
      const groups = canonicalJson(bucketsOf(record));
      return [name, createHash('sha256').update(groups).digest('hex').slice(0, 16)];
    });
    expect(Object.fromEntries(digests)).toEqual(LAYOUT_DIGESTS[BUCKET_LAYOUT]);
  });
});
