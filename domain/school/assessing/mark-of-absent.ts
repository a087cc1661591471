import type { EventGrade } from '../../grades/events.ts';
import { isEmptyValue } from '../../grades/said-value.ts';

/** Absent, excused, not done, not assessed: none of them wants the pupil to have been there. */
const WITHOUT_PUPIL: ReadonlySet<unknown> = new Set<EventGrade>([
  'excused',
  'absentAtTest',
  'notDone',
  'notClassified',
]);

/** What a grade of a pupil says about the absence of its day. */
export interface AbsenceOfMark {
  /** The pupil was absent, and nobody has confirmed yet that there is a grade all the same. */
  readonly asks: boolean;
  /** What is recorded with the grade once that is confirmed. */
  readonly absentOnDay: true | undefined;
}

/**
 * Whether a value for a pupil is asked about because the pupil was absent on the day, and what is recorded of it (D49). A mark is, whoever writes it and
 * wherever; "assente alla prova" and its like are not. What was confirmed holds for as long as a mark stands there.
 */
export function absenceOfMark(
  isAbsent: boolean,
  before: { readonly value: object; readonly absentOnDay?: boolean | undefined } | undefined,
  value: object,
): AbsenceOfMark {
  if (!isMark(value)) return { asks: false, absentOnDay: undefined };
  const isConfirmed = before?.absentOnDay === true && isMark(before.value);
  return {
    asks: isAbsent && !isConfirmed,
    absentOnDay: isAbsent || isConfirmed ? true : undefined,
  };
}

/** Whether it says how the pupil did: an empty value does not, nor does a reason alone. */
function isMark(value: object): boolean {
  return !isEmptyValue(value) && !WITHOUT_PUPIL.has(Reflect.get(value, 'event'));
}
