import { pastWeekOf, type PastWeek } from '../../../domain/kinds/planned-lesson/past-week.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { PastWeekAnswer } from '../../../domain/protocol/endpoints/register/past-week.ts';
import { readRecord } from '../../data/sync/versions/readable-record.ts';

/**
 * The week that the server has told of, in the shape of today. A server answers in that of its own version: what this version of the program
 * cannot work with is left out, as it is where records are synchronised.
 */
export function readPastWeek({ records }: PastWeekAnswer): PastWeek {
  const { lesson, plannedLesson } = kinds;
  const known = records.flatMap(
    (record) => readRecord(lesson.collection, record) ?? readRecord(plannedLesson.collection, record) ?? [],
  );
  return pastWeekOf(
    known.flatMap((record) => (record.kind === 'lesson' || record.kind === 'plannedLesson' ? [record] : [])),
  );
}
