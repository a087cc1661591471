import { canonicalJson, equalJson } from '../../../domain/base/canonical-json.ts';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, Instant, SchoolId } from '../../../domain/base/ids.ts';
import { byKind, type RecordsByKind } from '../../../domain/kinds/by-kind.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { nameListId, type ListedPupil, type NameList } from '../../../domain/kinds/name-list/record.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { SERVER_AUTHOR } from '../../base/server-author.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';

/** The kinds of which the lists are made: no other record is looked at. */
const SOURCES = /"kind":"(?:class|enrolment|person|nameList)"/;

/** What the lists are made from. */
type ListReader = Pick<SchoolReader, 'collection'>;

/** The lists of names that are other ones once these records are written: the class has other pupils, or a pupil another name. */
export async function nameListsAfter(
  reader: ListReader,
  school: SchoolId,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  if (!written.some(changesNames)) return [];
  return await nameListsOf(reader, school, now);
}

/** The lists of names of a school that do not stand as they should. */
export async function nameListsOf(
  reader: ListReader,
  school: SchoolId,
  now: Instant,
): Promise<readonly NewVersion[]> {
  const texts = await reader.collection('roster');
  const settings = await reader.collection('settings');
  const of = byKind([...texts.filter((text) => SOURCES.test(text)), ...settings].map(storedRecord));
  const standing = new Map(of('nameList').map((list) => [list.class, list]));
  const pupilsOf = listsOf(of);
  return of('class').flatMap(({ id }): NewVersion[] => {
    const before = standing.get(id);
    const pupils = pupilsOf(id);
    if (equalJson(before?.pupils ?? [], pupils)) return [];
    const record: NameList = {
      id: nameListId(id),
      school,
      kind: 'nameList',
      author: SERVER_AUTHOR,
      // After the one before: a list that becomes what it was once is another version of it.
      entry: derivedEntry('names', id, before?.entry ?? school, canonicalJson(pupils)),
      recordedAt: now,
      receivedAt: now,
      class: id,
      pupils,
    };
    return [ownVersion(record)];
  });
}

function listsOf(of: RecordsByKind): (schoolClass: ClassId) => readonly ListedPupil[] {
  const people = new Map(of('person').map((person) => [person.id, person]));
  const years = new Map(of('schoolYear').map((year) => [year.startYear, year]));
  const enrolments = groupBy(of('enrolment'), (one) => one.class);
  return (id) => {
    const year = years.get(startYearOfClass(id) ?? 0);
    const own = (enrolments.get(id) ?? [])
      .filter(({ from, to }) => to === undefined || from <= to)
      .flatMap((enrolment) => {
        const person = people.get(enrolment.pupil);
        return person?.type === 'pupil' ? [{ enrolment, person }] : [];
      })
      .toSorted(
        (a, b) =>
          compareByName(a.person, b.person) ||
          a.person.id.localeCompare(b.person.id) ||
          a.enrolment.from.localeCompare(b.enrolment.from),
      );
    const hasNamesake = (person: Person) =>
      own.some((other) => other.person.id !== person.id && compareByName(other.person, person) === 0);
    return own.map(({ enrolment, person }) => listed(person, enrolment, year, hasNamesake(person)));
  };
}

function listed(
  { id, surname, givenName, birthDate }: Person,
  { from, to }: Enrolment,
  year: SchoolYear | undefined,
  hasNamesake: boolean,
): ListedPupil {
  const isLater = year === undefined || from > year.lessonsFrom;
  const isShorter = to !== undefined && (year === undefined || to < year.lessonsTo);
  return {
    id,
    surname,
    givenName,
    ...(hasNamesake && birthDate !== undefined ? { birthDate } : {}),
    ...(isLater ? { from } : {}),
    ...(isShorter ? { to } : {}),
  };
}

/** Whether a record says who is in a class, what a pupil is called, or when the lessons of a year begin and end. */
function changesNames(record: RegisterRecord): boolean {
  return (
    record.kind === 'enrolment' ||
    record.kind === 'schoolYear' ||
    (record.kind === 'person' && record.type === 'pupil')
  );
}
