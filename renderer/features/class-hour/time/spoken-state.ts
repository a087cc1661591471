import type { TFunction } from 'i18next';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import { markInDay } from '../../../../domain/kinds/attendance-day/mark-in-day.ts';
import { pupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { ClassHour, PupilHour } from '../../../data/register.ts';
import { foundElsewhere } from '../../../data/views/elsewhere.ts';
import type { Format } from '../../../i18n/format.ts';
import { markText } from '../pupil-texts.ts';

/** Who marks, and when. */
interface Marker {
  readonly by: PersonId;
  readonly at: Instant;
}

/**
 * What is said of a pupil who has just been marked: what the row will show, not the key that was pressed. R before the first bell is a
 * presence, and R for somebody who had gone is a return (D9).
 */
export function spokenState(
  { day, bell, bells }: Pick<ClassHour, 'day' | 'bell' | 'bells'>,
  { state, seen }: Pick<PupilHour, 'state' | 'seen'>,
  mark: RollCallMark,
  marker: Marker,
  t: TFunction,
  format: Format,
): string {
  const ofDay = { day, bells };
  const isFirst = bells[0]?.hour === bell.hour;
  const marked = { ...bell, ...marker, isFirst, ...foundElsewhere(seen) };
  const shown = pupilInHour(markInDay(state.events, mark, marked, ofDay), ofDay, bell);
  const time = shown.time === undefined ? undefined : format.clock(shown.time);
  if (shown.isReturn && time !== undefined) return t('classHour.roll.returnedAt', { time });
  return markText(shown.mark, time, false, t);
}
