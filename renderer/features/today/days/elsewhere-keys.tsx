import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import { useClock } from '../../../data/use-clock.ts';
import { useHourActions } from '../hours/use-hour-actions.ts';
import { useView } from '../../../ui/use-view.ts';
import { useNowAction } from '../../../hosts/use-day-actions.ts';
import { teacherDay } from '../../../views/hours/teacher-day.ts';

/** On other pages: the keys that lead back to now, and to the hours of today. */
export function ElsewhereKeys({ register }: { readonly register: Register }) {
  useNowAction(register);
  return <HoursOfToday register={register} />;
}

function HoursOfToday({ register }: { readonly register: Register }) {
  const today = dayOfInstant(useClock(register));
  const live = useView(teacherDay, register, today);
  useHourActions(live.ready ? live.value.hours : undefined);
  return null;
}
