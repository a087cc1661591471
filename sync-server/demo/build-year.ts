import { must } from '../../domain/base/assert.ts';
import type { ClassId, LocalDate, PersonId } from '../../domain/base/ids.ts';
import type { Assignment } from '../../domain/kinds/assignment/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { Subject } from '../../domain/kinds/subject/record.ts';
import { lastLessonDay } from '../../domain/school/calendar.ts';
import { lastDayOfYear } from '../../domain/school/class-of-pupil.ts';
import { inventHistory } from './history/history.ts';
import type { ExtraPosts } from './plan/extra-posts.ts';
import type { ClassPlan, SchoolPlan } from './plan/school-plan.ts';
import type { Staffing } from './plan/staffing.ts';
import type { YearPlan } from './plan/year-plan.ts';
import type { Random } from './random.ts';
import { attendingReligion, besideReligionOf, groupsOfPupils, groupsOfSubjects } from './parted-classes.ts';
import { assignmentRecords, besideAssignments } from './records/assignment-records.ts';
import type { EnrolledPupil } from './records/pupil-records.ts';
import { bellRecords, schoolYearRecord } from './records/school-records.ts';
import { timetableRecords } from './records/timetable-records.ts';
import type { OfficeStamp } from './stamp.ts';
import type { StaffedHour } from './timetable/co-teaching.ts';
import { hoursBesideReligion } from './timetable/religion-hours.ts';
import { planTimetable } from './timetable/school-timetable.ts';
import type { GuardianOfPupil } from './who/of-family.ts';
import { whoIsWho } from './who/who-is-who.ts';
import { lastsAllYear } from './who/whole-year.ts';

/** What one year of a school is made from; classes, teachers and hours by position. */
export interface YearSource {
  readonly plan: SchoolPlan;
  readonly year: YearPlan;
  /** The classes that there are in the year, by their position. */
  readonly classes: ReadonlyMap<number, SchoolClass>;
  readonly classPlans: readonly ClassPlan[];
  readonly staffing: Staffing;
  readonly extra: ExtraPosts;
  readonly showcase: { readonly class: number; readonly teacher: number };
  readonly teachers: readonly PersonId[];
  readonly subjects: readonly Subject[];
  /** Those of the year, with their classes of it. */
  readonly pupils: readonly EnrolledPupil[];
  readonly guardians: readonly GuardianOfPupil[];
  readonly office: {
    readonly clerks: readonly PersonId[];
    readonly principal: PersonId;
    readonly director: PersonId;
    readonly administrator: PersonId;
  };
  /** The first day on which nothing has happened yet. */
  readonly until: LocalDate;
}

/** One year of a school. */
export interface SchoolYearRecords {
  readonly records: readonly RegisterRecord[];
  readonly assignments: readonly Assignment[];
  /** What happened in it, and what waits today; or on its last day of lessons alone. Most of the records, and made only where they are wanted. */
  readonly history: (told: 'whole' | 'withToday' | 'lastDay') => readonly RegisterRecord[];
}

