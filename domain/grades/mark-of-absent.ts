import type { EventGrade } from './events.ts';

/** What says how a pupil did, as far as it tells whether the pupil was there. */
type SaidValue = { readonly event?: EventGrade | undefined; readonly reason?: string | undefined };

/** Absent, excused, not done, not assessed: none of them wants the pupil to have been there. */
const WITHOUT_PUPIL: ReadonlySet<EventGrade> = new Set([
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
  before: { readonly value: SaidValue; readonly absentOnDay?: boolean | undefined } | undefined,
  value: SaidValue,
): AbsenceOfMark {
  if (!isMark(value)) return { asks: false, absentOnDay: undefined };
  const isConfirmed = before?.absentOnDay === true && isMark(before.value);
  return {
    asks: isAbsent && !isConfirmed,
    absentOnDay: isAbsent || isConfirmed ? true : undefined,
  };
}

/** Whether it says how the pupil did: an empty value does not, nor does a reason alone. */
function isMark({ reason: _reason, ...said }: SaidValue): boolean {
  return Object.keys(said).length > 0 && (said.event === undefined || !WITHOUT_PUPIL.has(said.event));
}
