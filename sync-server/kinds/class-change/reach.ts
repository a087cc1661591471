import type { ClassId, Instant, LocalDate, PersonId, SchoolId } from '../../../domain/base/ids.ts';
import { lastDayInClass } from '../../../domain/hours/left-class-hours.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { Stay } from './stays.ts';

/** In which school and when something is taken along. */
export interface Change {
  readonly school: SchoolId;
  readonly now: Instant;
  /** The school as it stands, where it is known already. */
  readonly snapshot?: SchoolSnapshot;
}

/** Of whose hours some records say something. */
export interface Reach {
  readonly isNothing: boolean;
  /** Pupils of whom it has to be asked anew where they have been. */
  readonly pupils: ReadonlySet<PersonId>;
  /** Whether something in the records counts for the hours of a stay. */
  reaches(stay: Stay): boolean;
}

/** Of whose hours a record says something: a pupil's, those of one from a day on, those of a class from a day on, or all. */
type Says =
  | { readonly of: 'pupil'; readonly pupil: PersonId }
  | { readonly of: 'pupilFrom'; readonly pupil: PersonId; readonly day: LocalDate }
  | { readonly of: 'classFrom'; readonly class: ClassId; readonly day: LocalDate }
  | { readonly of: 'all' };

const ofPupil = ({ pupil }: { readonly pupil: PersonId }): Says => ({ of: 'pupil', pupil });
const ofDay = ({ pupil, day }: { readonly pupil: PersonId; readonly day: LocalDate }): Says => ({
  of: 'pupilFrom',
  pupil,
  day,
});
const ofClassDay = (one: { readonly class: ClassId; readonly day: LocalDate }): Says => ({
  of: 'classFrom',
  class: one.class,
  day: one.day,
});
const ofAll = (): Says => ({ of: 'all' });
const ofNobody = (): undefined => undefined;

/** Asked of every kind: what is forgotten here leaves hours as they were counted once. */
const SAYS: { readonly [K in RecordKind]: (record: RecordOfKind<K>) => Says | undefined } = {
  enrolment: ofPupil,
  groupMembership: ofPupil,
  religionChoice: ofPupil,
  hoursElsewhere: ofPupil,
  attendanceDay: ofDay,
  presenceElsewhere: ofDay,
  lesson: ofClassDay,
  classMovement: ofClassDay,
  // How hours are counted, and which are there to be counted.
  school: ofAll,
  schoolYear: ofAll,
  bellScheme: ofAll,
  subject: ofAll,
  assignment: ofAll,
  // Its level and site say by which bells, and the timetable says of what a lesson was that names no subject.
  class: ofAll,
  timetableEntry: ofAll,
  appointment: ofNobody,
  assessment: ofNobody,
  conflictNotice: ofNobody,
  delegate: ofNobody,
  derogation: ofNobody,
  earlierGrade: ofNobody,
  grade: ofNobody,
  group: ofNobody,
  guardianship: ofNobody,
  hoursOfLeftClass: ofNobody,
  justification: ofNobody,
  nameList: ofNobody,
  permit: ofNobody,
  person: ofNobody,
  personalData: ofNobody,
  plannedLesson: ofNobody,
  proposal: ofNobody,
  standingAuthorisation: ofNobody,
  substitution: ofNobody,
  supportTopic: ofNobody,
  syllabus: ofNobody,
};

/** What of these records decides about hours in classes that were left: whose they are, of which class and from which day on. */
export function reachOf(written: readonly RegisterRecord[]): Reach {
  const pupils = new Set<PersonId>();
  const daysOf = new Map<PersonId, LocalDate>();
  const daysIn = new Map<ClassId, LocalDate>();
  let isAll = false;
  // Each gets a record of its own kind; together they are a union that TypeScript calls with nothing.
  const asked = SAYS as Readonly<Partial<Record<string, (record: RegisterRecord) => Says | undefined>>>;
  for (const record of written) {
    const says = asked[record.kind]?.(record);
    if (says?.of === 'all') isAll = true;
    if (says?.of === 'pupil') pupils.add(says.pupil);
    if (says?.of === 'pupilFrom') earliest(daysOf, says.pupil, says.day);
    if (says?.of === 'classFrom') earliest(daysIn, says.class, says.day);
  }
  return {
    isNothing: !isAll && pupils.size + daysOf.size + daysIn.size === 0,
    pupils,
    reaches({ enrolment }) {
      const last = lastDayInClass(enrolment);
      const isUntil = (day: LocalDate | undefined) => day !== undefined && day <= last;
      return (
        isAll ||
        pupils.has(enrolment.pupil) ||
        isUntil(daysOf.get(enrolment.pupil)) ||
        isUntil(daysIn.get(enrolment.class))
      );
    },
  };
}

function earliest<K>(days: Map<K, LocalDate>, key: K, day: LocalDate): void {
  const known = days.get(key);
  if (known === undefined || day < known) days.set(key, day);
}
