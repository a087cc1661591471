import { must } from '../../domain/base/assert.ts';
import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { lastDayOfYear } from '../../domain/school/class-of-pupil.ts';
import type { Family } from './people/family.ts';
import { planLastYear } from './people/last-year.ts';
import { planMovements } from './people/movements.ts';
import { inventPupils } from './people/pupils.ts';
import { inventOfficeStaff, inventTeachers, type StaffPlan } from './people/staff.ts';
import type { ClassPlan } from './plan/school-plan.ts';
import type { YearPlan } from './plan/year-plan.ts';
import type { Random } from './random.ts';
import { currentEnrolments, pastEnrolments } from './records/enrolment-records.ts';
import { personRecords } from './records/person-records.ts';
import { pupilRecords, type EnrolledPupil } from './records/pupil-records.ts';
import { classRecords } from './records/school-records.ts';
import type { OfficeStamp, Stamp } from './stamp.ts';

type RandomOf = (label: string) => Random;

/** A member of staff with records and identifier. */
export interface EnrolledStaff {
  readonly id: PersonId;
  readonly plan: StaffPlan;
  readonly records: readonly RegisterRecord[];
}

/** The staff of a school, by what they do. */
export interface SchoolStaff {
  readonly all: readonly EnrolledStaff[];
  readonly teachers: readonly PersonId[];
  readonly clerks: readonly PersonId[];
  readonly principal: PersonId;
  readonly director: PersonId;
  readonly administrator: PersonId;
}

/** Invents the staff of a school of so many classes and teaching posts. */
export function staffOf(classes: number, posts: number, stamp: OfficeStamp, random: RandomOf): SchoolStaff {
  const office = inventOfficeStaff(classes, random('office'));
  const teachers = enrolStaff(inventTeachers(posts, random('teachers')), stamp);
  const clerks = enrolStaff(office.clerks, stamp, stamp.clerk);
  const principals = enrolStaff([office.principal], stamp);
  const ata = enrolStaff(office.ata, stamp);
  const others = enrolStaff([office.director, office.administrator], stamp);
  const idOf = (member: EnrolledStaff | undefined) => must(member, 'a member of the staff').id;
  return {
    all: [...clerks, ...principals, ...teachers, ...ata, ...others],
    teachers: teachers.map(({ id }) => id),
    clerks: clerks.map(({ id }) => id),
    principal: idOf(principals[0]),
    director: idOf(others[0]),
    administrator: idOf(others[1]),
  };
}

/** Gives members of staff their records; the first may have an identifier already. */
function enrolStaff(plans: readonly StaffPlan[], stamp: Stamp, firstId?: PersonId): readonly EnrolledStaff[] {
  return plans.map((plan, index) => {
    const id = index === 0 && firstId !== undefined ? firstId : stamp.personId();
    const records = personRecords({ id, person: plan.person, type: 'staff', roles: plan.roles }, stamp);
    return { id, plan, records };
  });
}

/** A year of a school, for those who are enrolled in it. */
interface YearOfPupils {
  readonly year: YearPlan;
  readonly stamp: OfficeStamp;
}

/** The classes of both years, by position, and everybody who is or was in them. */
export interface SchoolPupils {
  readonly last: ReadonlyMap<number, SchoolClass>;
  readonly current: ReadonlyMap<number, SchoolClass>;
  readonly pupils: readonly EnrolledPupil[];
  readonly records: readonly RegisterRecord[];
  readonly families: readonly Family[];
}

/** Invents the pupils of a school, where they were a year ago, and those who have left since. */
export function pupilsOf(
  plans: readonly ClassPlan[],
  shown: { readonly class: number; readonly taught: readonly number[] },
  years: { readonly last: YearOfPupils; readonly current: YearOfPupils },
  neighbours: readonly Family[],
  random: RandomOf,
): SchoolPupils {
  const { last, current } = years;
  const classes = classRecords(plans, current.year.startYear, current.stamp);
  const before = classRecords(plans, last.year.startYear, last.stamp);
  const population = inventPupils(plans, shown.class, current.year.startYear, neighbours, random('pupils'));
  const movements = planMovements(plans, population.pupils, shown.class, shown.taught);
  const past = planLastYear(plans, population.pupils, movements, last.year);
  const here = pupilRecords(
    population,
    {
      enrolmentsOf: (id, position) => [
        ...pastEnrolments(id, past.stays.get(position) ?? [], before, last.stamp),
        ...currentEnrolments(
          id,
          classes[population.pupils[position]?.class ?? -1],
          movements.get(position),
          { classes, from: current.year.lessonsFrom },
          current.stamp,
        ),
      ],
      leftOn: (position) => {
        const movement = movements.get(position);
        return movement?.kind === 'leaves' ? movement.on : undefined;
      },
    },
    current.stamp,
  );
  const gone = leavers(plans, past.gone, before, last, random('leavers'));
  return {
    last: new Map([...before.entries()].filter(([position]) => past.classes.has(position))),
    current: new Map(classes.entries()),
    pupils: [...here.pupils, ...gone.pupils],
    records: [...here.records, ...gone.records],
    families: population.families,
  };
}

/** The pupils of classes of which nobody is here any more: they left when the year ended. */
function leavers(
  plans: readonly ClassPlan[],
  gone: readonly number[],
  before: readonly SchoolClass[],
  { year, stamp }: YearOfPupils,
  random: Random,
) {
  const leavingPlans = gone.map((position) => must(plans[position], 'the plan of a class'));
  const population = inventPupils(leavingPlans, -1, year.startYear, [], random);
  const lastDay: LocalDate = lastDayOfYear(year.startYear);
  return pupilRecords(
    population,
    {
      enrolmentsOf: (id, index) => {
        const position = gone[population.pupils[index]?.class ?? -1] ?? -1;
        return pastEnrolments(id, [{ class: position, from: year.lessonsFrom, to: lastDay }], before, stamp);
      },
      leftOn: () => lastDay,
    },
    stamp,
  );
}
