import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { isAssessedIn } from '../../../domain/hours/taking/pupils-taking.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { whyNotMoved, type NotAssessed } from '../../../domain/school/assessing/why-not-moved.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** {@link whyNotMoved} by what this device knows of the school. */
export function whyNotMovedHere(
  { view, writeFacts }: Pick<SchoolFacts, 'view' | 'writeFacts'>,
  column: Assessment,
  pupil: PersonId,
  to: LocalDate,
): NotAssessed | undefined {
  const { enrolment } = writeFacts(column.class, to, pupil);
  const facts = {
    isInClass: () => enrolment === 'enrolled' || enrolment === 'leftToday',
    isAssessed: isAssessedIn.bind(undefined, view),
  };
  return whyNotMoved(facts, column, pupil, to);
}
