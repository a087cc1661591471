import { refuse, type Refusal } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import { TENTHS } from '../../grades/notation.ts';
import { hasAverages, SCALE_LEVELS } from '../../grades/scales.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isPeriodFrozen } from '../../school/grading/frozen-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { startYearOfClass } from '../class/record.ts';
import { proposalDay, type Proposal } from './record.ts';

/**
 * Who may propose (D73): whoever has the subject in the class when they do, in their own name, for a pupil of the class who has the subject then (D27, D94,
 * D204); of civics each to whom it is given there (D31, D70); once the period has begun, and until its term meeting is open.
 */
export function authorizeProposal({
  actor,
  previous,
  next,
  facts,
}: Write<Proposal, WriteFacts>): Decision<Proposal> {
  // What was proposed in the class before is read alone: its own class says it.
  if (next.ofClass !== undefined || previous?.ofClass !== undefined) return refuse('readOnly');
  const { year } = facts;
  const now = dayOfInstant(next.recordedAt);
  if (!actor.roles.includes('teacher') || next.teacher !== actor.person) return refuse('forbidden');
  // Who supports a pupil in a subject assesses nobody in it (F.5).
  if (facts.assesses?.(now).includes(next.subject) !== true) return refuse('forbidden');
  if (facts.enrolment === 'never') return refuse('forbidden');
  if (facts.isEnrolledOn?.(now) === false) return refuse('notEnrolled');
  // What was proposed before somebody was in another group is put right, and taken back.
  const isNew = isEmptyProposal(previous) && !isEmptyProposal(next);
  const isPutBack = hasSaid(previous, next, facts);
  if (isNew && !isPutBack && facts.isAssessed?.(ofSubject(next), next.pupil, now) === false)
    return refuse('otherGroup');
  // The year is that of the class: in another one another period would be open.
  const startYear = startYearOfClass(next.class);
  if (startYear === undefined || next.day !== proposalDay(startYear)) return refuse('invalid', 'day');
  const period = year?.periods[next.period];
  if (!year || !period) return refuse('invalid', 'period');
  if (period.from > now) return refuse('notYet', 'period');
  const scale = facts.scaleOf?.(next.subject);
  // The office may have said since what the subject is: what was proposed before is taken back as it was, and makes room for a proposal in the scale of now. Whoever undoes
  // that has proposed nothing new.
  const isTakenBack = isEmptyProposal(next) && next.scale === previous?.scale;
  if (scale !== undefined && scale !== next.scale && !isTakenBack && !isPutBack)
    return refuse('invalid', 'scale');
  const contradiction = proposalFault(next);
  if (contradiction) return refuse(contradiction.reason, contradiction.path);
  return isPeriodFrozen(year, next.class, next.period) ? refuse('periodClosed') : ok(next);
}

/** Whether what a proposal did not say before, or in another scale, was accepted when it was new: what decides on it may depend on its history. */
export function asksWhatWasSaid(previous: Proposal | null, next: Proposal, { scaleOf }: WriteFacts): boolean {
  if (previous === null || isEmptyProposal(next)) return false;
  return isEmptyProposal(previous) || next.scale !== (scaleOf?.(next.subject) ?? next.scale);
}

/** Whether a proposal says what stands, or comes back as it stood: in the scale of then, and for a pupil who was assessed then. */
function hasSaid(previous: Proposal | null, next: Proposal, facts: WriteFacts): boolean {
  const said = saidByProposal(next);
  return (previous !== null && equalJson(saidByProposal(previous), said)) || facts.hasSaid?.(said) === true;
}

/** What a proposal says: the same number in another scale is another proposal. */
export function saidByProposal({ scale, proposed }: Proposal): Pick<Proposal, 'scale' | 'proposed'> {
  return { scale, proposed };
}

/** Of a subject as a whole: a proposal is of no group of its own. */
function ofSubject({ class: schoolClass, subject }: Proposal) {
  return { class: schoolClass, subject };
}

/** Whether nothing is proposed: never, or no more. */
export function isEmptyProposal(proposal: Pick<Proposal, 'proposed'> | null): boolean {
  return proposal === null || Object.keys(proposal.proposed).length === 0;
}

/** What a proposal says against itself: two things at once, or what its scale has not got. */
export function proposalFault({ scale, proposed }: Proposal): Refusal | undefined {
  const { grade, level, notClassified, origin, average } = proposed;
  const said = [grade, level, notClassified].filter((each) => each !== undefined).length;
  const isOfScale =
    (grade === undefined || scale === 'tenths') &&
    (level === undefined || SCALE_LEVELS[scale].some(({ code }) => code === level));
  const isWhole = said === 1 ? origin !== undefined : said === 0 && isEmptyProposal({ proposed });
  // What comes from an average names it; none is more than the highest grade. Words have none (D66), but those of religion may be suggested from numbers (D71).
  const isFounded = origin !== 'average' || average !== undefined;
  const isAverage =
    average === undefined ||
    ((hasAverages(scale) || scale === 'religion') &&
      average.numerator <= TENTHS.highest * average.denominator);
  return isWhole && isOfScale && isFounded && isAverage ? undefined : { reason: 'invalid', path: 'proposed' };
}
