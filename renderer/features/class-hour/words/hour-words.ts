import { className } from '../../../../domain/kinds/class/record.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';

/** Class, day and hour as one line, for what is said of an hour away from its heading. */
export function hourWords({ schoolClass, day, bell }: ClassHour, format: Format): string {
  return [className(schoolClass), format.shortDay(day), format.hour(bell.hour)].join(', ');
}
