import type { LocalDate } from '../../base/ids.ts';
import type { PlannedLesson } from './record.ts';

/** An hour of the week that is copied from, with what was done or planned in it. */
export interface CopySource extends Pick<PlannedLesson, 'topic' | 'activity'> {
  readonly day: LocalDate;
  readonly hour: number;
}

/** An hour of the week that is copied into. */
export interface CopyTarget {
  readonly day: LocalDate;
  readonly hour: number;
  /** Why nothing is written there: there is a plan already, it is signed, or it is over. */
  readonly taken?: 'planned' | 'signed' | 'over';
}

/** Why an hour was not copied: nothing was written in it, there is no hour left for it, or its hour is taken. */
type CopyFault = 'nothing' | 'noHour' | NonNullable<CopyTarget['taken']>;

/** What a copy would write, and what it would leave out. */
export interface CopiedPlans {
  readonly plans: readonly { readonly from: CopySource; readonly to: CopyTarget }[];
  readonly left: readonly { readonly from: CopySource; readonly fault: CopyFault }[];
}

/**
 * What of one week goes into another (D122): the first hour of the course into the first one, and so on, so that the two weeks may lie
 * differently. Nothing that is planned, signed or over is written upon: whatever does not fit is named.
 */
export function copiedPlans(sources: readonly CopySource[], targets: readonly CopyTarget[]): CopiedPlans {
  const into = targets.toSorted(inOrder);
  const plans: CopiedPlans['plans'][number][] = [];
  const left: CopiedPlans['left'][number][] = [];
  for (const [place, from] of sources.toSorted(inOrder).entries()) {
    const to = into[place];
    if (from.topic === '' && from.activity === '') left.push({ from, fault: 'nothing' });
    else if (!to) left.push({ from, fault: 'noHour' });
    else if (to.taken) left.push({ from, fault: to.taken });
    else plans.push({ from, to });
  }
  return { plans, left };
}

function inOrder(a: Pick<CopyTarget, 'day' | 'hour'>, b: Pick<CopyTarget, 'day' | 'hour'>): number {
  return a.day.localeCompare(b.day) || a.hour - b.hour;
}
