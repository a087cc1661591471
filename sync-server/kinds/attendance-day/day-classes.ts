import type { ClassId } from '../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { isOnRoll } from '../../../domain/school/class-membership.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { mayKeepRoll } from '../../../domain/school/written-hour.ts';
import type { EffectContext } from '../../register/batch/batch.ts';

/**
 * A pupil's day in the classes that it belongs to: that of the enrolment of the day first, then those in which it was marked as well, or
 * an hour of which had begun before the pupil left it: a roll that was called there says something of the pupil without a mark. A
 * device says in which class it marks; on the day of a change both classes' teachers read and write the one day of the pupil.
 */
export function inItsClasses(
  context: EffectContext,
  record: AttendanceDay,
  stands: AttendanceDay | null,
): AttendanceDay {
  const { otherClasses: _claimed, ...day } = record;
  const known = stands ? [stands.class, ...(stands.otherClasses ?? [])] : [];
  const enrolments = context.snapshot.enrolmentsOf.get(record.pupil) ?? [];
  const left = enrolments
    .filter((one) => !holdsOn(one, record.day) && wasOnRoll(context, one, record))
    .map((one) => one.class);
  const all = [...new Set([record.class, ...known, ...left])];
  if (all.length === 1) return day;
  const enrolled = enrolments
    .filter((enrolment) => holdsOn(enrolment, record.day))
    .map((enrolment): ClassId => enrolment.class);
  const main = all.find((id) => enrolled.includes(id)) ?? record.class;
  const otherClasses = all.filter((id) => id !== main).toSorted();
  return { ...day, class: main, otherClasses };
}

function wasOnRoll(context: EffectContext, enrolment: Enrolment, record: AttendanceDay): boolean {
  return context.factsFor(record).hours.some((hour) => isOnRoll(enrolment, record.day, hour));
}

/** Whether a stored day is one of a pupil whose roll the actor keeps on that day, though it was begun in another class. */
export function isOfOwnPupil(
  { actor, factsFor }: EffectContext,
  next: AttendanceDay,
  stands: AttendanceDay,
): boolean {
  if (next.pupil !== stands.pupil || next.day !== stands.day) return false;
  const facts = factsFor(next);
  return mayKeepRoll(actor, facts) && (facts.enrolment === 'enrolled' || facts.enrolment === 'leftToday');
}
