import { refuse, type Refusal } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { ok } from '../../base/result.ts';
import { DEFAULT_GRADE_RULES, isGiven } from '../../grades/notation.ts';
import { SCALE_LEVELS, takesPoints } from '../../grades/scales.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { asColumnSays } from '../../school/grading/assessed-column.ts';
import { isOfOtherEntry, saysWhy, type GivenReason } from '../../school/grading/given-reason.ts';
import { isFrozen } from '../../school/grading/frozen-period.ts';
import { whyNoRecovery } from '../../school/grading/recovery.ts';
import { rewritesComment } from '../../school/grading/comment-for-families.ts';
import { hidesAgain, isSeenBy } from '../../school/grading/seen-by-family.ts';
import { isOfTest } from '../../school/grading/way-of-assessing.ts';
import { assessingFault } from '../../school/assessing/may-assess.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isEmptyCell, isEmptyValue, saidIn, type SaidReason } from '../../grades/said-value.ts';
import type { Grade, GradeValue, SaidValue } from './record.ts';
import { gradeId } from '../../record/grade-key.ts';

/**
 * Who may write a grade (D24): whoever has the subject in the class on its day, for a pupil who is in the class on it and in the group of the column (D48, D204),
 * until its period is closed. Of numbers those that the school gives (D50, D51); what stood before its rules changed may stay. A family that could see it is owed
 * a reason for the change (D78).
 */
export function authorizeGrade(write: Write<Grade, WriteFacts>): Decision<Grade> {
  const { actor, previous, facts } = write;
  // The day is that of the column, whatever the device says: another day would be judged by other rights.
  const next = { ...write.next, day: facts.assessment?.day ?? write.next.day };
  const fault = assessingFault(actor, previous, next, facts);
  if (fault) return refuse(fault);
  if (facts.enrolment === 'never') return refuse('forbidden');
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  const contradiction = gradeFault(next);
  if (contradiction) return refuse(contradiction.reason, contradiction.path);
  const ofAssessment = facts.assessment === undefined ? undefined : assessmentRefusal(previous, next, facts);
  if (ofAssessment) return refuse(ofAssessment.reason, ofAssessment.path);
  const unrecovered = takesUpRecovery(previous, next) ? recoveryRefusal(next, facts) : undefined;
  if (unrecovered) return refuse(unrecovered.reason, unrecovered.path);
  if (saysOther(previous, next) && !isGivenHere(next.value, facts) && !isPutBack(next, facts))
    return refuse('invalid', 'value');
  if (isOfOtherEntry(reasonGiven(write))) return refuse('invalid', 'value');
  return isReasonMissing(write) ? refuse('reasonMissing', 'value') : ok(write.next);
}

/** What a grade says against itself: two things at once (D45), two levels of one objective (D55), or what its scale has not got (D25, D27, D66). */
export function gradeFault({
  scale,
  value,
  assessment,
  recovers,
  objectives = [],
}: Grade): Refusal | undefined {
  const { quarters, level, score, rubric, event, judgement } = value;
  // Of somebody who is unprepared the number is what it counts as (D52).
  const number = event === 'unprepared' ? undefined : quarters;
  const said = [number, level, score, rubric, event].filter((each) => each !== undefined);
  // What is there and says nothing would pass for a grade.
  const isBlank = judgement?.trim() === '' || rubric?.length === 0;
  if (said.length > 1 || isBlank) return { reason: 'invalid', path: 'value' };
  const isOfScale =
    (quarters === undefined || scale === 'tenths') &&
    ((score === undefined && rubric === undefined) || takesPoints(scale)) &&
    (level === undefined || SCALE_LEVELS[scale].some(({ code }) => code === level));
  if (!isOfScale) return { reason: 'invalid', path: 'value' };
  const named = new Set(objectives.map(({ objective }) => objective));
  if (named.size < objectives.length) return { reason: 'invalid', path: 'objectives' };
  return recovers?.assessment === assessment ? { reason: 'invalid', path: 'recovers' } : undefined;
}

/** Why a grade is none of its assessment: there is no such column in the course, or it has not got what the grade says. */
function assessmentRefusal(previous: Grade | null, next: Grade, facts: WriteFacts): Refusal | undefined {
  const { assessment, year, isAssessed } = facts;
  const { class: schoolClass, subject, scale, pupil, value, objectives = [] } = next;
  const isOfCourse =
    assessment?.class === schoolClass && assessment.subject === subject && assessment.scale === scale;
  // One of another course and one that does not exist are refused alike.
  if (!assessment || !isOfCourse) return { reason: 'invalid', path: 'assessment' };
  // A colleague may have moved it to another day meanwhile.
  if (year && isFrozen(year, schoolClass, assessment.day)) return { reason: 'periodClosed' };
  const isTold = tellsFamily(previous, next);
  if (isTold && assessment.cancelled) return { reason: 'assessmentCancelled' };
  // What stands stays, and so does what is written beside it: a colleague may have changed the test since.
  if (saysOther(previous, next) && !isOfTest(value, assessment)) return { reason: 'notOfTest' };
  // What somebody got before they were in another group stays theirs, and is put right.
  const isOther = isAssessed?.(assessment, pupil, assessment.day) === false;
  if (isTold && isEmptyCell(previous) && isOther && !isPutBack(next, facts)) return { reason: 'otherGroup' };
  if (equalJson(previous?.objectives ?? [], objectives)) return undefined;
  const known = new Set(assessment.objectives?.map(({ id }) => id));
  const isKnown = objectives.every(({ objective }) => known.has(objective));
  return isKnown ? undefined : { reason: 'invalid', path: 'objectives' };
}

