import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { isEmptyValue } from '../../../domain/grades/said-value.ts';
import { sameWords } from '../../../domain/entries/merge.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { asksWhatWasSaid, saidByGrade } from '../../../domain/kinds/grade/write-rights.ts';
import { gradesIn } from '../../../domain/school/grading/recovery.ts';
import { commentFrom } from '../../../domain/school/grading/comment-for-families.ts';
import { seenFrom } from '../../../domain/school/grading/seen-by-family.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Batch, EffectContext, FactsBatch } from '../../register/batch/batch.ts';
import { coursesOfPupils, gradesOfCourses } from '../assessed/courses-of-pupils.ts';
import { saidBefore } from '../assessed/said-before.ts';
import type { KindEffects } from '../effects.ts';
import { namedReason, readNamed } from '../assessed/named-reason.ts';

/** A grade is judged with the column in which it stands, and by what else its pupil got where it recovers something (D48, D56); its day is that of the column, and whether the family could see it is the server's word. */
export const gradeEffects: KindEffects<Grade> = {
  read,
  facts: withColumn,
  completed: asKnown,
};

async function read(batch: Batch, next: Grade): Promise<void> {
  await readNamed(batch, next);
  const found = batch.current('grades', next.id);
  const stands = found?.kind === 'grade' ? found : undefined;
  if (stands && asksWhatWasSaid(stands, next, batch.factsFor(next)))
    await batch.versionsOf('grades', next.id);
  // Of two that write the cell at once one may give the mark, and the other say what it recovers.
  const { recovers = stands?.recovers } = next;
  const isKept = stands && !isEmptyValue(stands.value) && equalJson(stands.recovers, recovers);
  if (!recovers || isKept) return;
  // Of whoever has not the subject nothing is counted: they are refused.
  const { assessment, assesses } = batch.factsFor(next);
  if (assesses?.(assessment?.day ?? next.day).includes(next.subject) !== true) return;
  for (const course of coursesOf(batch, next)) await batch.storedIn('grade', course);
}

/** What the pupil of a grade got in its subject; undefined where nobody has read it. */
function gradesOfPupil(batch: FactsBatch, record: Grade): ReturnType<typeof gradesIn> | undefined {
  const course = gradesOfCourses(batch, coursesOf(batch, record), record);
  return course && gradesIn(course, record.pupil);
}

function coursesOf({ snapshot }: Pick<Batch, 'snapshot'>, record: Grade) {
  return coursesOfPupils(snapshot, record, [record.pupil]);
}

function withColumn(batch: FactsBatch, record: Grade, facts: WriteFacts): WriteFacts {
  const { actor, current, snapshot } = batch;
  const found = current('grades', record.assessment);
  const column = found?.kind === 'assessment' ? found : null;
  const ofDay = (day: LocalDate) =>
    snapshot.writeFacts(actor.person, kindOf(record).place({ ...record, day }));
  return {
    ...facts,
    ...(column && column.day !== record.day ? ofDay(column.day) : {}),
    assessment: column,
    pupilGrades: () => gradesOfPupil(batch, record),
    ...namedReason(batch, record),
    ...saidBefore(batch, record, saidByGrade),
  };
}

/**
 * A grade as the server knows it: on the day of its column, from when on its family could read what its comment says, and since when they could see what stood there before
 * (D78). A store that was put back believes the devices that it had told; and nobody saw a grade before it was written.
 */
function asKnown(
  context: EffectContext,
  { seenFrom: claimed, commentFrom: _claimed, ...record }: Grade,
  stands: Grade | null,
): Grade {
  const { assessment, year, sendsAgain = false } = context.factsFor(record);
  const { day = record.day } = assessment ?? {};
  const from = stands && seenFrom(stands, assessment, year);
  // Who says the same again changes nothing, though time has passed.
  const isSeen = from && from <= context.now && !sameWords(stands, record);
  const isKept = sendsAgain && claimed !== undefined && claimed <= context.now;
  const { recordedAt } = record;
  const kept = isKept && claimed < recordedAt ? recordedAt : claimed;
  const known = isSeen ? from : (stands?.seenFrom ?? (isKept ? kept : undefined));
  const commented = commentFrom(stands, record, context.now);
  return { ...record, day, ...commented, ...(known === undefined ? {} : { seenFrom: known }) };
}
