import type { Kind } from '../../record/kind.ts';
import { seenFrom } from '../../school/grading/seen-by-family.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isAssessment } from '../assessment/record.ts';
import type { Grade } from './record.ts';

/** What a family could see stays known as such when the store that knew it was put back from a copy (D78): the new one has neither the arrival nor a note. */
export const stillSeen: NonNullable<Kind<Grade, WriteFacts>['sentAgain']> = (
  record,
  lost,
  { facts: { year }, below },
) => {
  const from = seenFrom(lost, below && isAssessment(below) ? below : undefined, year);
  return from === undefined ? record : { ...record, seenFrom: from };
};
