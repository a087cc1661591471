import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Enrolments } from '../draft/enrol.ts';

/** What holds of a pupil in a class from a day to a day. */
export interface OfPupil {
  readonly pupil: PersonId;
  readonly class: ClassId;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Records of pupils by pupil; one that is put takes the place of the one with its identifier. */
export interface ByPupil<R extends OfPupil & { readonly id: string }> {
  readonly of: (pupil: PersonId, schoolClass: ClassId) => readonly R[];
  readonly ofPupil: (pupil: PersonId) => readonly R[];
  readonly learn: (record: R) => void;
}

/** Indexes records by their pupil. */
export function byPupil<R extends OfPupil & { readonly id: string }>(records: readonly R[]): ByPupil<R> {
  const index = new Map<PersonId, Map<string, R>>();
  const learn = (record: R) => {
    index.set(record.pupil, (index.get(record.pupil) ?? new Map<string, R>()).set(record.id, record));
  };
  for (const record of records) learn(record);
  const ofPupil = (pupil: PersonId) => [...(index.get(pupil)?.values() ?? [])];
  return {
    learn,
    ofPupil,
    of: (pupil, schoolClass) => ofPupil(pupil).filter((one) => one.class === schoolClass),
  };
}

/** The enrolment of a pupil in a class that has not ended; what a list says of a pupil there holds as long as it does. */
export function enrolmentIn(
  enrolments: Enrolments,
  { pupil, class: schoolClass }: Pick<OfPupil, 'pupil' | 'class'>,
  today: LocalDate,
): Enrolment | undefined {
  return enrolments.ofPupil(pupil).find((one) => one.class === schoolClass && isOpen(one, today));
}

/** Whether something holds today or will hold. */
export function isOpen({ from, to }: Pick<OfPupil, 'from' | 'to'>, today: LocalDate): boolean {
  return to === undefined || (to >= today && to >= from);
}

/** The last day of what ends today: yesterday, or the day before it would have begun, so that it holds on none and its trace stays. */
export function endOf({ from }: Pick<OfPupil, 'from'>, today: LocalDate): LocalDate {
  return addDays(from < today ? today : from, -1);
}

/** The first day of what follows something else, or of what is said for the first time: then it has held since the pupil came. */
export function beginOf({ from }: Pick<Enrolment, 'from'>, isFirst: boolean, today: LocalDate): LocalDate {
  return isFirst || from > today ? from : today;
}

/** The last day of what holds of a pupil in a class that the pupil has left: that of the enrolment; undefined while there is one, or none was known. */
export function endWithClass(enrolments: Enrolments, one: OfPupil, today: LocalDate): LocalDate | undefined {
  if (!isOpen(one, today) || enrolmentIn(enrolments, one, today)) return undefined;
  const left = enrolments
    .ofPupil(one.pupil)
    .flatMap(({ class: id, to }) => (id === one.class && to ? [to] : []));
  const last = left.toSorted().at(-1);
  return last !== undefined && last < one.from ? addDays(one.from, -1) : last;
}
