import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';

/** The marks in the order of the buttons. */
export const MARKS = [
  'present',
  'absent',
  'late',
  'exited',
  'outOfClass',
] as const satisfies readonly HourMark[];

/** Keys of the roll call: the letters of both languages always work, whatever is on the screen. */
const KEYS: Readonly<Record<string, HourMark>> = {
  p: 'present',
  a: 'absent',
  r: 'late',
  l: 'late',
  u: 'exited',
  e: 'exited',
  f: 'outOfClass',
  o: 'outOfClass',
};

/** The mark that a key sets; undefined for any other key. */
export function markOfKey(key: string): HourMark | undefined {
  return KEYS[key.toLowerCase()];
}

/** Whether a mark needs the time of entry or exit. */
export function needsTime(mark: HourMark): mark is 'late' | 'exited' {
  return mark === 'late' || mark === 'exited';
}

/** The command for a mark that needs no time. */
export function untimedMark(mark: Exclude<HourMark, 'late' | 'exited'>): RollCallMark {
  return { kind: mark };
}
