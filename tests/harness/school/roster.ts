import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { assignmentId, type Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { timetableEntryId, type TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import type { Scenario } from '../scenario.ts';
import { isOfCouncil, withCouncil } from './grades/council.ts';
import {
  bell,
  classes,
  COLLEAGUE,
  envelope,
  ME,
  pupilsOf,
  school,
  lastYear,
  schoolYear,
  staff,
  subjects,
} from './demo-class.ts';
import { ownId } from './identities.ts';
import { lastYearRecords } from './last-year.ts';
import { standingInRecords } from './standing-in.ts';
import { withSupport } from './supporting.ts';
import { whoRecords } from './who.ts';

const BEGINS = '2026-09-14' as LocalDate;
const ENDS = '2027-06-05' as LocalDate;
const WEEKDAYS = [1, 2, 3, 4, 5];
const [first, second, third] = classes;
const [maths, science, italian] = subjects;

const bells: BellScheme = {
  ...envelope('bells'),
  kind: 'bellScheme',
  name: 'Mattina',
  validFrom: BEGINS,
  validTo: ENDS,
  weekdays: WEEKDAYS,
  levels: [],
  hours: [...bell],
};

const assignments: readonly Assignment[] = [
  ...classes.flatMap((each) => [assignment(ME, each, maths), assignment(ME, each, science)]),
  assignment(COLLEAGUE, first, maths),
  assignment(COLLEAGUE, first, italian),
  assignment(COLLEAGUE, second, italian),
];

/** The hours of every lesson day: hour, class, subject and who teaches it. */
const HOURS: readonly (readonly [number, SchoolClass, Subject, readonly PersonId[]])[] = [
  [1, third, maths, [ME]],
  [2, first, maths, [ME, COLLEAGUE]],
  [3, second, science, [ME]],
  [5, first, science, [ME]],
  [6, first, science, [ME]],
  [1, first, italian, [COLLEAGUE]],
  [3, first, italian, [COLLEAGUE]],
  [4, first, italian, [COLLEAGUE]],
  [2, second, italian, [COLLEAGUE]],
];

/** From this Wednesday on I have three hours of 1A on end. */
const BLOCK_DAY = '2026-11-25' as LocalDate;

/** The timetable: the same on every lesson day, but for Wednesdays from the day on which three hours follow on one another. */
export const timetable: readonly TimetableEntry[] = [
  ...WEEKDAYS.flatMap((weekday) => HOURS.map((each) => cell(weekday, each))),
  cell(3, [4, first, science, [ME]], BLOCK_DAY),
];

function cell(
  weekday: number,
  [hour, schoolClass, subject, teachers]: (typeof HOURS)[number],
  validFrom = BEGINS,
): TimetableEntry {
  const id = timetableEntryId(schoolClass.id, weekday, hour, validFrom);
  const gives = weekday === 3 && hour === 4 && schoolClass === first && validFrom === BEGINS;
  return {
    ...envelope(id),
    id,
    kind: 'timetableEntry',
    class: schoolClass.id,
    weekday,
    hour,
    subject: subject.id,
    teachers: [...teachers],
    room: `Aula ${10 + hour}`,
    validFrom,
    validTo: gives ? addDays(BLOCK_DAY, -1) : ENDS,
  };
}

/** What the office has written of the school, as a scenario has it. */
export function officeRecords(scenario: Pick<Scenario, 'name' | 'role'>): readonly RegisterRecord[] {
  const records = recordsOf(scenario);
  // In the second hour 1A and 2C have one lesson of mine.
  if (scenario.name === 'joined')
    return records.map((one) =>
      one.kind === 'timetableEntry' && one.class === second.id && one.hour === 2
        ? { ...one, subject: maths.id, teachers: [ME] }
        : one,
    );
  if (isOfCouncil(scenario)) return withCouncil(records, scenario);
  if (scenario.name === 'support') return withSupport(records);
  return gradingOf(scenario, records);
}

/** How the school assesses: what its collegio wants, a primary class, a period that is closed for its meeting. */
function gradingOf(
  { name }: Pick<Scenario, 'name'>,
  records: readonly RegisterRecord[],
): readonly RegisterRecord[] {
  return records.map((one) => {
    if (one.kind === 'class' && one.id === first.id && name === 'judgements')
      return { ...one, level: 'primary' };
    const isFrozen = name === 'frozen' || name === 'justifyFrozen';
    if (one.kind === 'schoolYear' && one.startYear === 2026 && isFrozen)
      return { ...one, frozen: [{ period: 0 }] };
    if (one.kind === 'school' && name === 'grades')
      return {
        ...one,
        policies: { ...one.policies, grading: { needed: { written: 2, oral: 1 }, excuses: 1 } },
      };
    return one;
  });
}

function recordsOf({ name, role }: Pick<Scenario, 'name' | 'role'>): readonly RegisterRecord[] {
  return [
    // The window ends with the hour, and it is later than that.
    name === 'closed' ? { ...school, policies: { ...school.policies, signingWindow: 'duringHour' } } : school,
    // Absences are called hour by hour (D102).
    name === 'hourly' ? { ...schoolYear, attendanceMode: 'hourly' } : schoolYear,
    lastYear,
    ...classes,
    ...subjects,
    ...staff,
    ...[...pupilsOf.values()].flat(),
    // A family is without a class, a teacher without an hour.
    ...classes
      .flatMap((each) => enrolmentsIn(each))
      .filter(({ pupil }) => name !== 'empty' || pupil !== ownId),
    ...assignments,
    // What only the school's offices read is on no other device.
    ...(role === 'office' || role === 'principal' || name === 'standingIn' ? whoRecords() : []),
    ...(name === 'standingIn' ? standingInRecords() : []),
    ...(name === 'lastYear' ? lastYearRecords() : []),
    bells,
    ...timetable.filter(
      ({ teachers }) =>
        name !== 'unplanned' && (name !== 'empty' || role !== 'teacher' || !teachers.includes(ME)),
    ),
  ];
}

function enrolmentsIn(schoolClass: SchoolClass) {
  return (pupilsOf.get(schoolClass.id) ?? []).map((pupil) => {
    const id = enrolmentId(pupil.id, schoolClass.id, BEGINS);
    return {
      ...envelope(id),
      id,
      kind: 'enrolment' as const,
      pupil: pupil.id,
      class: schoolClass.id,
      from: BEGINS,
    };
  });
}

function assignment(teacher: PersonId, schoolClass: SchoolClass, subject: Subject): Assignment {
  const id = assignmentId(teacher, schoolClass.id, subject.id);
  return {
    ...envelope(id),
    id,
    kind: 'assignment',
    teacher,
    class: schoolClass.id,
    subject: subject.id,
    type: 'ordinary',
    from: BEGINS,
  };
}
