import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { HoursElsewhere } from '../../../domain/kinds/hours-elsewhere/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { recordsOfPupil } from './of-pupil.ts';

/** A paper of a pupil that is read in the pupil's classes of its school year. */
type PaperOfYear = Derogation | HoursElsewhere;

/**
 * The derogations and declared hours whose classes are other ones once these records are written: those who have the pupil in the new class
 * read them too, from its first day there on. Whose pupil is in which classes is the server's word, whatever the record said.
 */
export async function papersInClasses(
  reader: Pick<SchoolReader, 'bucketRange'>,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const pupils = new Set(
    written.flatMap((record): readonly PersonId[] => {
      if (record.kind === 'person') return record.type === 'pupil' ? [record.id] : [];
      return isPaper(record) || record.kind === 'enrolment' ? [record.pupil] : [];
    }),
  );
  const versions: NewVersion[] = [];
  for (const pupil of pupils)
    versions.push(...placed(await recordsOfPupil(reader, 'roster', pupil), dayOfInstant(now), now));
  return versions;
}

function placed(own: readonly RegisterRecord[], today: LocalDate, now: Instant): readonly NewVersion[] {
  const person = own.find((record): record is Person => record.kind === 'person');
  if (!person) return [];
  const enrolments = own.filter((record): record is Enrolment => record.kind === 'enrolment');
  return own.filter(isPaper).flatMap((paper): readonly NewVersion[] => {
    const classes = classesOf(person, enrolments, yearOf(paper), today);
    if (equalJson(classes, paper.classes)) return [];
    const entry = derivedEntry('class', paper.entry, person.entry, ...classes);
    const record = { ...paper, classes, entry, receivedAt: now };
    return [ownVersion(record)];
  });
}

/** The classes of a pupil in a school year; without those that the pupil enters later. */
function classesOf(
  { classes }: Person,
  enrolments: readonly Enrolment[],
  startYear: number,
  today: LocalDate,
): readonly ClassId[] {
  const isLater = (id: ClassId) => {
    const own = enrolments.filter((one) => one.class === id);
    const isOnlyComing = own.length > 0 && own.every(({ from }) => from > today);
    // Before the first lesson nobody is in a class: then those that come are all there are.
    return (
      isOnlyComing && enrolments.some(({ class: other, from }) => from <= today && isOf(other, startYear))
    );
  };
  return classes.filter((id) => isOf(id, startYear) && !isLater(id)).toSorted();
}

function isOf(schoolClass: ClassId, startYear: number): boolean {
  return startYearOfClass(schoolClass) === startYear;
}

function yearOf(paper: PaperOfYear): number {
  return paper.kind === 'derogation' ? paper.startYear : startYearOf(paper.from);
}

function isPaper(record: RegisterRecord): record is PaperOfYear {
  return record.kind === 'derogation' || record.kind === 'hoursElsewhere';
}
