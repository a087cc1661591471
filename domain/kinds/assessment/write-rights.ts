import { refuse, type Refusal } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { ok } from '../../base/result.ts';
import { isConversion, toConversion } from '../../grades/points/conversion.ts';
import { convertsPoints, takesPoints } from '../../grades/scales.ts';
import type { Decision, Write } from '../../record/kind.ts';
import type { AssessedGrade } from '../../school/grading/assessed-column.ts';
import { isOfOtherEntry, saysWhy, type GivenReason } from '../../school/grading/given-reason.ts';
import { rewritesComment } from '../../school/grading/comment-for-families.ts';
import { hidesAgain, isSeenBy } from '../../school/grading/seen-by-family.ts';
import { unmakes } from '../../school/grading/way-of-assessing.ts';
import { assessingFault } from '../../school/assessing/may-assess.ts';
import { whyNotMoved, type NotMoved } from '../../school/assessing/why-not-moved.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isEmptyCell, isReason } from '../../grades/said-value.ts';
import { MOST_COLUMNS, type Assessment } from './record.ts';

/**
 * Who may write a column of a gradebook (D24, D47): whoever has the subject in the class. They make columns of their own alone, {@link MOST_COLUMNS} at
 * the most, of a group that is theirs (D94, D204), and each may put right those of a colleague in the same course. Where families could see a grade of it,
 * changing what it comes to or what was said of it, hiding it, moving it, giving it up or bringing it back wants a reason (D78). It is moved to no day on which
 * somebody assessed in it was not in the class, or in another group (D48, D204), or what recovers would recover nothing (D56); it assesses in no other way once
 * somebody is assessed by it (D53, D54); nor does one that was given up stand again with a second recovery of a grade.
 */
export function authorizeAssessment(write: Write<Assessment, WriteFacts>): Decision<Assessment> {
  const { actor, previous, next, facts } = write;
  const fault = assessingFault(actor, previous, next, facts);
  if (fault) return refuse(fault);
  if (!previous && next.teacher !== actor.person && !bringsBack(write)) return refuse('forbidden', 'teacher');
  if (!previous && next.group !== undefined && facts.assessesGroup?.(next.group, next) === false)
    return refuse('invalid', 'group');
  if (!previous && (facts.columns?.() ?? 0) >= MOST_COLUMNS) return refuse('tooManyColumns');
  const scale = facts.scaleOf?.(next.subject);
  if (!previous && scale !== undefined && scale !== next.scale) return refuse('invalid', 'scale');
  const contradiction = assessmentFault(next);
  if (contradiction) return refuse(contradiction.reason, contradiction.path);
  const kept = whyKept(write);
  if (kept) return refuse(kept, 'day');
  const unmade = previous && unmadeIn(previous, next, facts);
  if (unmade) return refuse('alreadyAssessed', unmade);
  if (isOfOtherEntry(reasonGiven(write))) return refuse('invalid', 'correction');
  const isTakenUp = previous?.cancelled !== undefined && next.cancelled === undefined;
  const unsound = isTakenUp ? facts.whyNotTakenUp?.() : undefined;
  if (unsound) return refuse(unsound);
  const unexplained = unexplainedIn(write);
  return unexplained === undefined ? ok(next) : refuse('reasonMissing', unexplained);
}

/** A column of a colleague comes back with whoever has a grade in it, where the store was put back from a copy (ADR 12). */
function bringsBack({ next, facts }: Write<Assessment, WriteFacts>): boolean {
  return facts.sendsAgain === true && facts.hasCourse?.(next.teacher, next.subject) === true;
}

/** Why the grades of a column cannot go with it to its new day. */
function whyKept({ previous, next, facts }: Write<Assessment, WriteFacts>): NotMoved | undefined {
  if (!previous || previous.day === next.day) return undefined;
  const { assessed = [] } = facts;
  const reasons = assessed.flatMap((grade) =>
    isEmptyCell(grade) ? [] : (whyNotMoved(facts, previous, grade.pupil, next.day) ?? []),
  );
  return reasons.find((reason) => reason === 'notEnrolled') ?? reasons[0];
}

/** What of a column is changed from under its grades (D53, D54): how it assesses stays while somebody is assessed by it. */
function unmadeIn(
  before: Assessment,
  after: Assessment,
  { assessed = [] }: WriteFacts,
): 'test' | 'rubric' | undefined {
  if (!assessed.some(({ value }) => unmakes(value, before, after))) return undefined;
  return before.rubric || after.rubric ? 'rubric' : 'test';
}

/** What of a column decides what its grades come to, and in which period they count. */
const COUNTING = ['day', 'type', 'weight', 'counts', 'test', 'rubric'] as const;

/** What of a column whose grades families could see is changed without a reason of its own; undefined where nothing is. */
function unexplainedIn(write: Write<Assessment, WriteFacts>): 'cancelled' | 'correction' | undefined {
  const { previous, next, facts } = write;
  const { started = previous, own = next } = write.knew ? { started: previous } : write;
  if (!previous || !started) return undefined;
  const { recordedAt } = own;
  // Also by whoever names a state in which it was given up before.
  const isGivenUp = own.cancelled !== undefined && !equalJson(started.cancelled, own.cancelled);
  const isCorrected =
    COUNTING.some((field) => !equalJson(started[field], own[field])) ||
    (started.cancelled !== undefined && !own.cancelled) ||
    rewritesComment(started, own, recordedAt) ||
    hidesAgain(started, own, recordedAt);
  const isReread = leavesOther(started, own);
  const { assessed = [], year } = facts;
  const seen = assessed.filter(
    (grade) => (isGivenUp || isCorrected || isReread(grade)) && isSeenBy(recordedAt, grade, previous, year),
  );
  if (seen.length === 0) return undefined;
  if (isGivenUp && !isReason(own.cancelled?.reason)) return 'cancelled';
  const isOwed = isCorrected || seen.some(isReread);
  return isOwed && !saysWhy(reasonGiven(write), started.correction) ? 'correction' : undefined;
}

function reasonGiven({
  previous,
  next,
  facts,
  started,
  own = next,
}: Write<Assessment, WriteFacts>): GivenReason {
  const { id: record, author, correction: said = {} } = own;
  const { reasonNamed: named, sendsAgain } = facts;
  return { record, author, said, before: [previous?.correction, started?.correction], named, sendsAgain };
}

/** Which grades say a level of an objective that a column names otherwise now, or has no more (D55); one that it has gained is no correction. */
function leavesOther(before: Assessment, after: Assessment): (grade: AssessedGrade) => boolean {
  const named = new Map(after.objectives?.map(({ id, name }) => [id, name]));
  const left = new Set(before.objectives?.flatMap(({ id, name }) => (named.get(id) === name ? [] : [id])));
  return ({ objectives = [] }) => objectives.some(({ objective }) => left.has(objective));
}

/**
 * What a column says against itself: it has points or a rubric, where its scale takes them, and each score has its one grade (D53, D54). In primary school none
 * becomes a mark (D66), and religion has neither (D27).
 */
export function assessmentFault({ scale, test, rubric, objectives = [] }: Assessment): Refusal | undefined {
  if (rubric && (test || !takesPoints(scale))) return invalid('rubric');
  if (test && !takesPoints(scale)) return invalid('test');
  if (rubric?.conversion && !convertsPoints(scale)) return invalid('rubric.conversion');
  if (test?.conversion && !convertsPoints(scale)) return invalid('test.conversion');
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
