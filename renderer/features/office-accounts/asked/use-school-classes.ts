import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolLevel } from '../../../../domain/kinds/school/record.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useView } from '../../../ui/use-view.ts';
import { schoolDay } from '../../../views/school-day.ts';

/** A class that accounts belong to, by the name that people use. */
export interface NamedClass {
  readonly id: ClassId;
  readonly name: string;
  readonly level: SchoolLevel;
}

/** The classes of the school this year, in their order. */
export function useSchoolClasses(register: Register): readonly NamedClass[] {
  const { t } = useTranslation();
  const day = dayOfInstant(register.now());
  const live = useView(schoolDay, register, day);
  return useMemo(() => {
    const found = live.ready ? live.value.classes.map(({ schoolClass }) => schoolClass) : [];
    return found.map((each) => ({ id: each.id, name: classLabel(each, found, t), level: each.level }));
  }, [live, t]);
}
