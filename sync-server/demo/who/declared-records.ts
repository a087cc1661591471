import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { HoursElsewhere } from '../../../domain/kinds/hours-elsewhere/record.ts';
import { dayOfYear } from '../plan/year-plan.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';
import { instantAt } from '../school-clock.ts';
import type { OfficeStamp } from '../stamp.ts';

/** Of whom others have declared hours. */
export interface DeclaredSource {
  readonly startYear: number;
  readonly pupils: readonly EnrolledPupil[];
  /** Pupils who are in one class all year. */
  readonly settled: readonly EnrolledPupil[];
  readonly until: LocalDate;
}

/** A week has thirty hours: half units of one day. */
const OF_DAY = 12;
const WEEK = 7;
const SCHOOL_WEEK = 5;

/**
 * What the clearance papers of those who came during the year say, and what the school in hospital has declared of one pupil; as far as the
 * year has come.
 */
export function declaredRecords(
  { pupils, settled, until, startYear }: DeclaredSource,
  stamp: OfficeStamp,
): readonly HoursElsewhere[] {
  const begins = dayOfYear(startYear, 9, 14);
  const declare = (
    { id, enrolments }: EnrolledPupil,
    on: LocalDate,
    said: Pick<
      HoursElsewhere,
      'source' | 'place' | 'from' | 'to' | 'absentHalfUnits' | 'heldHalfUnits' | 'document'
    >,
  ): HoursElsewhere => ({
    ...stamp.envelope(stamp.clerk, instantAt(on, 600)),
    id: stamp.recordId(),
    kind: 'hoursElsewhere',
    pupil: id,
    classes: [...new Set(enrolments.map((enrolment) => enrolment.class))],
    ...said,
  });
  const arrived = pupils.flatMap((pupil, index) => {
    const first = pupil.enrolments[0]?.from;
    if (first === undefined || first <= addDays(begins, WEEK) || first >= until) return [];
    const weeks = Math.floor((Date.parse(first) - Date.parse(begins)) / (WEEK * 86_400_000));
    return [
      declare(pupil, first, {
        source: 'otherSchool',
        place: 'Istituto Comprensivo di Fonte Chiara',
        from: begins,
        to: addDays(first, -1),
        absentHalfUnits: 23 + (index % 9),
        heldHalfUnits: weeks * SCHOOL_WEEK * OF_DAY,
        document: `Nulla osta prot. 2210/${startYear}`,
      }),
    ];
  });
  const inHospital = { from: dayOfYear(startYear, 10, 12), to: dayOfYear(startYear, 10, 23) };
  const one = settled.at(-6);
  const ill =
    one && inHospital.to < until
      ? [
          declare(one, addDays(inHospital.to, 3), {
            source: 'careSchool',
            place: 'Scuola in ospedale, Policlinico di Modena',
            ...inHospital,
            absentHalfUnits: 3,
            heldHalfUnits: 40,
            document: `Prot. 2418/${startYear}`,
          }),
        ]
      : [];
  return [...arrived, ...ill];
}
