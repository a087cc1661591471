import type { LocalDate } from '../../../domain/base/ids.ts';
import { isAssessedIn } from '../../../domain/hours/taking/pupils-taking.ts';
import { sameWords } from '../../../domain/entries/merge.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { gradeId, type Grade } from '../../../domain/kinds/grade/record.ts';
import { seenFrom } from '../../../domain/school/grading/seen-by-family.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { EffectContext, FactsBatch } from '../../register/batch/batch.ts';
import type { KindEffects } from '../effects.ts';
import { namedReason, readNamed } from './named-reason.ts';

/** A grade is judged with the column in which it stands, and with the grade that it recovers (D48, D56); its day is that of the column, and whether the family could see it is the server's word. */
export const gradeEffects: KindEffects<Grade> = {
  readsBeside: recoveredIn,
  read: readNamed,
  facts: withColumn,
  completed: asKnown,
};

function recoveredIn({ recovers, pupil }: Grade): readonly string[] {
  return recovers ? [gradeId(recovers.assessment, pupil)] : [];
}

function withColumn(batch: FactsBatch, record: Grade, facts: WriteFacts): WriteFacts {
  const { actor, current, snapshot } = batch;
  const found = current('grades', record.assessment);
  const column = found?.kind === 'assessment' ? found : null;
  const ofDay = (day: LocalDate) =>
    snapshot.writeFacts(actor.person, kindOf(record).place({ ...record, day }));
  const [recovered] = recoveredIn(record).map((id) => current('grades', id));
  return {
    ...(column && column.day !== record.day ? ofDay(column.day) : facts),
    assessment: column,
    isAssessed: (of, pupil, on) => isAssessedIn(snapshot, of, pupil, on),
    recovered: recovered?.kind === 'grade' ? recovered : null,
    ...namedReason(batch, record),
  };
}

/**
 * A grade as the server knows it: on the day of its column, and since when the family could see what stood there before (D78). A store that was put back believes
 * the devices that it had told; and nobody saw a grade before it was written.
 */
function asKnown(
  context: EffectContext,
  { seenFrom: claimed, ...record }: Grade,
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
  return { ...record, day, ...(known === undefined ? {} : { seenFrom: known }) };
}
