/** Which grade of a pupil each other one recovers, by their keys (D56). */
export type Recoveries = ReadonlyMap<string, string>;

/**
 * Why a grade does not recover another one, by what the other grades of the pupil recover (D56): each grade has one recovery, and none by what it recovers
 * itself, over however many others. A further try recovers the recovery.
 */
export function whyNotRecovered(
  recoveries: Recoveries,
  by: string,
  recovered: string,
): 'recoveredAlready' | 'recoveryCircle' | undefined {
  if (by === recovered || isRecoveredBy(recoveries, by, recovered)) return 'recoveryCircle';
  const isTaken = [...recoveries].some(([other, earlier]) => earlier === recovered && other !== by);
  return isTaken ? 'recoveredAlready' : undefined;
}

/** Whether a grade is recovered by another one, or by one that recovers it in turn. */
export function isRecoveredBy(recoveries: Recoveries, grade: string, by: string): boolean {
  const seen = new Set<string>();
  for (let at = recoveries.get(by); at !== undefined && !seen.has(at); at = recoveries.get(at)) {
    if (at === grade) return true;
    seen.add(at);
  }
  return false;
}
