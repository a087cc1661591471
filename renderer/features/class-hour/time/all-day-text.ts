import type { TFunction } from 'i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import type { SchoolIndex } from '../../../data/school/school-index.ts';
import type { Format } from '../../../i18n/format.ts';

interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly people: SchoolIndex | undefined;
}

/** What "absent for the whole day" would change: the other hours whose roll saw the pupil, and whose rolls they are (A1). */
export function allDayText(hour: ClassHour, pupil: PupilHour, { t, format, people }: Words): string {
  const absent = new Set(pupil.earlier.filter(({ mark }) => mark === 'absent').map((each) => each.hour));
  const changed = hour.calledHours
    .filter((called) => !absent.has(called.hour))
    .toSorted((a, b) => a.hour - b.hour);
  if (changed.length === 0) return t('classHour.roll.allDay');
  const list = new Intl.ListFormat(format.locale, { type: 'conjunction' });
  const names = [...new Set(changed.map(({ by }) => by))].map((by) => {
    const person = people?.person(by);
    return person ? listName(person) : t('common.somebody');
  });
  return t('classHour.roll.allDayChanges', {
    hours: list.format(changed.map((called) => format.hour(called.hour))),
    names: list.format(names),
  });
}
