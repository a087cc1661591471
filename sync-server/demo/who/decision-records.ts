import type { LocalDate } from '../../../domain/base/ids.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import { guardianshipId, type Guardianship } from '../../../domain/kinds/guardianship/record.ts';
import { instantAt } from '../school-clock.ts';
import { START_YEAR } from '../plan/schools.ts';
import { dayOfYear } from '../plan/year-plan.ts';
import type { OfficeStamp } from '../stamp.ts';
import type { GuardianOfPupil } from './of-family.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

type MonthAndDay = readonly [month: number, day: number];

/** Of whom councils and courts have decided something. */
export interface DecisionSource {
  readonly startYear: number;
  /** Pupils who are in one class all year, and not in the first one. */
  readonly pupils: readonly EnrolledPupil[];
  readonly guardians: readonly GuardianOfPupil[];
  readonly until: LocalDate;
}

/** Therapies are counted by their hours, the others by their days. */
const DEROGATIONS = [
  { category: 'therapies', number: 1204, halfUnits: 120 },
  { category: 'sport', number: 1311, from: [10, 5], to: [10, 7] },
  { category: 'health', number: 1498, from: [10, 14], to: [10, 23] },
  { category: 'bloodDonation', number: 1502, halfUnits: 10 },
  { category: 'studyAbroad', number: 987, from: [9, 15], to: [12, 19] },
] as const satisfies readonly {
  readonly category: Derogation['category'];
  readonly number: number;
  readonly halfUnits?: number;
  readonly from?: MonthAndDay;
  readonly to?: MonthAndDay;
}[];

/** So many pupils lie between two of whom a council has decided. */
const STRIDE = 17;
/** Grown pupils alone give blood. */
const GROWN = new Set<string>(['bloodDonation', 'studyAbroad']);

/** Absences of a few pupils that do not count, as far as the year has come. */
export function derogationRecords(
  { pupils, until, startYear }: DecisionSource,
  isUpper: boolean,
  stamp: OfficeStamp,
): readonly Derogation[] {
  const dayOf = ([month, day]: MonthAndDay) => dayOfYear(startYear, month, day);
  return DEROGATIONS.filter(({ category }) => isUpper || !GROWN.has(category)).flatMap((decided, index) => {
    // Of the last ones on: the classes of the oldest come last.
    const one = pupils.at(-1 - index * STRIDE);
    const dates = 'from' in decided ? { from: dayOf(decided.from), to: dayOf(decided.to) } : undefined;
    if (!one || (dates && dates.from >= until)) return [];
    const { category, number } = decided;
    return [
      {
        ...(dates ? stamp.envelope(stamp.clerk, instantAt(dates.from, 540)) : stamp.office()),
        id: stamp.recordId(),
        kind: 'derogation' as const,
        pupil: one.id,
        startYear,
        classes: [...new Set(one.enrolments.map((enrolment) => enrolment.class))],
        category,
        document: `Prot. ${number}/${startYear}`,
        ...dates,
        ...('halfUnits' in decided ? { halfUnits: decided.halfUnits } : {}),
      },
    ];
  });
}

const RIGHTS = [
  { rights: 'readOnly', document: 'Prot. 214/2026' },
  { rights: 'none', document: 'Prot. 371/2026' },
] as const satisfies readonly Partial<Guardianship>[];
const DECIDED = localDate(START_YEAR, 9, 28);

/** Two guardians whose rights a court has limited or taken away; the child's other guardian keeps all. */
export function guardianshipRecords(
  { pupils, guardians, until, startYear }: DecisionSource,
  stamp: OfficeStamp,
): readonly Guardianship[] {
  if (startYear !== START_YEAR || DECIDED >= until) return [];
  const byPupil = Map.groupBy(guardians, ({ pupil }) => pupil);
  const children = Map.groupBy(guardians, ({ guardian }) => guardian);
  const second = pupils.flatMap(({ id }) => {
    const both = byPupil.get(id) ?? [];
    const one = both[1];
    return one && (children.get(one.guardian) ?? []).length === 1 ? [one] : [];
  });
  return RIGHTS.flatMap((decided, index) => {
    const one = second[index * STRIDE] ?? second[index];
    if (!one) return [];
    return [
      {
        ...stamp.envelope(stamp.clerk, instantAt(DECIDED, 600)),
        id: guardianshipId(one.guardian, one.pupil, DECIDED),
        kind: 'guardianship' as const,
        ...one,
        from: DECIDED,
        ...decided,
      },
    ];
  });
}
