import { classBucket } from '../../../domain/access/bucket.ts';
import type { ClassId, SchoolId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import { openCounts } from '../../../domain/justifications/open-in-class.ts';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OpenInYear } from '../../../domain/protocol/endpoints/office/open-in-year.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { recordsIn } from '../../school/records-in.ts';
import type { SchoolReader, Storage } from '../../storage/contract/storage.ts';
import { officeOf, type OfficeContext } from '../act/office.ts';

/** What is open in a school year, class by class; nothing of a year that the school does not have. */
export type ReadOpenInYear = (who: SignedIn, startYear: number) => Promise<Result<OpenInYear, Failure>>;

/** More than a school ever lets wait. */
const MOST_HELD = 100_000;

/** Reads the classes one after the other: a school's whole year is never in memory at once. */
export function createReadOpenInYear(context: OfficeContext): ReadOpenInYear {
  const { storage } = context;
  return async (who, startYear) => {
    const office = await officeOf(context, who, ofOffice.readOpenInYear);
    if (!office.ok) return office;
    const { snapshot } = office.value;
    const year = snapshot.years.get(startYear);
    if (!year) return ok({ classes: [] });
    const held = await heldByClass(storage, who.school);
    const classes: OpenInYear['classes'][number][] = [];
    for (const schoolClass of snapshot.classesOfYear(startYear)) {
      const records = await storage.read(who.school, (reader) => recordsOf(reader, schoolClass.id));
      const of = { year, schoolClass, held: held.get(schoolClass.id) ?? 0 };
      const open = openCounts(snapshot, of, byKind(records));
      if (open) classes.push(open);
    }
    return ok({ classes });
  };
}

/** What happened in a class. */
async function recordsOf(reader: SchoolReader, schoolClass: ClassId): Promise<readonly RegisterRecord[]> {
  const found: RegisterRecord[] = [];
  const bucket = classBucket(schoolClass);
  for (const collection of [kinds.lesson.collection, kinds.attendanceDay.collection])
    found.push(...(await recordsIn(reader, collection, bucket)));
  return found;
}

/** How many entries that were handed over wait, by the class that they name. */
async function heldByClass(storage: Storage, school: SchoolId): Promise<ReadonlyMap<unknown, number>> {
  const entries = await storage.accounts.read((reader) => reader.handedOverInSchool(school, MOST_HELD));
  const waiting = entries.filter(({ state }) => state === 'waiting');
  return new Map(
    [...Map.groupBy(waiting, ({ record }) => record['class'])].map(([of, own]) => [of, own.length]),
  );
}
