import {
  toPersonId,
  type ClassId,
  type Instant,
  type LocalDate,
  type PersonId,
  type SchoolId,
} from '../../../domain/base/ids.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
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

/** The author of what the server says of its own accord. */
export const SERVER = toPersonId('server');

/** What stands in the gradebooks under some keys. */
export async function marksNamed(
  reader: Pick<SchoolReader, 'documents'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterRecord>> {
  if (ids.length === 0) return new Map();
  const texts = await reader.documents('grades', ids);
  return new Map([...texts].map(([id, json]) => [id, storedRecord(json)]));
}

/** The classes of this school year into which, as it turns out, pupils have taken nothing along, by pupil. Whoever is in one class all year has not either. */
export function classesNotEntered(
  snapshot: SchoolSnapshot,
  today: LocalDate,
  pupils: ReadonlySet<PersonId>,
): readonly { readonly pupil: PersonId; readonly classes: ReadonlySet<ClassId> }[] {
  const stays = staysOf(snapshot, today);
  return [...pupils].flatMap((pupil) => {
    const ofYear = (snapshot.enrolmentsOf.get(pupil) ?? [])
      .map((one) => one.class)
      .filter((id) => startYearOfClass(id) === startYearOf(today));
    if (new Set(ofYear).size < 2) return [];
    const entered = stays.flatMap(({ enrolment, classes }) => (enrolment.pupil === pupil ? classes : []));
    return [{ pupil, classes: new Set(ofYear.filter((id) => !entered.includes(id))) }];
  });
}
