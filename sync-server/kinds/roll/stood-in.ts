import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { substitutionId } from '../../../domain/kinds/substitution/record.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Batch } from '../../register/batch/batch.ts';

/**
 * The facts around a record as this very request has left them: an hour that was signed as a substitute without a network comes with its
 * roll, and the school knew of neither when the request began.
 */
export function withStandInsOfBatch(
  batch: Pick<Batch, 'actor' | 'current'>,
  record: RegisterRecord,
  facts: WriteFacts,
): WriteFacts {
  const { day, class: schoolClass } = kindOf(record).place(record);
  if (facts.teaches || facts.answersFor === true || day === undefined || schoolClass === undefined)
    return facts;
  const known = new Set(facts.standsIn);
  for (const { hour } of facts.hours) {
    const here = batch.current('timetable', substitutionId(day, hour, schoolClass, batch.actor.person));
    if (here?.kind !== 'substitution') continue;
    if (here.cancelled) known.delete(hour);
    else known.add(hour);
  }
  return { ...facts, standsIn: [...known] };
}
