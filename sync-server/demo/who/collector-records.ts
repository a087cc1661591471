import type { Delegate } from '../../../domain/kinds/delegate/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { StandingAuthorisation } from '../../../domain/kinds/standing-authorisation/record.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { inventStaff } from '../people/invented-person.ts';
import { dayOfYear } from '../plan/year-plan.ts';
import type { Random } from '../random.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';
import type { OfficeStamp } from '../stamp.ts';

const DELEGATED_SHARE = 0.15;
const BUS_SHARE = 0.02;
const BUS_MINUTES = 10;

/** Who may collect younger pupils beside the parents, and who comes late or leaves early by the bus (D91). */
export function collectorRecords(
  source: {
    readonly startYear: number;
    readonly classes: readonly SchoolClass[];
    readonly pupils: readonly EnrolledPupil[];
  },
  { stamp, random }: { readonly stamp: OfficeStamp; readonly random: Random },
): readonly (Delegate | StandingAuthorisation)[] {
  const levels = new Map(source.classes.map(({ id, level }) => [id, level]));
  const from = dayOfYear(source.startYear, 9, 10);
  const to = lastDayOfYear(source.startYear);
  return source.pupils.flatMap(({ id: pupil, enrolments }): readonly (Delegate | StandingAuthorisation)[] => {
    const schoolClass = enrolments.at(-1)?.class;
    if (schoolClass === undefined) return [];
    const isYoung = levels.get(schoolClass) !== 'upperSecondary';
    const records: (Delegate | StandingAuthorisation)[] = [];
    if (isYoung && random.chance(DELEGATED_SHARE)) {
      const { givenName, surname } = inventStaff(random);
      records.push({
        ...stamp.office(),
        id: stamp.recordId(),
        kind: 'delegate',
        pupil,
        class: schoolClass,
        name: `${givenName} ${surname}`,
        document: `Carta d’identità CA${String(random.integer(0, 99_999)).padStart(5, '0')}ZZ`,
        from,
        to,
      });
    }
    if (random.chance(BUS_SHARE))
      records.push({
        ...stamp.office(),
        id: stamp.recordId(),
        kind: 'standingAuthorisation',
        pupil,
        class: schoolClass,
        item: random.chance(0.5) ? 'late' : 'exit',
        minutes: BUS_MINUTES,
        weekdays: random.chance(0.5) ? [1, 2, 3, 4, 5] : [2, 4],
        from,
        to,
        reason: 'Orari dell’autobus',
      });
    return records;
  });
}
