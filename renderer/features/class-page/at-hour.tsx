import type { ReactNode } from 'react';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { hourMeant } from './view.ts';

interface AtHourProps extends Omit<HourPlace, 'hour'> {
  readonly register: Register;
  readonly children: (hour: number) => ReactNode;
}

/** A class whose address names no hour, at the one that is meant. */
export function AtHour({ register, schoolClass, day, children }: AtHourProps) {
  const hour = useViewValue(hourMeant, register, schoolClass, day);
  return hour === undefined ? null : children(hour);
}
