import { useMemo } from 'react';
import { can } from '../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Register, TeacherHour } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { useHourActions } from '../../features/today/hours/use-hour-actions.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNowAction } from './use-day-actions.ts';

/** On pages that show no day: the keys that lead back to now, and to the hours of today. */
export function ElsewhereKeys({ register }: { readonly register: Register }) {
  useNowAction(register);
  return can(register.identity, 'teach') ? <HoursOfToday register={register} /> : null;
}

function HoursOfToday({ register }: { readonly register: Register }) {
  const today = dayOfInstant(useClock(register));
  const live = useLive(useMemo(() => register.teacherDay(today), [register, today]));
  return live.ready ? <HourKeys hours={live.value.hours} /> : null;
}

function HourKeys({ hours }: { readonly hours: readonly TeacherHour[] }) {
  useHourActions(hours);
  return null;
}
