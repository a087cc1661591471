import { toSchoolId } from '../../../domain/base/ids.ts';
import { classId, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID, type School } from '../../../domain/kinds/school/record.ts';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import { BELL_PLANS } from '../plan/bells.ts';
import { SHORT_NAMES } from '../plan/curriculum.ts';
import type { ClassPlan, SchoolPlan } from '../plan/school-plan.ts';
import { LESSONS_FROM, LESSONS_TO, START_YEAR } from '../plan/schools.ts';
import type { Stamp } from '../stamp.ts';

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
    policies: DEFAULT_POLICIES,
  };
}

/** The school year 2026/27. */
export function schoolYearRecord(plan: SchoolPlan, stamp: Stamp): SchoolYear {
  return {
    ...stamp.office(),
    id: schoolYearId(START_YEAR),
    kind: 'schoolYear',
    startYear: START_YEAR,
    lessonsFrom: LESSONS_FROM,
    lessonsTo: LESSONS_TO,
    periods: plan.periods,
    restDays: plan.restDays,
    closures: plan.closures,
    patronSaint: plan.patronSaint,
  };
}

/** The classes of a school, in the order of their plans. */
export function classRecords(plans: readonly ClassPlan[], stamp: Stamp): readonly SchoolClass[] {
  return plans.map((plan) => ({
    ...stamp.office(),
    id: classId(START_YEAR, plan.level, `${plan.year}${plan.section}`),
    kind: 'class',
    startYear: START_YEAR,
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
  }));
}

/** The bell schemes of the levels of a school. */
export function bellRecords(plan: SchoolPlan, stamp: Stamp): readonly BellScheme[] {
  return BELL_PLANS.filter((bells) => plan.levels.includes(bells.level)).map((bells, index) => ({
    ...stamp.office(),
    id: `bells.${START_YEAR}.${index + 1}`,
    kind: 'bellScheme',
    name: bells.name,
    validFrom: LESSONS_FROM,
    validTo: LESSONS_TO,
    weekdays: bells.weekdays,
    levels: [bells.level],
    hours: bells.hours,
  }));
}
