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

/**
 * How many excuses a pupil has in a period, of those that the school allows, where they are more (D52); undefined where they are not, and where it allows any number.
 *
 * @param events how often each was written in the period, in the class and in the one of before (D81)
 */
export function excusesOver(
  events: ReturnType<typeof countEvents>,
  allowed: number | undefined,
): { readonly count: number; readonly allowed: number } | undefined {
  const count = events.find(({ event }) => event === 'excused')?.count ?? 0;
  return allowed !== undefined && count > allowed ? { count, allowed } : undefined;
}
