import { pupilBucket } from '../../../domain/access/bucket.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { NewVersion, SchoolTransaction } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { isPupilDay, type PupilDay } from '../pupil-day/day-classes.ts';

type Reader = Pick<SchoolTransaction, 'bucketRange'>;

/** More records than a pupil has of a collection in all the years at a school. */
const MOST_OF_ONE = 10_000;

/**
 * The days of pupils whom the office has put into another class, as they stand in it from now on: the new class's teachers see what was
 * marked in the morning, and the old ones' keep seeing it (D202). They see the other days of the school year too, with what was done
 * about them: what is not justified yet is theirs to decide on, and what was missed counts on (D97, B.1). Author and time of the marks
 * stay what they were.
 */
export async function daysInNewClasses(
  transaction: Reader,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const versions: NewVersion[] = [];
  for (const enrolment of begunIn(written, dayOfInstant(now)))
    for (const day of await recordsOf(transaction, 'attendance', enrolment)) {
      if (!isPupilDay(day) || startYearOf(day.day) !== startYearOf(enrolment.from)) continue;
      const moved = inNewClass(day, enrolment);
      if (moved === undefined) continue;
      const entry = derivedEntry('class', day.entry, enrolment.entry);
      const record = { ...day, ...moved, entry, receivedAt: now };
      versions.push({ collection: 'attendance', record, device: 'server', outcome: 'stored' });
    }
  return versions;
}

/** Who may collect the pupils, and when they may come late or leave early, as it stands in their new class: whose teachers hand them over (D91). */
export async function collectingInNewClasses(
  transaction: Reader,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const versions: NewVersion[] = [];
  const today = dayOfInstant(now);
  for (const enrolment of begunIn(written, today))
    for (const paper of await recordsOf(transaction, 'roster', enrolment)) {
      if (paper.kind !== 'delegate' && paper.kind !== 'standingAuthorisation') continue;
      if (paper.class === enrolment.class || (paper.to !== undefined && paper.to < today)) continue;
      const entry = derivedEntry('class', paper.entry, enrolment.entry);
      const record = { ...paper, class: enrolment.class, entry, receivedAt: now };
      versions.push({ collection: kindOf(paper).collection, record, device: 'server', outcome: 'stored' });
    }
  return versions;
}

/** The enrolments in which pupils are now; one that begins later changes nothing yet. */
function begunIn(written: readonly RegisterRecord[], today: LocalDate): readonly Enrolment[] {
  return written.filter(
    (record): record is Enrolment =>
      record.kind === 'enrolment' &&
      record.from <= today &&
      (record.to === undefined || record.to >= today) &&
      startYearOf(record.from) === startYearOf(today),
  );
}

/** The classes of a pupil's day once the pupil is in another class; undefined where they are these already. */
function inNewClass(
  { day, class: first, otherClasses = [] }: PupilDay,
  { class: entered, from }: Enrolment,
): Pick<PupilDay, 'class' | 'otherClasses'> | undefined {
  const all = new Set([first, ...otherClasses, entered]);
  const own = day < from ? first : entered;
  if (all.size === otherClasses.length + 1 && own === first) return undefined;
  all.delete(own);
  return { class: own, otherClasses: [...all].toSorted() };
}

async function recordsOf(
  transaction: Reader,
  collection: 'attendance' | 'roster',
  { pupil }: Enrolment,
): Promise<readonly RegisterRecord[]> {
  const texts: string[] = [];
  const range = { collection, bucket: pupilBucket(pupil), after: 0, limit: MOST_OF_ONE };
  await transaction.bucketRange(range, ({ json }) => {
    texts.push(json);
    return true;
  });
  return texts.map(storedRecord);
}
