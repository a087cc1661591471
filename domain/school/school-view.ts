import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import { keptAnswers } from '../base/kept-answers.ts';
import { weekdayOf } from '../base/local-date.ts';
import type { Appointment } from '../kinds/appointment/record.ts';
import type { Assignment } from '../kinds/assignment/record.ts';
import type { BellHour, BellScheme } from '../kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../kinds/class/record.ts';
import type { Delegate } from '../kinds/delegate/record.ts';
import type { Derogation } from '../kinds/derogation/record.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { GroupMembership } from '../kinds/group-membership/record.ts';
import type { Group } from '../kinds/group/record.ts';
import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';
import type { Guardianship } from '../kinds/guardianship/record.ts';
import type { NameList } from '../kinds/name-list/record.ts';
import type { Person } from '../kinds/person/record.ts';
import type { ReligionChoice } from '../kinds/religion-choice/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { DEFAULT_POLICIES, type School } from '../kinds/school/record.ts';
import type { Subject } from '../kinds/subject/record.ts';
import type { Substitution } from '../kinds/substitution/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import type { Place } from '../record/envelope.ts';
import { createAppointments, type Appointments } from './who/appointments.ts';
import { assessesGroup } from './assessing/assesses-group.ts';
import { startYearOf } from './calendar.ts';
import { scaleOfSubject } from './grading/scale-of-subject.ts';
import { membershipOn } from './class-membership.ts';
import { RELIGION_GROUPS } from './who/religion-groups.ts';
import { familyRightOn } from './who/family-right.ts';
import { createOfPupils, type OfPupils } from './who/of-pupils.ts';
import { createStandIns, type StandIns } from './who/stand-ins.ts';
import { withNamedPupils } from './named-pupils.ts';
import { bellSchemeFor, classHours, isFirstTeacher, type PlannedHour } from './timetable-day.ts';
import { closedPeriodsOf } from './limits/closed-period.ts';
import { holdsOn } from './validity.ts';
import type { WriteFacts } from './write-facts.ts';

/** Of so many days of classes it is remembered what the timetable says: a year of ten classes. */
const MOST_DAYS = 2500;

/** The records that describe a school, by kind; whoever may not read some of them gives those that they have. */
export interface SchoolRecords {
  readonly school: readonly School[];
  readonly schoolYear: readonly SchoolYear[];
  readonly class: readonly SchoolClass[];
  readonly subject: readonly Subject[];
  readonly person: readonly Person[];
  readonly enrolment: readonly Enrolment[];
  readonly assignment: readonly Assignment[];
  readonly appointment: readonly Appointment[];
  readonly group: readonly Group[];
  readonly groupMembership: readonly GroupMembership[];
  readonly religionChoice: readonly ReligionChoice[];
  readonly derogation: readonly Derogation[];
  readonly hoursElsewhere: readonly HoursElsewhere[];
  readonly guardianship: readonly Guardianship[];
  readonly delegate: readonly Delegate[];
  readonly nameList: readonly NameList[];
  readonly bellScheme: readonly BellScheme[];
  readonly timetableEntry: readonly TimetableEntry[];
  readonly substitution: readonly Substitution[];
}

/** A school as its records tell it, indexed; the same on server and device. Never changed once built. */
export interface SchoolView extends Appointments, OfPupils, StandIns {
  readonly school: School | undefined;
  readonly years: ReadonlyMap<number, SchoolYear>;
  readonly classes: ReadonlyMap<ClassId, SchoolClass>;
  /** The classes of the school year that begins in a calendar year. */
  classesOfYear(startYear: number): readonly SchoolClass[];
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Everybody, those who left included. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly bellSchemes: readonly BellScheme[];
  /** Assignments by teacher. */
  readonly assignmentsOf: ReadonlyMap<PersonId, readonly Assignment[]>;
  /** Timetable cells by class. */
  readonly timetableOf: ReadonlyMap<ClassId, readonly TimetableEntry[]>;
  /** Enrolments by pupil. */
  readonly enrolmentsOf: ReadonlyMap<PersonId, readonly Enrolment[]>;
  /** The bell hours of a class on a day; none where no scheme says them. */
  bellHours(schoolClass: ClassId, day: LocalDate): readonly BellHour[];
  /** The hours of a class on a day as its timetable has them; none on a day without lessons. */
  plannedHours(schoolClass: ClassId, day: LocalDate): readonly PlannedHour[];
  /** The hours in which the timetable gives a class lessons on a day; all that its bells have, where it says nothing. */
  lessonHours(schoolClass: ClassId, day: LocalDate): readonly BellHour[];
  /** What somebody teaches in a class on a day. */
  assignmentsOn(teacher: PersonId, schoolClass: ClassId, day: LocalDate): readonly Assignment[];
  /** What anybody teaches in a class on a day. */
  assignmentsIn(schoolClass: ClassId, day: LocalDate): readonly Assignment[];
  /** The hours of a class that the timetable gives to somebody on a day. */
  ownHours(teacher: PersonId, schoolClass: ClassId, day: LocalDate): readonly number[];
  /** What the decision on somebody's entry at a place needs to know. */
  writeFacts(person: PersonId, place: Place): WriteFacts;
}