/** Whether a grade says something else than what stands, whatever its reason. */
function saysOther(previous: Grade | null, next: Grade): boolean {
  return !equalJson(saidIn(previous?.value ?? {}), saidIn(next.value));
}

/** Whether a family is told something that it was not told before: a value, levels of objectives or a comment (D45, D55). */
function tellsFamily(previous: Grade | null, next: Grade): boolean {
  const { value, objectives = [], comment = '' } = next;
  return (
    (!isEmptyValue(value) && saysOther(previous, next)) ||
    (objectives.length > 0 && !equalJson(previous?.objectives, objectives)) ||
    (comment !== '' && comment !== previous?.comment)
  );
}

/** Whether a grade recovers another one and did not before: it says so now, or it was cancelled and stands again. */
function takesUpRecovery(previous: Grade | null, { value, recovers }: Grade): boolean {
  if (!recovers || isEmptyValue(value)) return false;
  return isEmptyValue(previous?.value ?? {}) || !equalJson(previous?.recovers, recovers);
}

/** Why a grade does not recover what it names (D56); where nobody can say, the server decides. */
function recoveryRefusal(
  { id, recovers, pupil, day }: Grade,
  { pupilGrades, year }: WriteFacts,
): Refusal | undefined {
  const grades = pupilGrades?.();
  if (!recovers || !grades || !year) return undefined;
  const why = whyNoRecovery(year, { id, day }, gradeId(recovers.assessment, pupil), grades);
  return why === 'unknown' ? { reason: 'invalid', path: 'recovers' } : why && { reason: why };
}

/** Whether a change of a value may be one that comes back as it was, though it would not be given any more: its history tells that. */
export function asksWhatWasSaid(previous: Grade | null, next: Grade, facts: WriteFacts): boolean {
  if (previous === null || isEmptyValue(next.value) || !saysOther(previous, next)) return false;
  return isEmptyCell(previous) || !isGivenHere(next.value, facts);
}

/** Whether a value comes back as it was: what stood before the rules of the school changed, or before its pupil was in another group, is no new grade. */
function isPutBack(next: Grade, { hasSaid }: WriteFacts): boolean {
  return hasSaid?.(saidByGrade(next)) === true;
}

/** What a grade says, without the reason of its last change. */
export function saidByGrade({ value }: Pick<Grade, 'value'>): { readonly value: SaidValue } {
  return { value: saidIn(value) };
}

function isGivenHere({ quarters, event }: GradeValue, { policies }: WriteFacts): boolean {
  if (quarters === undefined) return true;
  const grading = policies.grading ?? {};
  if (event !== undefined) return grading.unpreparedCounts === quarters;
  return isGiven(quarters, { ...DEFAULT_GRADE_RULES, ...grading });
}

/** What is said of a grade beside its value and its levels, by which the family reads another result. */
const COUNTING = ['weight', 'counts', 'recovers'] as const;

/**
 * Whether a family could see what is changed before it was written, and is told no reason for it (D78). Asked of what its author has changed, of what they
 * knew: whoever did not know of the grade could give none; then two have written it at once, and both are told of that.
 */
function isReasonMissing(write: Write<Grade, WriteFacts>): boolean {
  const { previous, next, facts, knew = false, started = previous, own = next } = write;
  if (!previous || saidNothing(previous)) return false;
  // What a store put back had lost comes from each device as it was there: none knows what the others have brought.
  if (!knew && !started && facts.sendsAgain) return false;
  const { recordedAt, seenFrom } = own;
  // Filling a cell that they knew to be empty corrects nothing; what it then counts, and whether it is shown, is asked of what becomes of it.
  const isFilled = !knew && (!started || saidNothing(started));
  const [before, after] = knew || isFilled || !started ? [previous, next] : [started, own];
  const isCorrected =
    (!isFilled && (saysOther(before, after) || !equalJson(before.objectives, after.objectives))) ||
    COUNTING.some((field) => !equalJson(before[field], after[field])) ||
    rewritesComment(before, after, recordedAt) ||
    hidesAgain(asColumnSays(before, facts.assessment), asColumnSays(after, facts.assessment), recordedAt);
  if (!isCorrected) return false;
  // A device notes by itself what could be seen before its own entries that wait for a line.
  const isKnown = seenFrom !== undefined && seenFrom <= recordedAt;
  if (!isKnown && !isSeenBy(recordedAt, previous, facts.assessment, facts.year)) return false;
  return !saysWhy(reasonGiven(write), reasonOfGrade(before));
}

function reasonGiven({ previous, next, facts, started, own = next }: Write<Grade, WriteFacts>): GivenReason {
  const { id: record, author } = own;
  const { reasonNamed: named, sendsAgain } = facts;
  const before = [previous, started].map((one) => (one ? reasonOfGrade(one) : undefined));
  return { record, author, said: reasonOfGrade(own), before, named, sendsAgain };
}

/** Why a value was changed last, and which entry said so. */
export function reasonOfGrade({ value: { reason, reasonEntry } }: Grade): SaidReason {
  return { reason, entry: reasonEntry };
}

/** Whether a cell never said anything that its family could see: of one that was emptied they have seen what it said (D45). */
function saidNothing(grade: Grade): boolean {
  return isEmptyCell(grade) && grade.seenFrom === undefined;
}
