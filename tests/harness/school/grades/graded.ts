import { toPersonId, type LocalDate, type PersonId } from '../../../../domain/base/ids.ts';
import type { EventGrade } from '../../../../domain/grades/events.ts';
import { SCALE_LEVELS } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { attendanceDayId, type AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { Grade, GradeValue } from '../../../../domain/kinds/grade/record.ts';
import { earlierGradeId, gradeId } from '../../../../domain/record/grade-key.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Scenario } from '../../scenario.ts';
import {
  at,
  classes,
  COLLEAGUE,
  DAY,
  makeClass,
  ME,
  nextEntry,
  pupilsOf,
  SCHOOL,
  schoolYear,
  subjects,
} from '../demo-class.ts';

const day = (text: string) => text as LocalDate;
const [first, , third] = classes;
const [maths] = subjects;
/** From which somebody has come. */
const before = makeClass(1, 'D');
/** How many pupils the first class has. */
const PUPILS = 28;

/** Quarters that make a plausible class. */
const NUMBERS = [28, 25, 22, 30, 19, 33, 26, 24, 36, 15, 29, 27, 23, 31] as const;
const EVENTS: readonly EventGrade[] = ['unprepared', 'absentAtTest', 'excused', 'participationPlus'];

/** A rubric of primary school, of which no mark comes. */
const RUBRIC: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: ['Chiarezza', 'Ragionamento', 'Lessico'].map((name, at) => ({
    id: `criterion-${at}`,
    name,
    levels: ['Iniziale', 'Base', 'Intermedio', 'Avanzato'].map((level, step) => ({
      name: level,
      points: (step + 1) * 100,
    })),
  })),
};

const written = assessment('test-written', '2026-10-06', { topic: 'Divisibilità e numeri primi' });
const oral = assessment('test-oral', '2026-10-20', { type: 'oral', topic: 'Le potenze', weight: 50 });
const points = assessment('test-points', '2026-11-03', {
  topic: 'Problemi con le frazioni, prova comune di tutte le prime',
  test: { maximum: 5000, conversion: { way: 'linear', lowest: 8 } },
});
const colleagues = assessment('test-colleague', '2026-11-12', { topic: 'Radicali', teacher: COLLEAGUE });
const recovery = assessment('test-recovery', '2026-11-17', {
  type: 'oral',
  topic: 'Recupero',
  embargo: day('2026-12-01'),
});
/** A test of 3B that nobody has marked yet. */
const untouched = assessment('test-untouched', '2026-11-20', { class: third.id, topic: 'Equazioni' });

/** The grades of 1A in mathematics, of every sort, or its judgements where it is a primary class. */
export function gradedRecords({ name }: Pick<Scenario, 'name'>): readonly RegisterRecord[] {
  if (name === 'judgements') return judgements();
  if (name !== 'grades' && name !== 'frozen' && name !== 'freezing') return [];
  return [
    written,
    oral,
    points,
    colleagues,
    recovery,
    untouched,
    ...everybody((index) =>
      index === 3
        ? undefined
        : grade(written, index, { quarters: NUMBERS[index % NUMBERS.length] ?? 24 }, ofWritten(index)),
    ),
    ...everybody((index) => {
      if (index % 3 !== 0) return undefined;
      const event = index % 6 === 0 ? undefined : EVENTS[((index - 3) / 6) % EVENTS.length];
      return grade(
        oral,
        index,
        event ? { event } : { quarters: NUMBERS[(index * 5) % NUMBERS.length] ?? 24 },
      );
    }),
    ...everybody((index) => (index < 20 ? grade(points, index, { score: 2000 + index * 150 }) : undefined)),
    ...everybody((index) =>
      index < 10
        ? grade(colleagues, index, { quarters: 24 + (index % 8) }, { author: COLLEAGUE })
        : undefined,
    ),
    grade(recovery, 9, { quarters: 26 }, { recovers: { assessment: written.id, effect: 'replaces' } }),
    before,
    absence(16, colleagues.day),
    absence(20, colleagues.day),
    earlier(5, 'earlier-written', { value: { quarters: 31 }, quarters: 31 }),
    earlier(5, 'earlier-oral', { type: 'oral', value: { quarters: 18 }, quarters: 18, leftOut: true }),
  ];
}

/** What the school decides by: that it has closed the period this moment, of which no device has heard (D24). */
export function knownAtSchool(
  { name }: Pick<Scenario, 'name'>,
  atSchool: readonly RegisterRecord[],
): readonly RegisterRecord[] {
  if (name !== 'freezing') return atSchool;
  return atSchool.map((one) =>
    one.kind === 'schoolYear' && one.startYear === schoolYear.startYear
      ? { ...one, frozen: [{ period: 0 }] }
      : one,
  );
}

