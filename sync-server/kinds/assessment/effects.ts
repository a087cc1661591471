import { courseBucket } from '../../../domain/access/bucket.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import { commentFrom } from '../../../domain/school/grading/comment-for-families.ts';
import { recoveriesOf, whyNotTakenUp } from '../../../domain/school/grading/recovery.ts';
import { showsAlike, showsSince } from '../../../domain/school/grading/shows-since.ts';
import { seenFrom } from '../../../domain/school/grading/seen-by-family.ts';
import type { Batch, EffectContext, FactsBatch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { coursesOfPupils, gradesOfCourses } from '../assessed/courses-of-pupils.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { KindEffects } from '../effects.ts';
import { namedReason, readNamed } from '../assessed/named-reason.ts';
import { gradeIdsOf } from './column-grades.ts';
import { gradesOfMoved } from './moved-grades.ts';

/** A column that stands is judged with its grades: what families could see of them (D78), who has one (D48), and what recovers what (D56); a new one with how many the course has. */
export const assessmentEffects: KindEffects<Assessment> = {
  read,
  facts: withGrades,
  completed: asKnown,
  taken: keepSeen,
  following: gradesOfMoved,
};

async function read(batch: Batch, next: Assessment): Promise<void> {
  await readNamed(batch, next);
  const stands = batch.current('grades', next.id);
  if (stands?.kind !== 'assessment') {
    // Of whoever has not the subject nothing is counted: they are refused.
    const isTheirs = batch.factsFor(next).assesses?.(next.day).includes(next.subject) === true;
    if (isTheirs) await batch.storedIn('assessment', courseBucket(next.class, next.subject));
    return;
  }
  await batch.preload('grades', gradeIdsOf(batch.snapshot, stands), []);
  if (!recountsRecoveries(batch, next)) return;
  // What recovers what of it stands in other columns too, of the class into which its pupil has gone since as well.
  for (const course of coursesOf(batch, stands)) await batch.storedIn('grade', course);
}

function withGrades(batch: FactsBatch, record: Assessment, facts: WriteFacts): WriteFacts {
  return {
    ...facts,
    columns: () => batch.readIn('assessment', courseBucket(record.class, record.subject))?.length ?? 0,
    assessed: gradesOf(batch, record),
    ...(recountsRecoveries(batch, record) ? recoveries(batch, record) : {}),
    ...namedReason(batch, record),
  };
}

/** Whether a column goes to another day, or stands again; only then it matters what recovers what of it, and all of its course is gone through. */
function recountsRecoveries(
  { current }: Pick<Batch, 'current'>,
  { id, day, cancelled }: Assessment,
): boolean {
  const stands = current('grades', id);
  if (stands?.kind !== 'assessment') return false;
  return stands.day !== day || (stands.cancelled !== undefined && cancelled === undefined);
}

/**
 * A column as the server knows it: since when its comment says what it says, and since when it shows its grades as it does (D78). A store that was put back believes
 * the devices that it had told.
 */
function asKnown(
  context: EffectContext,
  { commentFrom: _claimed, showsSince: claimed, ...record }: Assessment,
  stands: Assessment | null,
): Assessment {
  const { sendsAgain = false } = context.factsFor(record);
  const isKept = sendsAgain && claimed !== undefined && claimed <= context.now;
  const since = showsSince(stands, record, isKept ? claimed : context.now);
  return { ...record, ...commentFrom(stands, record, context.now), ...since };
}

/** What families could see of grades by now stays known as such, once their column shows them otherwise (D78). */
function keepSeen(batch: Batch, before: Assessment | null, after: Assessment): Promise<void> {
  if (!before || showsAlike(before, after)) return Promise.resolve();
  const { year } = batch.snapshot.writeFacts(batch.actor.person, { class: before.class, day: before.day });
  for (const grade of gradesOf(batch, before)) {
    const from = seenFrom(grade, before, year);
    if (grade.seenFrom !== undefined || from === undefined || from > batch.now) continue;
    const record = { ...grade, seenFrom: from, entry: derivedEntry('seen', grade.entry, after.entry) };
    batch.add(ownVersion(record, after.author));
  }
  return Promise.resolve();
}

function gradesOf(
  { current, snapshot }: Pick<Batch, 'current' | 'snapshot'>,
  column: Assessment,
): readonly Grade[] {
  return gradeIdsOf(snapshot, column).flatMap((id) => {
    const record = current('grades', id);
    return record?.kind === 'grade' ? [record] : [];
  });
}

/** What recovers what of a column; undefined where nobody has read its course. */
function recoveries(batch: FactsBatch, column: Assessment): Pick<WriteFacts, 'recoveries' | 'whyNotTakenUp'> {
  const course = gradesOfCourses(batch, coursesOf(batch, column), column);
  if (!course) return {};
  return {
    recoveries: recoveriesOf(column.id, course),
    whyNotTakenUp: () => whyNotTakenUp(column.id, course),
  };
}

function coursesOf(batch: Pick<Batch, 'current' | 'snapshot'>, column: Assessment) {
  const pupils = gradesOf(batch, column).map(({ pupil }) => pupil);
  return coursesOfPupils(batch.snapshot, column, pupils);
}
