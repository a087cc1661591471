import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical-json.ts';
import { toClassId, toPersonId } from '../base/ids.ts';
import type { Person } from '../kinds/person/record.ts';
import type { RegisterRecord } from '../kinds/collections.ts';
import { sample, sampleAttendance, sampleHours, sampleLesson, sampleYear } from '../testing/sample.ts';
import type { Actor } from '../access/actor.ts';
import { BUCKET_LAYOUT, bucketsOf, mayRead } from './buckets-of.ts';

const { school, author, entry, recordedAt } = sampleYear;
const envelope = { school, author, entry, recordedAt };

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

const actors = {
  teacher: { school, person: sample.bianchi, roles: ['teacher'], classes: [sample.class] },
  colleague: { school, person: sample.neri, roles: ['teacher'], classes: [sample.otherClass] },
  office: {
    school,
    person: toPersonId('office'),
    roles: ['office'],
    classes: [sample.class, sample.otherClass],
  },
  principal: {
    school,
    person: toPersonId('head'),
    roles: ['principal'],
    classes: [sample.class, sample.otherClass],
  },
  ata: { school, person: toPersonId('ata'), roles: ['ata'], classes: [] },
  parent: {
    school,
    person: toPersonId('g'),
    roles: [],
    classes: [],
    child: toPersonId('p'),
    classesOfChild: [sample.class],
  },
  otherParent: {
    school,
    person: toPersonId('h'),
    roles: [],
    classes: [],
    child: toPersonId('r'),
    classesOfChild: [sample.otherClass, sample.class],
  },
  student: {
    school,
    person: toPersonId('q'),
    roles: [],
    classes: [],
    child: toPersonId('q'),
    classesOfChild: [sample.otherClass],
  },
  nobody: { school, person: toPersonId('guardian'), roles: [], classes: [sample.class] },
  foreign: {
    school: 'XXXX0009' as typeof school,
    person: sample.bianchi,
    roles: ['principal'],
    classes: [sample.class],
  },
} as const satisfies Record<string, Actor>;

const notice = {
  ...envelope,
  id: 'n',
  kind: 'conflictNotice',
  addressee: sample.bianchi,
  recordCollection: 'lessons',
  record: 'x',
  field: 'topic',
  lost: '',
  kept: '',
  keptAuthor: sample.neri,
  lostRecordedAt: recordedAt,
  keptRecordedAt: recordedAt,
  seen: false,
} as const;

const cell = {
  ...envelope,
  kind: 'timetableEntry',
  weekday: 1,
  hour: 1,
  subject: sample.maths,
  teachers: [sample.bianchi],
  validFrom: sampleYear.lessonsFrom,
  validTo: sampleYear.lessonsTo,
} as const;

const records = {
  'school year': sampleYear,
  'bell scheme': {
    ...envelope,
    id: 'bell',
    kind: 'bellScheme',
    name: 'Settimana',
    validFrom: sampleYear.lessonsFrom,
    validTo: sampleYear.lessonsTo,
    weekdays: [1, 2, 3, 4, 5],
    levels: [],
    hours: sampleHours,
  },
  'timetable of 1A': { ...cell, id: 't1', class: sample.class },
  'timetable of 1B': { ...cell, id: 't2', class: sample.otherClass },
  'class of mine': {
    ...envelope,
    id: sample.class,
    kind: 'class',
    startYear: 2026,
    level: 'lowerSecondary',
    year: 1,
    section: 'A',
  },
  'colleague’s name': person('s', 'staff'),
  'pupil of 1A': person('p', 'pupil', [sample.class]),
  'pupil of 1B': person('q', 'pupil', [sample.otherClass]),
  'pupil moved from 1B to 1A': person('r', 'pupil', [sample.otherClass, sample.class]),
  'pupil without class': person('w', 'pupil'),
  guardian: person('g', 'guardian', [sample.class]),
  'personal data': {
    ...envelope,
    id: 'p.data',
    kind: 'personalData',
    person: toPersonId('p'),
    emails: [],
    phones: [],
    children: [],
  },
  'enrolment in 1A': {
    ...envelope,
    id: 'e',
    kind: 'enrolment',
    pupil: sample.pupil,
    class: sample.class,
    from: sampleYear.lessonsFrom,
  },
  'lesson of 1A': sampleLesson(),
  'lesson of 1B': sampleLesson({ class: sample.otherClass }),
  'attendance in 1A': sampleAttendance(),
  'attendance in 1B': sampleAttendance({ class: sample.otherClass }),
  'attendance in a class not of this year': sampleAttendance({ class: toClassId('2025.LS.1A') }),
  'conflict notice to the teacher': notice,
} as const satisfies Record<string, RegisterRecord>;

