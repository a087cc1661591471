import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isOnRoll } from '../../../domain/school/class-membership.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { mayKeepRoll } from '../../../domain/school/written-hour.ts';
import type { EffectContext } from '../../register/batch/batch.ts';
import { hasBegun } from './has-begun.ts';

/** A record about one pupil's day, which stands in the classes that the server says. */
export type PupilDay = Extract<
  RegisterRecord,
  { readonly kind: 'attendanceDay' | 'justification' | 'permit' }
>;

/** Whether a record is about one pupil's day. */
export function isPupilDay(record: RegisterRecord): record is PupilDay {
  return record.kind === 'attendanceDay' || record.kind === 'justification' || record.kind === 'permit';
}

/**
 * A pupil's day in the classes that it belongs to: that of the enrolment of the day first, then those in which it was marked as well, or
 * an hour of which had begun before the pupil left it: a roll that was called there says something of the pupil without a mark. A
 * device says in which class it marks; on the day of a change both classes' teachers read and write the one day of the pupil.
 */
export function inItsClasses<R extends PupilDay>(context: EffectContext, record: R, stands: R | null): R {
  const enrolments = enrolmentsOf(context, record);
  const left = enrolments
    .filter((one) => !holdsOn(one, record.day) && wasOnRoll(context, one, record))
    .map((one) => one.class);
  const since = enteredSince(enrolments, record, context);
  return standingIn(record, [record.class, ...classesIn(stands), ...left, ...since], enrolments);
}

/**
 * What is done about a pupil's day, in the class of the day and in the one that the pupil is in when it is done: who has changed class
 * since brings the reason to the teacher of the new one (B.1). The class that a device says is not asked: a family knows none.
 */
export function inClassesOfNow<R extends PupilDay>(context: EffectContext, record: R, stands: R | null): R {
  const enrolments = enrolmentsOf(context, record);
  const now = dayOfInstant(record.recordedAt);
  const own = enrolments
    .filter((one) => holdsOn(one, record.day) || holdsOn(one, now))
    .map((one): ClassId => one.class);
  const all = [...own, ...classesIn(stands), ...enteredSince(enrolments, record, context)];
  return standingIn(record, all.length > 0 ? all : [record.class], enrolments);
}

/**
 * Whether a stored day is one of a pupil whose roll the actor keeps on that day, though it was begun in another class. Whoever stands in
 * there sees the marks of the day, and nothing of what was done about them (D209).
 */
export function isOfOwnPupil({ actor, factsFor }: EffectContext, next: PupilDay, stands: PupilDay): boolean {
  if (next.pupil !== stands.pupil || next.day !== stands.day) return false;
  const facts = factsFor(next);
  const isStandIn =
    next.kind === 'attendanceDay' &&
    actor.standsIn?.some((one) => one.class === next.class && one.day === next.day) === true;
  return (
    (mayKeepRoll(actor, facts) || isStandIn) &&
    (facts.enrolment === 'enrolled' || facts.enrolment === 'leftToday')
  );
}

function enrolmentsOf({ snapshot }: EffectContext, { pupil }: PupilDay): readonly Enrolment[] {
  return snapshot.enrolmentsOf.get(pupil) ?? [];
}

/**
 * The classes that a pupil has entered since a day, in its school year: what arrives late of it is theirs as well (D97). Those that the
 * pupil enters later get it on their day.
 */
export function enteredSince(
  enrolments: readonly Enrolment[],
  { day }: { readonly day: LocalDate },
  { now }: Pick<EffectContext, 'now'>,
): readonly ClassId[] {
  const today = dayOfInstant(now);
  return enrolments
    .filter((one) => one.from > day && hasBegun(one, today) && startYearOf(one.from) === startYearOf(day))
    .map((one): ClassId => one.class);
}

function classesIn(stands: PupilDay | null): readonly ClassId[] {
  return stands ? [stands.class, ...(stands.otherClasses ?? [])] : [];
}

/** The record in these classes: that of the enrolment of the day is its own. */
function standingIn<R extends PupilDay>(
  record: R,
  classes: readonly ClassId[],
  enrolments: readonly Enrolment[],
): R {
  const all = [...new Set(classes)];
  const enrolled = enrolments
    .filter((enrolment) => holdsOn(enrolment, record.day))
    .map((enrolment): ClassId => enrolment.class);
  const main = all.find((id) => enrolled.includes(id)) ?? all[0] ?? record.class;
  const otherClasses = all.filter((id) => id !== main).toSorted();
  // The usual case: the pupil is in the class that the device says, and was in no other one.
  if (otherClasses.length === 0 && record.class === main && !Object.hasOwn(record, 'otherClasses'))
    return record;
  const { otherClasses: _claimed, ...rest } = record;
  // The classes alone are other ones: it is a record of the same kind.
  return { ...rest, class: main, ...(otherClasses.length > 0 ? { otherClasses } : {}) } as unknown as R;
}

function wasOnRoll(context: EffectContext, enrolment: Enrolment, record: PupilDay): boolean {
  return context.factsFor(record).hours.some((hour) => isOnRoll(enrolment, record.day, hour));
}
