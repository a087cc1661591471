import type { TFunction } from 'i18next';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import { markInDay } from '../../../../domain/kinds/attendance-day/mark-in-day.ts';
import { pupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { MarkedHour } from './gone-first.ts';
import { foundElsewhere } from '../../../kinds/attendance-day/elsewhere.ts';
import type { Format } from '../../../i18n/format.ts';
import { markText } from '../pupil/pupil-texts.ts';

/** Who marks, and when. */
interface Marker {
  readonly by: PersonId;
  readonly at: Instant;
}

/** How a pupil stands in the hour of a mark right after it. */
export type Shown = Pick<PupilHour, 'mark' | 'time' | 'isReturn'>;

/**
 * How a pupil stands who has just been marked: as the row will show it, not by the key that was pressed. R before the first bell is a
 * presence, and R for somebody who had gone is a return (D9).
 */
export function shownAfter(
  { bell, ...ofDay }: MarkedHour,
  { state, seen }: Pick<PupilHour, 'state' | 'seen'>,
  mark: RollCallMark,
  marker: Marker,
): Shown {
  const isFirst = ofDay.bells[0]?.hour === bell.hour;
  const marked = { ...bell, ...marker, isFirst, ...foundElsewhere(seen) };
  return pupilInHour(markInDay(state.events, mark, marked, ofDay), ofDay, bell);
}

/** The same in words: said when it is marked, shown beside what an undo takes back, and said when it was taken back. */
export function spokenState(shown: Shown, t: TFunction, format: Format): string {
  const time = shown.time === undefined ? undefined : format.clock(shown.time);
  if (shown.isReturn && time !== undefined) return t('classHour.roll.returnedAt', { time });
  return markText(shown.mark, time, false, t);
}
