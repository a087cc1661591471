import { useLocalStorage } from '@mantine/hooks';
import type { Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { isReminderTime } from '../../../domain/people/activation-reminder.ts';
import { countNeverActivated } from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api } from '../../data/api/api-request.ts';
import { syncStatus } from '../../views/sync-status.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import { neverActivatedCount, nobodyToRemind } from './never-activated-count.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';

/** The reminder of accounts that were never activated: how many, and the way to see it no more today. */
export interface ActivationReminder {
  readonly count: number;
  readonly dismiss: () => void;
}

/** The reminder of those who never signed in, after 30 September and for the office alone (S9); undefined when there is none to show. */
export function useActivationReminder(register: Register, api: Api): ActivationReminder | undefined {
  const { school } = register.identity;
  const today = dayOfInstant(useClock(register));
  // Of the office at this computer, not of one clerk: the next one has heard of it.
  const [dismissed, setDismissed] = useLocalStorage({
    key: `campanella.reminder-dismissed.${school}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const wanted = can(register.identity, 'keepOffice') && isReminderTime(today) && dismissed !== today;
  const count = useFrameValue(wanted ? toRemind : nobodyToRemind, register, api);
  if (!wanted || !count) return undefined;
  return { count, dismiss: () => setDismissed(today) };
}

function toRemind(register: Register, api: Api): Observable<number> {
  return neverActivatedCount({ ask: () => api.ask(countNeverActivated), status: syncStatus(register) });
}
