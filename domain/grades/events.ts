/**
 * What a grade may say instead of a number (D52): impreparato, giustificato (one of the excuses a school allows), assente alla prova, non svolto,
 * non classificato, and a sign for taking part. None of them is in an average, unless the school lets
 * teachers count somebody who is unprepared, and the teacher says so of this one.
 */
export const EVENT_GRADES = [
  'unprepared',
  'excused',
  'absentAtTest',
  'notDone',
  'notClassified',
  'participationPlus',
  'participationMinus',
] as const;
/** One of them. */
export type EventGrade = (typeof EVENT_GRADES)[number];

/** How often each of them was written, in the order of {@link EVENT_GRADES}; none of those that never were (D52). */
export function countEvents(
  entries: readonly { readonly event?: EventGrade | undefined }[],
): readonly { readonly event: EventGrade; readonly count: number }[] {
  return EVENT_GRADES.flatMap((event) => {
    const count = entries.filter((entry) => entry.event === event).length;
    return count > 0 ? [{ event, count }] : [];
  });
}
