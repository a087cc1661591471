import { dayBucket } from '../../../domain/access/bucket.ts';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { isToCopy } from '../../../domain/kinds/planned-lesson/past-week.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PastWeekAnswer } from '../../../domain/protocol/endpoints/register/past-week.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { pastActorOf } from '../../school/actor.ts';
import type { SchoolSnapshots } from '../../school/school-snapshots.ts';
import { recordsIn } from '../../school/records-in.ts';
import type { Storage } from '../../storage/contract/storage.ts';

/** The week of a class from a Monday on. */
interface AskedWeek {
  readonly class: ClassId;
  readonly from: LocalDate;
}

/** A week of a class of a school year that is over, for whoever reads that year of it; of any other class, existing or not, the same refusal. */
export type ReadPastWeek = (who: SignedIn, asked: AskedWeek) => Promise<Result<PastWeekAnswer, Failure>>;

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const FORBIDDEN: Failure = { kind: 'forbidden', message: 'No such class in that year, or not yours to read' };

/** Reads only that week of that class, day by day. */
export function createReadPastWeek(
  storage: Storage,
  snapshots: SchoolSnapshots,
  now: () => number,
): ReadPastWeek {
  return async (who, { class: schoolClass, from }) =>
    await storage.read(who.school, async (reader) => {
      const snapshot = await snapshots.at(who.school, reader);
      const actor = pastActorOf(snapshot, who, now(), startYearOf(from));
      if (!actor?.classes.includes(schoolClass)) return fail(FORBIDDEN);
      const found: RegisterRecord[] = [];
      for (const day of DAYS.map((days) => addDays(from, days))) {
        found.push(...(await recordsIn(reader, kinds.lesson.collection, dayBucket(day, schoolClass))));
      }
      const records = found.filter(
        (record) => (record.kind === 'lesson' || record.kind === 'plannedLesson') && isToCopy(actor, record),
      );
      return ok({ records: records.map((record) => ({ ...record })) });
    });
}