/** Who may read what: one row per record, one mark per actor; `x` may, `.` may not. */
const MATRIX = `
                                         teacher colleague office principal ata parent otherParent student nobody foreign
school year                              x       x         x      x         x   x      x           x       .      .
bell scheme                              x       x         x      x         x   x      x           x       .      .
timetable of 1A                          x       x         x      x         x   x      x           .       .      .
timetable of 1B                          x       x         x      x         x   .      x           x       .      .
class of mine                            x       x         x      x         x   x      x           x       .      .
colleague’s name                         x       x         x      x         x   x      x           x       .      .
pupil of 1A                              x       .         x      x         .   x      .           .       .      .
pupil of 1B                              .       x         x      x         .   .      .           x       .      .
pupil moved from 1B to 1A                x       x         x      x         .   .      x           .       .      .
pupil without class                      .       .         x      x         .   .      .           .       .      .
guardian                                 .       .         x      x         .   .      .           .       .      .
personal data                            .       .         x      x         .   .      .           .       .      .
enrolment in 1A                          x       .         x      x         .   .      .           .       .      .
lesson of 1A                             x       .         x      x         .   .      .           .       .      .
lesson of 1B                             .       x         x      x         .   .      .           .       .      .
attendance in 1A                         x       .         x      x         .   .      .           .       .      .
attendance in 1B                         .       x         x      x         .   .      .           .       .      .
attendance in a class not of this year   .       .         .      .         .   .      .           .       .      .
conflict notice to the teacher           x       .         .      .         .   .      .           .       .      .
`;

const lines = MATRIX.trim().split('\n');
const columns = (lines[0] ?? '').trim().split(/\s+/) as (keyof typeof actors)[];
const rows = lines.slice(1).map((line) => {
  const [name = '', ...marks] = line.trim().split(/\s{2,}(?=[x.])|(?<=[x.])\s+/);
  return { name: name as keyof typeof records, marks };
});

describe('who may read what', () => {
  it('covers every record and every actor', () => {
    expect(rows.map((row) => row.name).toSorted()).toEqual(Object.keys(records).toSorted());
    expect(columns.toSorted()).toEqual(Object.keys(actors).toSorted());
  });

  const cells = rows.flatMap(({ name, marks }) =>
    columns.map((actor, index) => ({
      name,
      actor,
      may: marks[index] === 'x',
      stated: marks.length === columns.length,
    })),
  );
  it.each(cells)('$actor reads $name: $may', ({ name, actor, may, stated }) => {
    expect(stated).toBe(true);
    expect(mayRead(actors[actor], records[name])).toBe(may);
  });
});

/** Digest of the buckets of the records above, per layout: what is grouped in another way needs a new number, and a new line here. */
const LAYOUT_DIGEST: Readonly<Record<number, string>> = {
  2: '49fdbabbbbade42d',
};

describe('the layout of the buckets', () => {
  it('has a new number when a record comes out in other buckets', () => {
    const groups = Object.fromEntries(
      Object.entries(records).map(([name, record]) => [name, bucketsOf(record)]),
    );
    const digest = createHash('sha256').update(canonicalJson(groups)).digest('hex').slice(0, 16);
    expect(digest).toBe(LAYOUT_DIGEST[BUCKET_LAYOUT]);
  });
});
