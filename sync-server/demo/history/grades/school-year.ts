import { groupBy } from '../../../../domain/base/group-by.ts';
import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import { weekdayOf } from '../../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { isReligion } from '../../../../domain/kinds/subject/record.ts';
import type { TimetableEntry } from '../../../../domain/kinds/timetable-entry/record.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import type { Random } from '../../random.ts';
import type { Stamp } from '../../stamp.ts';
import type { HistorySource } from '../history-source.ts';
import type { CoursePeriod } from './columns.ts';
import { conflictsOn } from './conflicts.ts';
import { inventCourse, type AssessedCourse, type PupilsOfCourses } from './gradebook.ts';
import { inventProposals } from './proposals.ts';
import { createAbilities } from './values.ts';

/** How many columns a course has in a period: in the class of the printed teachers, in the others, in the year before. */
const PACE = { shown: 8, usual: 2, past: 3 } as const;

/** Invents what was assessed in a year up to today: of a year that is over in one class of each level, and with what was proposed. */
export function inventGrades(
  source: HistorySource,
  {
    days,
    attendance,
  }: { readonly days: readonly LocalDate[]; readonly attendance: readonly AttendanceDay[] },
  stamp: Stamp,
  random: Random,
): readonly RegisterRecord[] {
  const { year, today, showcase } = source;
  const isPast = year.closedOn !== undefined;
  const known = { pupils: pupilsOfCourses(source, attendance), abilities: createAbilities(random) };
  const entriesOf = groupBy([...source.entries, ...source.beside], (entry) => entry.class);
  const assessed: AssessedCourse[] = [];
  const records: RegisterRecord[] = [];
  for (const schoolClass of isPast ? oneOfEachLevel(source.classes) : source.classes) {
    const count = isPast ? PACE.past : schoolClass.id === showcase ? PACE.shown : PACE.usual;
    const courses = groupBy(entriesOf.get(schoolClass.id) ?? [], courseOf);
    for (const [index, period] of year.periods.entries()) {
      const ofPeriod = days.filter((day) => period.from <= day && day <= period.to);
      for (const entries of courses.values()) {
        const course = courseIn(source, schoolClass, entries, ofPeriod, index === 0);
        const made = course && inventCourse(course, { count, until: today }, known, stamp, random);
        if (!made) continue;
        assessed.push(made);
        records.push(...made.columns, ...made.grades);
        const subject = source.subjects.get(made.course.subject);
        if (period.to < today && count > PACE.usual && subject) {
          const of = { index, to: period.to, startYear: year.startYear };
          records.push(...inventProposals(made, of, subject, stamp, random));
        }
      }
    }
  }
  const shown = assessed.filter(({ course }) => course.schoolClass.id === showcase);
  return [...records, ...(source.withToday ? conflictsOn(shown, source, stamp) : [])];
}

function courseOf({ subject, group = '' }: TimetableEntry): string {
  return `${subject} ${group}`;
}

/** A course with the lessons that the timetable gave it in a period. */
function courseIn(
  source: HistorySource,
  schoolClass: SchoolClass,
  entries: readonly TimetableEntry[],
  days: readonly LocalDate[],
  isFirst: boolean,
): CoursePeriod | undefined {
  const [first] = entries;
  if (first?.subject === undefined) return undefined;
  const { subject, group } = first;
  const names = source.subjectNames;
  const scale = scaleOfSubject(
    {
      classes: new Map([[schoolClass.id, schoolClass]]),
      subjects: source.subjects,
      // Of its subjects the school has said what they are.
      assignmentsOf: new Map(),
    },
    schoolClass.id,
    subject,
  );
  if (scale === undefined) return undefined;
  const lessons = days.flatMap((day) => {
    const entry = entries.find(
      (one) => one.weekday === weekdayOf(day) && one.validFrom <= day && day <= one.validTo,
    );
    const teacher = entry?.teachers[0];
    return teacher === undefined ? [] : [{ day, teacher }];
  });
  const subjectName = names.get(subject) ?? '';
  return {
    schoolClass,
    subject,
    subjectName,
    scale,
    lessons,
    isFirst,
    ...(group === undefined ? {} : { group }),
  };
}

function pupilsOfCourses(source: HistorySource, attendance: readonly AttendanceDay[]): PupilsOfCourses {
  const absent = new Set(
    attendance.flatMap(({ pupil, day, events }) =>
      events.some(({ kind }) => kind === 'absent') ? [`${pupil} ${day}`] : [],
    ),
  );
  const inClass = new Map<ClassId, HistorySource['pupils'][number][]>();
  for (const pupil of source.pupils)
    for (const schoolClass of new Set(pupil.enrolments.map((one) => one.class)))
      inClass.set(schoolClass, [...(inClass.get(schoolClass) ?? []), pupil]);
  return {
    inClass: (schoolClass) => inClass.get(schoolClass) ?? [],
    has(pupil, { schoolClass, group, subject }) {
      if (group !== undefined) return source.groupsOf(pupil, schoolClass.id).includes(group);
      return !isReligion(source.subjects.get(subject)) || source.attendsReligion(pupil, schoolClass.id);
    },
    wasAbsent: (pupil, day) => absent.has(`${pupil} ${day}`),
  };
}

function oneOfEachLevel(classes: readonly SchoolClass[]): readonly SchoolClass[] {
  return [...groupBy(classes, ({ level }) => level).values()].flatMap(([first]) => first ?? []);
}
