import { must } from '../../domain/base/assert.ts';
import { addDays } from '../../domain/base/local-date.ts';
import {
  toSchoolId,
  type ClassId,
  type LocalDate,
  type PersonId,
  type SchoolId,
} from '../../domain/base/ids.ts';
import { className } from '../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { listName } from '../../domain/kinds/person/record.ts';
import { lastDayOfYear } from '../../domain/school/class-of-pupil.ts';
import { staffUsername } from '../../domain/people/username.ts';
import { printedAccounts, type DemoAccount } from './accounts.ts';
import { buildYear, type YearSource } from './build-year.ts';
import type { DemoFamilyAccount } from './family-accounts.ts';
import type { Family } from './people/family.ts';
import { BESIDE_RELIGION } from './plan/curriculum.ts';
import { planExtraPosts } from './plan/extra-posts.ts';
import { planClasses, type SchoolPlan } from './plan/school-plan.ts';
import { planStaffing } from './plan/staffing.ts';
import { createRandom } from './random.ts';
import { pupilsOfYear } from './records/pupil-records.ts';
import { schoolRecord, subjectRecords } from './records/school-records.ts';
import { pupilsOf, staffOf } from './school-people.ts';
import { createStamp } from './stamp.ts';
import { guardiansOfPupils } from './who/of-family.ts';

/** A member of staff with the username of the account. */
export interface DemoStaff {
  readonly person: PersonId;
  readonly name: string;
  readonly username: string;
}

/** A demonstration school: all its records, its staff, and the accounts worth printing. */
export interface DemoSchool {
  readonly school: SchoolId;
  readonly name: string;
  /** Password of all its accounts. */
  readonly password: string;
  readonly records: readonly RegisterRecord[];
  readonly staff: readonly DemoStaff[];
  /** Accounts of families that are in use already. */
  readonly families: readonly DemoFamilyAccount[];
  readonly accounts: readonly DemoAccount[];
  /** The class of the printed teachers. */
  readonly showcase: ClassId;
}

/** Staff numbers in usernames start here. */
const FIRST_STAFF_NUMBER = 5_100_001;

/**
 * What is told beside people, classes and timetables: what happened in both years and what waits today; what happened in the year that is
 * going on and nothing of today, so that tests begin on an empty roll, and of the year before its last day; or nothing.
 */
export type History = 'both' | 'untilToday' | 'none';

/** How one school is built. */
export interface BuildOptions {
  readonly seed: number;
  /** The first day on which nothing has happened yet. */
  readonly until: LocalDate;
  readonly classes: number;
  readonly history: History;
}

/** Builds one demonstration school; families of an earlier school may have children here too. */
export function buildSchool(
  plan: SchoolPlan,
  options: BuildOptions,
  neighbours: readonly Family[],
): { readonly school: DemoSchool; readonly families: readonly Family[] } {
  const random = (label: string) => createRandom(options.seed, `${plan.code}/${label}`);
  const { last, current } = plan.years;
  const school = toSchoolId(plan.code);
  const stamp = createStamp(school, random('identifiers'), current.startYear);
  const lastStamp = createStamp(school, random('identifiers of last year'), last.startYear, stamp.clerk);
  const classPlans = planClasses(plan.levels, options.classes);
  const showcase = Math.max(
    0,
    classPlans.findIndex(
      (item) => item.level === plan.showcase.level && className(item) === plan.showcase.name,
    ),
  );
  const staffing = planStaffing(classPlans);
  const extra = planExtraPosts(classPlans, staffing, showcase);
  const showcaseTeacher = must(
    staffing.teachings.find((item) => item.class === showcase && item.subject === 'Italiano'),
    'somebody teaches Italian',
  ).teacher;

  const taught = staffing.teachings
    .filter((item) => item.teacher === showcaseTeacher)
    .map((item) => item.class);

  const people = staffOf(classPlans.length, staffing.posts.length + extra.posts.length, stamp, random);
  const subjects = subjectRecords(
    [
      ...staffing.teachings.map((item) => item.subject),
      'Sostegno',
      ...extra.languages.map(({ subject }) => subject),
      ...Object.values(BESIDE_RELIGION),
    ],
    stamp,
  );
  const enrolled = pupilsOf(
    classPlans,
    { class: showcase, taught },
    { last: { year: last, stamp: lastStamp }, current: { year: current, stamp } },
    neighbours,
    random,
  );
  const source: Omit<YearSource, 'year' | 'classes' | 'pupils' | 'until'> = {
    plan,
    classPlans,
    staffing,
    extra,
    showcase: { class: showcase, teacher: showcaseTeacher },
    teachers: people.teachers,
    subjects,
    guardians: guardiansOfPupils(enrolled.records),
    office: people,
  };
  const before = buildYear(
    {
      ...source,
      year: last,
      classes: enrolled.last,
      pupils: pupilsOfYear(enrolled.pupils, last.startYear),
      until: addDays(lastDayOfYear(last.startYear), 1),
    },
    lastStamp,
    (label) => random(`last year/${label}`),
  );
  const now = buildYear(
    {
      ...source,
      year: current,
      classes: enrolled.current,
      pupils: pupilsOfYear(enrolled.pupils, current.startYear),
      until: options.until,
    },
    stamp,
    random,
  );
  const staff = people.all.map(({ id, plan: { person } }, index) => ({
    person: id,
    name: listName(person),
    username: staffUsername(school, FIRST_STAFF_NUMBER + index),
  }));
  const records = [
    schoolRecord(plan, stamp),
    ...subjects,
    ...people.all.flatMap((member) => member.records),
    ...enrolled.records,
    ...before.records,
    ...now.records,
    ...(options.history === 'none' ? [] : before.history(options.history === 'both' ? 'whole' : 'lastDay')),
    ...(options.history === 'none' ? [] : now.history(options.history === 'both' ? 'withToday' : 'whole')),
  ];
  const shown = must(enrolled.current.get(showcase), 'a school has classes');
  const accounts = printedAccounts({
    plan,
    classes: [...enrolled.current.values()],
    assignments: now.assignments,
    staff,
    showcase: shown,
    principal: people.principal,
    clerk: stamp.clerk,
    showcaseTeacher: people.teachers[showcaseTeacher],
  });
  return {
    school: {
      school,
      name: plan.name,
      password: plan.password,
      records,
      staff,
      accounts,
      families: [],
      showcase: shown.id,
    },
    families: enrolled.families,
  };
}
