import { refuse, type Refusal } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import { isConversion, toConversion } from '../../grades/conversion.ts';
import { isShownToFamily } from '../../grades/visible-from.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { embargoesOn } from '../../school/grading/frozen-period.ts';
import { assessingFault } from '../../school/assessing/may-assess.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import type { Assessment } from './record.ts';

/**
 * Who may write a column of a gradebook (D24, D47): whoever has the subject in the class. They make columns of their own alone, and each may put right
 * those of a colleague in the same course. Giving one up that families have seen wants a reason (D78).
 */
export function authorizeAssessment(write: Write<Assessment, WriteFacts>): Decision<Assessment> {
  const { actor, previous, next, facts } = write;
  const fault = assessingFault(actor, previous, next, facts);
  if (fault) return refuse(fault);
  if (!previous && next.teacher !== actor.person) return refuse('forbidden', 'teacher');
  if (!previous && next.group !== undefined && facts.groups?.includes(next.group) === false)
    return refuse('invalid', 'group');
  const scale = facts.scaleOf?.(next.subject);
  if (!previous && scale !== undefined && scale !== next.scale) return refuse('invalid', 'scale');
  const contradiction = assessmentFault(next);
  if (contradiction) return refuse(contradiction.reason, contradiction.path);
  return isReasonMissing(write) ? refuse('reasonMissing', 'cancelled') : ok(next);
}

function isReasonMissing({ previous, next, facts }: Write<Assessment, WriteFacts>): boolean {
  if (!previous || previous.cancelled || !next.cancelled || !previous.visible) return false;
  if (next.cancelled.reason.trim() !== '') return false;
  const { recordedAt, embargo, class: schoolClass, day } = previous;
  const embargoes = [
    ...(embargo === undefined ? [] : [embargo]),
    ...(facts.year ? embargoesOn(facts.year, schoolClass, day) : []),
  ];
  return isShownToFamily({ recordedAt, embargoes }, next.recordedAt);
}

/** What a column says against itself: points and a rubric are of tenths alone, and each score has its one grade (D53, D54, D66). */
export function assessmentFault({ scale, test, rubric, objectives = [] }: Assessment): Refusal | undefined {
  if (rubric && (test || scale !== 'tenths')) return invalid('rubric');
  if (test && scale !== 'tenths') return invalid('test');
  if (test?.conversion && !isConversion(toConversion(test.conversion))) return invalid('test');
  if (rubric?.conversion && !isConversion(toConversion(rubric.conversion))) return invalid('rubric');
  if (rubric && (!areDistinct(rubric.criteria) || !hasPoints(rubric))) return invalid('rubric');
  return areDistinct(objectives) ? undefined : invalid('objectives');
}

/** Whether a rubric can come to anything: of no points at all there is no part. */
function hasPoints({ criteria }: NonNullable<Assessment['rubric']>): boolean {
  return criteria.some(({ levels }) => levels.some(({ points }) => points > 0));
}

function areDistinct(all: readonly { readonly id: string }[]): boolean {
  return new Set(all.map(({ id }) => id)).size === all.length;
}

function invalid(path: string): Refusal {
  return { reason: 'invalid', path };
}
