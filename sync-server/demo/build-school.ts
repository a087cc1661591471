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
import { staffUsername } from '../../domain/people/username.ts';
import { inventHistory } from './history/history.ts';
import type { Family } from './people/family.ts';
import { planMovements } from './people/movements.ts';
import { inventPupils } from './people/pupils.ts';
import { inventOfficeStaff, inventTeachers, type StaffPlan } from './people/staff.ts';
import { planExtraPosts } from './plan/extra-posts.ts';
import { planClasses, type SchoolPlan } from './plan/school-plan.ts';
import { START_YEAR } from './plan/schools.ts';
import { planStaffing } from './plan/staffing.ts';
import { createRandom } from './random.ts';
import { assignmentRecords } from './records/assignment-records.ts';
import { personRecords } from './records/person-records.ts';
import { pupilRecords } from './records/pupil-records.ts';
import {
  bellRecords,
  classRecords,
  schoolRecord,
  schoolYearRecord,
  subjectRecords,
} from './records/school-records.ts';
import { timetableRecords } from './records/timetable-records.ts';
import type { DemoFamilyAccount } from './family-accounts.ts';
import { printedAccounts, type DemoAccount } from './accounts.ts';
import { createStamp, type Stamp } from './stamp.ts';
import { planTimetable } from './timetable/school-timetable.ts';
import { guardiansOfPupils } from './who/of-family.ts';
import { whoIsWho } from './who/who-is-who.ts';

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

/** Builds one demonstration school; families of an earlier school may have children here too. */
export function buildSchool(
  plan: SchoolPlan,
  options: { readonly seed: number; readonly until: LocalDate; readonly classes: number },
  neighbours: readonly Family[],
): { readonly school: DemoSchool; readonly families: readonly Family[] } {
  const random = (label: string) => createRandom(options.seed, `${plan.code}/${label}`);
  const stamp = createStamp(toSchoolId(plan.code), random('identifiers'));
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

  const office = inventOfficeStaff(classPlans.length, random('office'));
  const teachers = enrolStaff(
    inventTeachers(staffing.posts.length + extra.posts.length, random('teachers')),
    stamp,
  );
  const clerks = enrolStaff(office.clerks, stamp, stamp.clerk);
  const [principal] = enrolStaff([office.principal], stamp);
  const ata = enrolStaff(office.ata, stamp);
  const others = enrolStaff([office.director, office.administrator], stamp);
  const allStaff = [...clerks, must(principal, 'the principal'), ...teachers, ...ata, ...others];
  const teacherIds = teachers.map((teacher) => teacher.id);

  const classes = classRecords(classPlans, stamp);
  const subjects = subjectRecords([...staffing.teachings.map((item) => item.subject), 'Sostegno'], stamp);
  const year = schoolYearRecord(plan, stamp);
  const bells = bellRecords(plan, stamp);
  const hours = planTimetable(
    classPlans,
    staffing,
    extra,
    { class: showcase, teacher: showcaseTeacher },
    random('timetable'),
  );
  const entries = timetableRecords(hours, classes, teacherIds, extra.supply, stamp);

  const population = inventPupils(classPlans, showcase, START_YEAR, neighbours, random('pupils'));
  const movements = planMovements(classPlans, population.pupils, showcase);
  const enrolled = pupilRecords(population, classes, movements, stamp);
  const supportedPupils = new Map(
    extra.supports.flatMap(({ class: position }) => {
      // The fourth of the class: never one of those who come, go or change class.
      const index = population.pupils.findIndex((pupil) => pupil.class === position) + 3;
      const pupil = enrolled.pupils[index];
      return pupil ? [[position, pupil.id] as const] : [];
    }),
  );
  const assignments = assignmentRecords(
    { staffing, extra, classes, teachers: teacherIds, supportedPupils },
    stamp,
  );
  const history = inventHistory(
    {
      year,
      bellSchemes: bells,
      classes,
      entries,
      pupils: enrolled.pupils,
      subjectNames: new Map(subjects.map((subject) => [subject.id, subject.name])),
      supportTeachers: new Set(extra.supports.flatMap(({ teacher }) => teacherIds[teacher] ?? [])),
      showcaseTeacher: must(teacherIds[showcaseTeacher], 'the printed teacher'),
    },
    addDays(options.until, -1),
    stamp,
    random('history'),
  );
  const staff = allStaff.map(({ id, plan: { person } }, index) => ({
    person: id,
    name: listName(person),
    username: staffUsername(stamp.school, FIRST_STAFF_NUMBER + index),
  }));
  const records = [
    schoolRecord(plan, stamp),
    year,
    ...bells,
    ...classes,
    ...subjects,
    ...allStaff.flatMap((member) => member.records),
    ...enrolled.records,
    ...assignments,
    ...entries,
    ...history,
    ...whoIsWho(
      {
        classes,
        subjects,
        assignments,
        showcase: must(classes[showcase], 'a school has classes').id,
        clerks: clerks.map(({ id }) => id),
        director: must(others[0], 'the director').id,
        administrator: must(others[1], 'the administrator').id,
        pupils: enrolled.pupils,
        guardians: guardiansOfPupils(enrolled.records),
        until: options.until,
      },
      stamp,
      random,
    ),
  ];
  const accounts = printedAccounts({
    plan,
    classes,
    assignments,
    staff,
    showcase: classes[showcase],
    principal: principal?.id,
    clerk: stamp.clerk,
    showcaseTeacher: teacherIds[showcaseTeacher],
  });
  return {
    school: {
      school: stamp.school,
      name: plan.name,
      password: plan.password,
      records,
      staff,
      accounts,
      families: [],
      showcase: must(classes[showcase], 'a school has classes').id,
    },
    families: population.families,
  };
}

/** Gives members of staff their records; the first may have an identifier already. */
function enrolStaff(plans: readonly StaffPlan[], stamp: Stamp, firstId?: PersonId) {
  return plans.map((plan, index) => {
    const id = index === 0 && firstId !== undefined ? firstId : stamp.personId();
    const records = personRecords({ id, person: plan.person, type: 'staff', roles: plan.roles }, stamp);
    return { id, plan, records };
  });
}
