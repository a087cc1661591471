import { useTranslation } from 'react-i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { comingsOfHour, permitToMark, type Comings, type PermitOfDay } from '../view/comings.ts';

/** What makes a mark of a permit, of the pupil at a place of the roll. */
type MarkPermit = (index: number, mark: PermitOfDay['mark']) => void;

/** What is permitted on the day of an hour, and the one key that makes a mark of it. */
export interface Permits {
  readonly comings: Comings | undefined;
  mark(permit: PermitOfDay): void;
  /** By the key, of the pupil at a place of the roll. */
  markAt(index: number): void;
}

/** The permits of the day, in the roll of an hour. */
export function usePermits(
  register: Register,
  place: HourPlace,
  pupils: readonly PupilHour[],
  markPermit: MarkPermit,
): Permits {
  const { t } = useTranslation();
  const format = useFormat();
  const comings = useViewValue(comingsOfHour, register, place);
  const mark = ({ person, mark: wanted }: PermitOfDay) => {
    const index = pupils.findIndex((pupil) => pupil.person.id === person.id);
    if (index !== -1) markPermit(index, wanted);
  };
  return {
    comings,
    mark,
    markAt(index) {
      const person = pupils[index]?.person;
      if (!person) return;
      const found = permitToMark(comings, person.id);
      const name = listName(person);
      if (typeof found === 'string') return sayWhyNot(t(`classHour.permits.${found}`, { name }));
      if ('open' in found) return mark(found.open);
      const time = format.clock(found.otherHour.time);
      sayWhyNot(t('classHour.permits.otherHour', { name, time }));
    },
  };
}
