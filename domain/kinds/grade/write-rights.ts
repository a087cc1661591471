import { refuse, type Refusal } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { ok } from '../../base/result.ts';
import { DEFAULT_GRADE_RULES, isGiven } from '../../grades/notation.ts';
import { SCALE_LEVELS } from '../../grades/scales.ts';
import { isShownToFamily } from '../../grades/visible-from.ts';
import type { Decision, Write } from '../../record/kind.ts';
import type { AssessedColumn } from '../../school/grading/assessed-column.ts';
import { embargoesOn, isFrozen, periodIndexOn } from '../../school/grading/frozen-period.ts';
import { assessingFault } from '../../school/assessing/may-assess.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isEmptyValue, saidIn, type Grade, type GradeValue } from './record.ts';

/**
 * Who may write a grade (D24): whoever has the subject in the class on its day, for a pupil who is in the class on it (D48), until its period is closed. Of
 * numbers those that the school gives (D50, D51); what stood before its rules changed may stay. A family that has seen it is owed a reason for the change (D78).
 */
export function authorizeGrade(write: Write<Grade, WriteFacts>): Decision<Grade> {
  const { actor, previous, next, facts } = write;
  // The day is that of the column, whatever the device says: another day would be judged by other rights.
  const day = facts.assessment?.day ?? next.day;
  const fault = assessingFault(actor, previous, { ...next, day }, facts);
  if (fault) return refuse(fault);
  if (facts.enrolment === 'never') return refuse('forbidden');
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  const contradiction = gradeFault(next);
  if (contradiction) return refuse(contradiction.reason, contradiction.path);
  const ofAssessment = facts.assessment === undefined ? undefined : assessmentRefusal(next, facts);
  if (ofAssessment) return refuse(ofAssessment.reason, ofAssessment.path);
  if (!isSameRecovery(previous, next) && isNoRecovery(next, facts)) return refuse('invalid', 'recovers');
  const isChanged = !equalJson(saidIn(previous?.value ?? {}), saidIn(next.value));
  if (isChanged && !isGivenHere(next.value, facts)) return refuse('invalid', 'value');
  return isChanged && isReasonMissing(write) ? refuse('reasonMissing', 'value') : ok(next);
}

/** What a grade says against itself: two things at once (D45), or what its scale has not got (D25, D27). */
export function gradeFault({ scale, value, assessment, recovers }: Grade): Refusal | undefined {
  const { quarters, level, score, rubric, event } = value;
  // Of somebody who is unprepared the number is what it counts as (D52).
  const number = event === 'unprepared' ? undefined : quarters;
  const said = [number, level, score, rubric, event].filter((each) => each !== undefined);
  if (said.length > 1) return { reason: 'invalid', path: 'value' };
  const isNumber = quarters !== undefined || score !== undefined || rubric !== undefined;
  const isOfScale = level === undefined || SCALE_LEVELS[scale].some(({ code }) => code === level);
  if ((isNumber && scale !== 'tenths') || !isOfScale) return { reason: 'invalid', path: 'value' };
  return recovers?.assessment === assessment ? { reason: 'invalid', path: 'recovers' } : undefined;
}

/** Why a grade is none of its assessment: there is no such column in the course, or it has not got what the grade says. */
function assessmentRefusal(
  { class: schoolClass, subject, scale, value, objectives = [] }: Grade,
  { assessment, year }: WriteFacts,
): Refusal | undefined {
  const isOfCourse =
    assessment?.class === schoolClass && assessment.subject === subject && assessment.scale === scale;
  // One of another course and one that does not exist are refused alike.
  if (!assessment || !isOfCourse) return { reason: 'invalid', path: 'assessment' };
  // A colleague may have moved it to another day meanwhile.
  if (year && isFrozen(year, schoolClass, assessment.day)) return { reason: 'periodClosed' };
  if (!isOfTest(value, assessment)) return { reason: 'invalid', path: 'value' };
  const known = new Set(assessment.objectives?.map(({ id }) => id));
  const isKnown = objectives.every(({ objective }) => known.has(objective));
  return isKnown ? undefined : { reason: 'invalid', path: 'objectives' };
}

/** Whether a test has such a score (D53), and a rubric such levels (D54). */
function isOfTest({ score, rubric }: GradeValue, assessment: AssessedColumn): boolean {
  if (score !== undefined) return assessment.test !== undefined && score <= assessment.test.maximum;
  if (rubric === undefined) return true;
  const criteria = new Map(assessment.rubric?.criteria.map(({ id, levels }) => [id, levels.length]));
  const named = new Set(rubric.map(({ criterion }) => criterion));
  return (
    named.size === rubric.length &&
    rubric.every(({ criterion, level }) => level < (criteria.get(criterion) ?? 0))
  );
}

function isSameRecovery(previous: Grade | null, { recovers }: Grade): boolean {
  return equalJson(previous?.recovers, recovers);
}

/** Whether a grade claims to recover what is none of the same subject and period (D56); where nobody can say, the server decides. */
function isNoRecovery({ recovers, subject, day }: Grade, { recovered, year }: WriteFacts): boolean {
  if (!recovers || recovered === undefined) return false;
  if (recovered?.subject !== subject || !year) return true;
  return periodIndexOn(year, recovered.day) !== periodIndexOn(year, day);
}

function isGivenHere({ quarters, event }: GradeValue, { policies }: WriteFacts): boolean {
  if (quarters === undefined) return true;
  const grading = policies.grading ?? {};
  if (event !== undefined) return grading.unpreparedCounts === quarters;
  return isGiven(quarters, { ...DEFAULT_GRADE_RULES, ...grading });
}

/** Whether a family has read what is changed, and is told no reason for it (D78). */
function isReasonMissing({ previous, next, facts }: Write<Grade, WriteFacts>): boolean {
  if (!previous || isEmptyValue(previous.value) || (next.value.reason ?? '').trim() !== '') return false;
  const { assessment, year } = facts;
  if (!(previous.visible ?? assessment?.visible ?? true)) return false;
  const own = previous.embargo ?? assessment?.embargo;
  const embargoes = [
    ...(own === undefined ? [] : [own]),
    ...(year ? embargoesOn(year, previous.class, previous.day) : []),
  ];
  return isShownToFamily({ recordedAt: previous.recordedAt, embargoes }, next.recordedAt);
}
