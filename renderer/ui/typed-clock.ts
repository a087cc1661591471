import type { LocalTime } from '../../domain/base/ids.ts';
import { parseLocalTime } from '../../domain/base/local-date.ts';

/** A time as people type it into a field of its own: 9:20, 9.20, 0920. */
export function typedClock(text: string): LocalTime | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
  return parseLocalTime(`${hour.padStart(2, '0')}:${minute}`);
}
