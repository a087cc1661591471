import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { isAssessedIn } from '../../../domain/hours/taking/pupils-taking.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { RefusalReason } from '../../../domain/access/refusal.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** Why a pupil is not assessed in a column: not in the class on its day, or not in its group. */
export type NotAssessed = Extract<RefusalReason, 'notEnrolled' | 'otherGroup'>;

/** Why what a pupil got in a column cannot go to another day with it (D48, D204); undefined where it can. Who was in another group before stays in it. */
export function whyNotMoved(
  facts: Pick<SchoolFacts, 'view' | 'writeFacts'>,
  column: Pick<Assessment, 'class' | 'subject' | 'group' | 'day'>,
  pupil: PersonId,
  to: LocalDate,
): NotAssessed | undefined {
  const { enrolment } = facts.writeFacts(column.class, to, pupil);
  if (enrolment !== 'enrolled' && enrolment !== 'leftToday') return 'notEnrolled';
  const isAssessedOn = (day: LocalDate) => isAssessedIn(facts.view, column, pupil, day);
  return isAssessedOn(column.day) && !isAssessedOn(to) ? 'otherGroup' : undefined;
}
