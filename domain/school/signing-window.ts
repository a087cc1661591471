import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import { schoolDayAndTime } from '../base/local-date.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';

/** Why a lesson may not be signed, nor its roll call written, at an instant. */
export type SigningFault = 'futureDay' | 'windowClosed';

/**
 * Whether an entry recorded at an instant falls in the window the school allows (D19). The recorded (class) time decides, not the
 * time of arrival at the server. The future is always closed (D15, D19).
 */
export function signingFault(
  policy: SchoolPolicies['signingWindow'],
  lesson: { readonly day: LocalDate; readonly start?: LocalTime; readonly end?: LocalTime },
  recordedAt: Instant,
): SigningFault | undefined {
  const recorded = schoolDayAndTime(recordedAt);
  if (lesson.day > recorded.day) return 'futureDay';
  if (policy === 'free') return undefined;
  if (lesson.day !== recorded.day) return 'windowClosed';
  if (policy === 'sameDay' || lesson.start === undefined || lesson.end === undefined) return undefined;
  return recorded.time >= lesson.start && recorded.time <= lesson.end ? undefined : 'windowClosed';
}

/** Whole days between the lesson and the entry: late entries are marked with their delay (W3). */
export function recordingDelayDays(day: LocalDate, recordedAt: Instant): number {
  const recorded = schoolDayAndTime(recordedAt).day;
  return Math.max(
    0,
    Math.round((Date.parse(`${recorded}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000),
  );
}
