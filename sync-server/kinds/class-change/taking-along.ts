import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { Instant, PersonId, SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { SERVER_AUTHOR } from '../../base/server-author.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import type { MarksOfClass } from './marks-of-class.ts';
import { staysOf } from './stays.ts';

/** In which school and when marks go along with pupils. */
export interface TakingAlong {
  readonly school: SchoolId;
  readonly now: Instant;
  readonly snapshot: SchoolSnapshot;
  /** Of whom it was written in which classes they are. */
  readonly entering: ReadonlySet<PersonId>;
  readonly marksOf: MarksOfClass;
}

/** What stands in the gradebooks under some keys. */
export async function marksNamed(
  reader: Pick<SchoolReader, 'documents'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterRecord>> {
  if (ids.length === 0) return new Map();
  const texts = await reader.documents('grades', ids);
  return new Map([...texts].map(([id, json]) => [id, storedRecord(json)]));
}

/** A copy of a record, before the server has put its name to it. */
type Unsigned<R extends RegisterRecord> = Omit<R, 'school' | 'author' | 'entry' | 'recordedAt'>;

/** A copy as the server writes it into another class; nothing where it stands so already. */
export function copied(
  { school, now }: Pick<TakingAlong, 'school' | 'now'>,
  copy: Unsigned<EarlierGrade> | Unsigned<Proposal>,
  before: RegisterRecord | undefined,
): readonly NewVersion[] {
  const record: RegisterRecord = {
    ...copy,
    school,
    author: SERVER_AUTHOR,
    entry: derivedEntry('earlier', copy.id, before?.entry ?? school, canonicalJson({ ...copy })),
    recordedAt: now,
    receivedAt: now,
  };
  if (before && samePayload(before, record)) return [];
  return [ownVersion(record)];
}

/** The copies in classes in which, as it turns out, their pupils are not after all. */
export async function copiesForNothing<R extends EarlierGrade | Proposal>(
  { snapshot, now, entering, marksOf }: TakingAlong,
  isCopy: (record: RegisterRecord) => record is R,
): Promise<readonly R[]> {
  const today = dayOfInstant(now);
  const stays = staysOf(snapshot, today);
  const found: R[] = [];
  for (const pupil of entering) {
    const ofYear = (snapshot.enrolmentsOf.get(pupil) ?? [])
      .map((one) => one.class)
      .filter((id) => startYearOfClass(id) === startYearOf(today));
    // Whoever is in one class all year has taken nothing along.
    if (new Set(ofYear).size < 2) continue;
    const entered = stays.flatMap(({ enrolment, classes }) => (enrolment.pupil === pupil ? classes : []));
    for (const schoolClass of new Set(ofYear.filter((id) => !entered.includes(id))))
      found.push(...(await marksOf(schoolClass)).filter(isCopy).filter((one) => one.pupil === pupil));
  }
  return found;
}
