import { describe, expect, it } from 'vitest';
import { toClassId, toPersonId } from '../base/ids.ts';
import type { Person } from '../records/person.ts';
import type { RegisterRecord } from '../records/collections.ts';
import { sample, sampleAttendance, sampleLesson, sampleYear } from '../testing/sample.ts';
import type { Actor } from './actor.ts';
import { mayRead } from './buckets.ts';

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

const records = {
  'school year': sampleYear,
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
                                        teacher colleague office principal ata nobody foreign
school year                             x       x         x      x         x   .      .
class of mine                           x       x         x      x         x   .      .
colleague’s name                        x       x         x      x         x   .      .
pupil of 1A                             x       .         x      x         .   .      .
pupil of 1B                             .       x         x      x         .   .      .
pupil moved from 1B to 1A               x       x         x      x         .   .      .
pupil without class                     .       .         x      x         .   .      .
guardian                                .       .         x      x         .   .      .
personal data                           .       .         x      x         .   .      .
enrolment in 1A                         x       .         x      x         .   .      .
lesson of 1A                            x       .         x      x         .   .      .
lesson of 1B                            .       x         x      x         .   .      .
attendance in 1A                        x       .         x      x         .   .      .
attendance in 1B                        .       x         x      x         .   .      .
attendance in a class not of this year  .       .         .      .         .   .      .
conflict notice to the teacher          x       .         .      .         .   .      .
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