/** That a colleague has written another grade at the same time. */
export function gradeNotices({ name }: Pick<Scenario, 'name'>): readonly ConflictNotice[] {
  if (name !== 'grades') return [];
  const pupil = pupilAt(4);
  return [
    {
      ...version(DAY, COLLEAGUE),
      id: 'notice.grade',
      kind: 'conflictNotice',
      addressee: ME,
      recordKind: 'grade',
      recordCollection: 'grades',
      record: gradeId(colleagues.id, pupil),
      class: first.id,
      day: colleagues.day,
      pupil,
      field: 'value',
      lost: JSON.stringify({ quarters: 30 }),
      kept: JSON.stringify({ quarters: 28 }),
      keptAuthor: COLLEAGUE,
      lostRecordedAt: at('08:05'),
      keptRecordedAt: at('08:21'),
      seen: false,
    },
  ];
}

/** What is told of single grades of the first test: comment, correction, hidden, not in the average. */
function ofWritten(index: number): Partial<Grade> {
  const said: Readonly<Record<number, Partial<Grade>>> = {
    0: { comment: 'Ottimo lavoro, ordinato e completo.' },
    1: { value: { quarters: 25, reason: 'Errore di somma dei punti' } },
    2: { visible: false },
    6: { counts: false },
    8: { privateComment: 'Ne parlo con la famiglia al colloquio.' },
  };
  return said[index] ?? {};
}

function judgements(): readonly RegisterRecord[] {
  const columns = ['2026-10-06', '2026-10-20', '2026-11-12'].map((on, index) =>
    assessment(`judged-${index}`, on, {
      scale: 'primary',
      type: index === 1 ? 'oral' : 'written',
      topic: ['Numeri entro il cento', 'Le tabelline', 'Problemi'][index] ?? '',
    }),
  );
  const levels = SCALE_LEVELS.primary.map(({ code }) => code);
  const scored = assessment('judged-points', '2026-11-17', {
    scale: 'primary',
    topic: 'Tabelline a tempo',
    test: { maximum: 2000 },
  });
  const byRubric = assessment('judged-rubric', '2026-11-19', {
    scale: 'primary',
    type: 'oral',
    topic: 'Spiegare come si risolve',
    rubric: RUBRIC,
  });
  return [
    ...columns,
    scored,
    byRubric,
    ...everybody((index) =>
      index % 7 === 6 ? undefined : grade(scored, index, { score: 2000 - ((index * 350) % 1300) }),
    ),
    ...everybody((index) =>
      index % 2 === 0
        ? grade(byRubric, index, {
            rubric: RUBRIC.criteria.map(({ id, levels: of }, at) => ({
              criterion: id,
              level: (index + at) % of.length,
            })),
          })
        : undefined,
    ),
    ...columns.flatMap((column, place) =>
      everybody((index) => {
        const level = levels[(index + place * 2) % levels.length];
        return index % 7 === 6 || level === undefined
          ? undefined
          : grade(column, index, { level }, { scale: 'primary' });
      }),
    ),
  ];
}

function everybody<T>(of: (index: number) => T | undefined): readonly T[] {
  return Array.from({ length: PUPILS }, (_each, index) => of(index)).flatMap((one) => one ?? []);
}

function assessment(id: string, on: string, over: Partial<Assessment> = {}): Assessment {
  return {
    ...version(day(on), over.teacher ?? ME),
    id,
    kind: 'assessment',
    day: day(on),
    class: first.id,
    subject: maths.id,
    teacher: ME,
    type: 'written',
    serial: 0,
    scale: 'tenths',
    topic: '',
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
    ...over,
  };
}

function grade(of: Assessment, index: number, value: GradeValue, over: Partial<Grade> = {}): Grade {
  const pupil = pupilAt(index);
  return {
    ...version(of.day, ME),
    id: gradeId(of.id, pupil),
    kind: 'grade',
    day: of.day,
    class: of.class,
    subject: of.subject,
    scale: of.scale,
    assessment: of.id,
    pupil,
    value,
    ...over,
  };
}

function earlier(index: number, of: string, over: Partial<EarlierGrade>): EarlierGrade {
  const pupil = pupilAt(index);
  const grade = gradeId(of, pupil);
  return {
    ...version(day('2026-11-02'), COLLEAGUE),
    id: earlierGradeId(grade, first.id),
    kind: 'earlierGrade',
    day: day('2026-09-29'),
    class: first.id,
    subject: maths.id,
    scale: 'tenths',
    pupil,
    ofClass: before.id,
    teacher: COLLEAGUE,
    grade,
    type: 'written',
    topic: 'Numeri naturali',
    value: {},
    weight: 100,
    counts: true,
    ...over,
  };
}

function absence(index: number, on: LocalDate): AttendanceDay {
  const pupil = pupilAt(index);
  return {
    ...version(on, COLLEAGUE),
    id: attendanceDayId(on, pupil),
    kind: 'attendanceDay',
    day: on,
    class: first.id,
    pupil,
    events: [{ kind: 'absent', hour: 1, by: COLLEAGUE, at: at('08:10', on) }],
  };
}

/** A pupil of the first class, by the place in its list. */
function pupilAt(index: number): PersonId {
  return pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
}

function version(on: LocalDate, author: typeof ME) {
  return { school: SCHOOL, author, entry: nextEntry(), recordedAt: at('10:15', on) };
}
