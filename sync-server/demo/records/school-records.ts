import { toSchoolId } from '../../../domain/base/ids.ts';
import { classId, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID, type School } from '../../../domain/kinds/school/record.ts';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import { instantAt } from '../school-clock.ts';
import { BELL_PLANS } from '../plan/bells.ts';
import { BESIDE_RELIGION, CIVICS, RELIGION, SHORT_NAMES } from '../plan/curriculum.ts';
import type { ClassPlan, SchoolPlan } from '../plan/school-plan.ts';
import type { YearPlan } from '../plan/year-plan.ts';
import type { OfficeStamp, Stamp } from '../stamp.ts';

const NOON = 720;
/** What rules know of subjects. */
const SPECIAL: Readonly<Record<string, Subject['special']>> = {
  [RELIGION]: 'religion',
  [CIVICS]: 'civics',
  [BESIDE_RELIGION.alternative]: 'alternative',
  [BESIDE_RELIGION.assistedStudy]: 'assistedStudy',
};

/** What the collegio of either school has decided on grades. */
const GRADING: GradingPolicies = {
  needed: { written: 2, oral: 2 },
  excuses: 2,
  overallAverage: true,
};

/** The record of a school itself. */
export function schoolRecord(plan: SchoolPlan, stamp: Stamp): School {
  return {
    ...stamp.office(),
    id: SCHOOL_RECORD_ID,
    kind: 'school',
    school: toSchoolId(plan.code),
    name: plan.name,
    ministryCode: plan.ministryCode,
    levels: plan.levels,
    city: plan.city,
    address: plan.address,
    phone: plan.phone,
    email: plan.email,
    website: plan.website,
    policies: { ...DEFAULT_POLICIES, grading: GRADING },
  };
}

/** A school year, closed where it is over. */
export function schoolYearRecord(plan: SchoolPlan, year: YearPlan, stamp: OfficeStamp): SchoolYear {
  const { startYear, lessonsFrom, lessonsTo, periods, closures, closedOn } = year;
  return {
    ...(closedOn === undefined ? stamp.office() : stamp.envelope(stamp.clerk, instantAt(closedOn, NOON))),
    id: schoolYearId(startYear),
    kind: 'schoolYear',
    startYear,
    lessonsFrom,
    lessonsTo,
    periods,
    restDays: plan.restDays,
    closures,
    patronSaint: plan.patronSaint,
    // Of a year that is over all term meetings have been held.
    ...(closedOn === undefined
      ? {}
      : { closedOn, frozen: periods.map((_period, index) => ({ period: index })) }),
  };
}

/** The classes of a year, in the order of their plans. */
export function classRecords(
  plans: readonly ClassPlan[],
  startYear: number,
  stamp: Stamp,
): readonly SchoolClass[] {
  return plans.map((plan) => ({
    ...stamp.office(),
    id: classId(startYear, plan.level, `${plan.year}${plan.section}`),
    kind: 'class',
    startYear,
    level: plan.level,
    year: plan.year,
    section: plan.section,
    course: plan.course,
    ...(plan.site === undefined ? {} : { site: plan.site }),
  }));
}

/** The subjects that a school teaches. */
export function subjectRecords(names: Iterable<string>, stamp: Stamp): readonly Subject[] {
  return [...new Set(names)].map((name) => ({
    ...stamp.office(),
    id: subjectId(name),
    kind: 'subject',
    name,
    shortName: SHORT_NAMES[name] ?? name.slice(0, 3).toUpperCase(),
    ...(SPECIAL[name] === undefined ? {} : { special: SPECIAL[name] }),
  }));
}

/** The bell schemes of the levels of a school in a year. */
export function bellRecords(
  plan: SchoolPlan,
  { startYear, lessonsFrom, lessonsTo }: YearPlan,
  stamp: Stamp,
): readonly BellScheme[] {
  return BELL_PLANS.filter((bells) => plan.levels.includes(bells.level)).map((bells, index) => ({
    ...stamp.office(),
    id: `bells.${startYear}.${index + 1}`,
    kind: 'bellScheme',
    name: bells.name,
    validFrom: lessonsFrom,
    validTo: lessonsTo,
    weekdays: bells.weekdays,
    levels: [bells.level],
    hours: bells.hours,
  }));
}
