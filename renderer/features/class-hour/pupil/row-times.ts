import type { TFunction } from 'i18next';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';
import { otherTimes, type ToldHour } from './pupil-texts.ts';

/** A time of a pupil's day as its row draws it. */
export interface RowTime {
  readonly time: LocalTime;
  readonly text: string;
  /** The time of the mark of this hour, which stands in its colour. */
  readonly isOwn: boolean;
}

/** The times of a pupil's day in the order in which they happened; alone, that of the mark needs no word beside its letter. */
export function rowTimes(pupil: PupilHour, span: ToldHour, t: TFunction, format: Format): readonly RowTime[] {
  const texts = otherTimes(pupil, span, t, format);
  const others = pupil.moves.map(({ time }, index) => ({ time, text: texts[index] ?? '', isOwn: false }));
  const { time } = pupil;
  if (time === undefined) return others;
  const clock = format.clock(time);
  const word = wordOf(pupil);
  const text = others.length === 0 || word === undefined ? clock : t(word, { time: clock });
  return [...others, { time, text, isOwn: true }].toSorted((a, b) => a.time.localeCompare(b.time));
}

/** What the time of the mark tells, where other times stand beside it: of a return the letter says nothing. */
function wordOf({ mark, isReturn }: PupilHour) {
  if (isReturn) return 'classHour.roll.returned';
  if (mark === 'late') return 'classHour.roll.entered';
  return mark === 'exited' ? 'classHour.roll.left' : undefined;
}
