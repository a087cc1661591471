import type { LocalDate } from '../../../domain/base/ids.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { gradeId, type Grade } from '../../../domain/kinds/grade/record.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { EffectContext, FactsBatch } from '../../register/batch/batch.ts';
import type { KindEffects } from '../effects.ts';

/** A grade is judged with the column in which it stands, and with the grade that it recovers (D48, D56); its day is that of the column. */
export const gradeEffects: KindEffects<Grade> = {
  readsBeside: (record) => [record.assessment, ...recoveredIn(record)],
  facts: withColumn,
  completed: onItsDay,
};

function recoveredIn({ recovers, pupil }: Grade): readonly string[] {
  return recovers ? [gradeId(recovers.assessment, pupil)] : [];
}

function withColumn({ actor, current, snapshot }: FactsBatch, record: Grade, facts: WriteFacts): WriteFacts {
  const found = current('grades', record.assessment);
  const column = found?.kind === 'assessment' ? found : null;
  const ofDay = (day: LocalDate) =>
    snapshot.writeFacts(actor.person, kindOf(record).place({ ...record, day }));
  const [recovered] = recoveredIn(record).map((id) => current('grades', id));
  return {
    ...(column && column.day !== record.day ? ofDay(column.day) : facts),
    assessment: column,
    recovered: recovered?.kind === 'grade' ? recovered : null,
  };
}

function onItsDay(context: EffectContext, record: Grade): Grade {
  const day = context.factsFor(record).assessment?.day;
  return day === undefined || day === record.day ? record : { ...record, day };
}