/** The records of one year of a school. */
export function buildYear(
  source: YearSource,
  stamp: OfficeStamp,
  random: (label: string) => Random,
): SchoolYearRecords {
  const { plan, year, teachers } = source;
  const { staffing, extra } = ofClasses(source);
  const classes = [...source.classes.values()];
  const yearRecord = schoolYearRecord(plan, year, stamp);
  const bells = bellRecords(plan, year, stamp);
  const week = planTimetable(
    source.classPlans,
    [...source.classes.keys()],
    staffing,
    extra,
    source.showcase,
    random('timetable'),
  );
  const entriesOf = (hours: readonly StaffedHour[]) =>
    timetableRecords(hours, source.classes, teachers, extra.supply, year, stamp);
  const entries = entriesOf(week.hours);
  const supportedPupils = supportedIn(source);
  const assigned = {
    staffing,
    extra,
    classes: source.classes,
    teachers,
    supportedPupils,
    from: year.lessonsFrom,
    ...(year.closedOn === undefined ? {} : { to: lastDayOfYear(year.startYear) }),
    groupOf: groupsOfSubjects(week.hours),
  };
  const assignments = assignmentRecords(assigned, stamp);
  const who = whoIsWho(
    {
      startYear: year.startYear,
      classes,
      subjects: source.subjects,
      assignments,
      showcase: classOf(source),
      ...source.office,
      pupils: source.pupils,
      guardians: source.guardians,
      until: source.until,
    },
    stamp,
    random,
  );
  const besideHours = [
    ...week.beside,
    ...hoursBesideReligion(
      [...week.hours, ...week.beside],
      besideReligionOf(source, who),
      random('beside religion'),
    ),
  ];
  const beside = entriesOf(besideHours);
  const history: SchoolYearRecords['history'] = (told) =>
    inventHistory(
      {
        year: yearRecord,
        bellSchemes: bells,
        classes,
        entries,
        beside,
        groupsOf: groupsOfPupils(who),
        attendsReligion: attendingReligion(who),
        supported: new Map(
          [...supportedPupils].flatMap(([position, pupil]) => {
            const schoolClass = source.classes.get(position);
            return schoolClass ? [[schoolClass.id, pupil] as const] : [];
          }),
        ),
        pupils: source.pupils,
        subjects: new Map(source.subjects.map((subject) => [subject.id, subject])),
        subjectNames: new Map(source.subjects.map((subject) => [subject.id, subject.name])),
        supportTeachers: new Set(extra.supports.flatMap(({ teacher }) => teachers[teacher] ?? [])),
        showcaseTeacher: must(teachers[source.showcase.teacher], 'the printed teacher'),
        showcase: year.closedOn === undefined ? classOf(source) : undefined,
        principal: source.office.principal,
        guardianOf: guardianOf(source.guardians),
        ...(told === 'lastDay' ? { since: lastLessonDay(yearRecord) } : {}),
        today: source.until,
        withToday: told === 'withToday',
      },
      stamp,
      (label) => random(`history/${label}`),
    );
  const records = [
    yearRecord,
    ...bells,
    ...classes,
    ...assignments,
    ...entries,
    ...who,
    ...besideAssignments(besideHours, assigned, stamp),
    ...beside,
  ];
  return { records, assignments, history };
}

/** The posts as far as they concern the classes of the year; nobody is on leave in a year without a supply teacher. */
function ofClasses({ staffing, extra, classes, year }: YearSource): Pick<YearSource, 'staffing' | 'extra'> {
  const isThere = (item: { readonly class: number }) => classes.has(item.class);
  const { supply, ...others } = extra;
  return {
    staffing: { ...staffing, teachings: staffing.teachings.filter(isThere) },
    extra: {
      ...others,
      coTeachings: extra.coTeachings.filter(isThere),
      supports: extra.supports.filter(isThere),
      labs: extra.labs.filter(isThere),
      ...(supply && year.hasSupply ? { supply } : {}),
    },
  };
}

/** Whom the support teachers follow, by class: the fourth of those who are there all year. */
function supportedIn({ extra, classes, pupils }: YearSource): ReadonlyMap<number, PersonId> {
  const settled = new Map<ClassId, PersonId[]>();
  for (const { id, enrolments } of pupils) {
    const [only, ...others] = enrolments;
    if (!only || others.length > 0 || !lastsAllYear(only)) continue;
    settled.set(only.class, [...(settled.get(only.class) ?? []), id]);
  }
  return new Map(
    extra.supports.flatMap(({ class: position }) => {
      const schoolClass = classes.get(position);
      const pupil = schoolClass && settled.get(schoolClass.id)?.[3];
      return pupil ? [[position, pupil] as const] : [];
    }),
  );
}

function classOf({ classes, showcase }: YearSource): ClassId | undefined {
  return classes.get(showcase.class)?.id;
}

/** Who writes for a child: the guardian named first. */
function guardianOf(guardians: readonly GuardianOfPupil[]): ReadonlyMap<PersonId, PersonId> {
  return new Map(guardians.toReversed().map(({ pupil, guardian }) => [pupil, guardian]));
}