/**
 * Indexes the records of a school.
 *
 * @param isComplete whether the records are all that the school has: then what is not among them does not exist, and else the server
 * decides
 */
export function schoolView(records: SchoolRecords, isComplete: boolean): SchoolView {
  const school = records.school[0];
  const policies = school?.policies ?? DEFAULT_POLICIES;
  interface OfClassAndDay {
    readonly person: PersonId;
    readonly class: ClassId;
    readonly day: LocalDate;
    readonly facts: WriteFacts;
  }
  let last: OfClassAndDay | undefined;
  const plannedHours = keptAnswers<readonly PlannedHour[]>(MOST_DAYS);

  const classes = new Map(records.class.map((one) => [one.id, one]));
  // Whoever has all records needs no list of names.
  const { person, enrolment } = isComplete ? records : withNamedPupils(records, records.nameList);
  const people = new Map(person.map((one) => [one.id, one]));
  const taughtIn = groupBy(records.assignment, (one) => one.class);
  const byYear = groupBy(records.class, ({ startYear }) => startYear);

  const view: SchoolView = {
    ...createAppointments(records, { people, classes }),
    ...createOfPupils(records),
    ...createStandIns(records.substitution),
    school,
    years: new Map(records.schoolYear.map((year) => [year.startYear, year])),
    classes,
    classesOfYear: (startYear) => byYear.get(startYear) ?? [],
    subjects: new Map(records.subject.map((one) => [one.id, one])),
    people,
    bellSchemes: records.bellScheme,
    assignmentsOf: groupBy(records.assignment, ({ teacher }) => teacher),
    timetableOf: groupBy(records.timetableEntry, (entry) => entry.class),
    enrolmentsOf: groupBy(enrolment, ({ pupil }) => pupil),
    bellHours(id, day) {
      const schoolClass = view.classes.get(id);
      return (schoolClass && bellSchemeFor(view.bellSchemes, schoolClass, day)?.hours) ?? [];
    },
    plannedHours: (id, day) =>
      plannedHours(`${id} ${day}`, () => {
        const schoolClass = view.classes.get(id);
        const year = view.years.get(startYearOf(day));
        const entries = view.timetableOf.get(id) ?? [];
        return schoolClass && year
          ? classHours({ year, bellSchemes: view.bellSchemes, entries }, schoolClass, day)
          : [];
      }),
    lessonHours(id, day) {
      const planned = view.plannedHours(id, day);
      return planned.length > 0 ? planned : view.bellHours(id, day);
    },
    assignmentsOn: (teacher, schoolClass, day) =>
      (view.assignmentsOf.get(teacher) ?? []).filter(
        (assignment) => assignment.class === schoolClass && holdsOn(assignment, day),
      ),
    assignmentsIn: (schoolClass, day) =>
      (taughtIn.get(schoolClass) ?? []).filter((assignment) => holdsOn(assignment, day)),
    ownHours(teacher, schoolClass, day) {
      const weekday = weekdayOf(day);
      const isOwn = (entry: TimetableEntry) =>
        entry.weekday === weekday &&
        entry.validFrom <= day &&
        day <= entry.validTo &&
        entry.teachers.includes(teacher);
      return (view.timetableOf.get(schoolClass) ?? []).filter(isOwn).map(({ hour }) => hour);
    },
    writeFacts(person, { class: schoolClass, day, pupil }) {
      if (schoolClass === undefined || day === undefined) return ofNoDay;
      const facts = ofClassAndDay(person, schoolClass, day);
      if (pupil === undefined) return facts;
      const enrolments = view.enrolmentsOf.get(pupil) ?? [];
      return {
        ...facts,
        enrolment: membershipOn(enrolments, schoolClass, day),
        closedPeriods: () => closedPeriodsOf(facts.year, schoolClass, enrolments),
        isEnrolledOn: (on) => membershipOn(enrolments, schoolClass, on) === 'enrolled',
        // A device has not got the rights of guardians: then the server decides.
        ...(isComplete
          ? {
              mayCollect: (delegate, on) => view.delegatesOn(pupil, on).some(({ id }) => id === delegate),
              justifying: {
                ...facts.justifying,
                familyRight: (on) => familyRightOn(view, person, pupil, on),
              },
            }
          : {}),
      };
    },
  };

  const ofNoDay: WriteFacts = {
    policies,
    year: null,
    hours: [],
    teaches: false,
    subjects: [],
    enrolment: 'never',
    ...(isComplete ? { schoolHasClass: false } : {}),
  };

  /** The groups of a class: those that are named, and those that its timetable or somebody's subject has alone. */
  function groupCodes(schoolClass: ClassId): readonly string[] {
    const timetabled = view.timetableOf.get(schoolClass) ?? [];
    const told = [...timetabled, ...(taughtIn.get(schoolClass) ?? [])].flatMap(({ group }) => group ?? []);
    return [...new Set([...view.groupsOf(schoolClass).map(({ code }) => code), ...told, ...RELIGION_GROUPS])];
  }

  /** Entries come by class and day: those that follow each other share what was gathered. */
  function ofClassAndDay(person: PersonId, schoolClass: ClassId, day: LocalDate): WriteFacts {
    if (last?.day === day && last.class === schoolClass && last.person === person) return last.facts;
    const assignments = view.assignmentsOn(person, schoolClass, day);
    const startYear = startYearOf(day);
    const year = view.years.get(startYear) ?? null;
    const facts: WriteFacts = {
      ...ofNoDay,
      year,
      closedPeriods: () => closedPeriodsOf(year, schoolClass),
      hours: view.bellHours(schoolClass, day),
      lessonHours: () => view.lessonHours(schoolClass, day),
      teaches: assignments.length > 0,
      answersFor: view.answersFor(person, schoolClass, day),
      subjects: [...new Set(assignments.map(({ subject }) => subject))],
      subjectsOn: (on) => view.assignmentsOn(person, schoolClass, on).map(({ subject }) => subject),
      assesses: (on) =>
        view
          .assignmentsOn(person, schoolClass, on)
          .flatMap(({ type, subject }) => (type === 'support' ? [] : [subject])),
      supports: assignments.flatMap(({ type, pupil }) => (type === 'support' ? [pupil ?? 'class'] : [])),
      isInClass(pupil, on) {
        const membership = membershipOn(view.enrolmentsOf.get(pupil) ?? [], schoolClass, on);
        return membership === 'enrolled' || membership === 'leftToday';
      },
      ownHours: view.ownHours(person, schoolClass, day),
      coordinates: view.coordinatorsOf(schoolClass, day).includes(person),
      justifying: {
        coordinates: (on) => view.coordinatorsOf(schoolClass, on).includes(person),
        answersFor: (on) => view.answersFor(person, schoolClass, on),
      },
      takesFirstHour: (on) =>
        view.assignmentsOn(person, schoolClass, on).some(({ type }) => type !== 'support') &&
        isFirstTeacher(view.timetableOf.get(schoolClass) ?? [], on, person) !== false,
      standsIn: view.hoursStoodIn(person, schoolClass, day),
      groups: groupCodes(schoolClass),
      assessesGroup: (group, of) =>
        groupCodes(schoolClass).includes(group) &&
        assessesGroup(view, { ...of, class: schoolClass, day }, group),
      scaleOf: (subject) => scaleOfSubject(view, schoolClass, subject),
      hasCourse: (other, subject) =>
        (taughtIn.get(schoolClass) ?? []).some(
          (one) => one.teacher === other && one.subject === subject && one.type !== 'support',
        ),
      isColleague: (other) => (view.people.get(other)?.roles.length ?? 0) > 0,
      ...(isComplete
        ? {
            isSubject: (subject) => view.subjects.has(subject),
            schoolHasClass: view.classes.get(schoolClass)?.startYear === startYear,
            isJoinable: (other, hour) =>
              view.classes.get(other)?.startYear === startYear &&
              isAtSameTime(view.bellHours(schoolClass, day), hour, view.bellHours(other, day)),
          }
        : {}),
    };
    last = { person, class: schoolClass, day, facts };
    return facts;
  }
  return view;
}

/** Whether one of some hours is at the time of an hour of others; of what no bells say it may be. */
function isAtSameTime(hours: readonly BellHour[], hour: number, others: readonly BellHour[]): boolean {
  const bell = hours.find((one) => one.hour === hour);
  if (!bell || others.length === 0) return true;
  return others.some(({ start, end }) => start === bell.start && end === bell.end);
}
