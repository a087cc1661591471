import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Delegate } from '../../../domain/kinds/delegate/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { StandingAuthorisation } from '../../../domain/kinds/standing-authorisation/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import { isPupilDay, type PupilDay } from '../pupil-day/day-classes.ts';
import { hasBegun } from '../pupil-day/has-begun.ts';
import { recordsOfPupil } from './of-pupil.ts';

type Reader = Pick<SchoolReader, 'bucketRange'>;

/**
 * The days of pupils who are in another class by these enrolments, as they stand in it from now on: the new class's teachers see what was
 * marked in the morning, and the old ones' keep seeing it (D202). They see the other days of the school year too, with what was done
 * about them, and the time elsewhere: what is not justified yet is theirs to decide on, and what was missed counts on (D97, B.1). Author
 * and time of the marks stay what they were.
 */
export async function daysInNewClasses(
  reader: Reader,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const versions: NewVersion[] = [];
  for (const enrolment of enteredIn(written, dayOfInstant(now)))
    for (const record of await recordsOfPupil(reader, 'attendance', enrolment.pupil)) {
      const moved = isMoving(record) ? inNewClass(record, enrolment) : undefined;
      if (moved === undefined) continue;
      const entry = derivedEntry('class', record.entry, enrolment.entry);
      const version = { ...moved, entry, receivedAt: now };
      versions.push(ownVersion(version));
    }
  return versions;
}

/**
 * Who may collect pupils, and when they may come late or leave early, as it stands in the class that each pupil is in today: its teachers hand
 * the pupil over (D91). Whose pupil is in which class is the server's word, whichever of the pupil's classes the office has named; one that
 * the pupil enters later reads of it on its day.
 */
export async function collectingInNewClasses(
  reader: Reader,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const pupils = new Set(
    written.flatMap((record) => (record.kind === 'enrolment' || isCollecting(record) ? [record.pupil] : [])),
  );
  const today = dayOfInstant(now);
  const versions: NewVersion[] = [];
  for (const pupil of pupils) {
    const own = await recordsOfPupil(reader, 'roster', pupil);
    const enrolment = enteredIn(own, today).toSorted((a, b) => b.from.localeCompare(a.from))[0];
    if (!enrolment) continue;
    for (const paper of own.filter(isCollecting)) {
      if (paper.class === enrolment.class || (paper.to !== undefined && paper.to < today)) continue;
      const entry = derivedEntry('class', paper.entry, enrolment.entry);
      const record = { ...paper, class: enrolment.class, entry, receivedAt: now };
      versions.push(ownVersion(record));
    }
  }
  return versions;
}

/** A paper by which teachers hand a pupil over. */
type Collecting = Delegate | StandingAuthorisation;

function isCollecting(record: RegisterRecord): record is Collecting {
  return record.kind === 'delegate' || record.kind === 'standingAuthorisation';
}

/** The enrolments in which pupils are now; one that begins later changes nothing before its day. */
function enteredIn(written: readonly RegisterRecord[], today: LocalDate): readonly Enrolment[] {
  return written.filter(
    (record): record is Enrolment =>
      record.kind === 'enrolment' &&
      hasBegun(record, today) &&
      (record.to === undefined || record.to >= today),
  );
}

/** What goes along with a pupil into another class. */
type Moving = PupilDay | PresenceElsewhere;

function isMoving(record: RegisterRecord): record is Moving {
  return isPupilDay(record) || record.kind === 'presenceElsewhere';
}

/** A record of a pupil once the pupil is in another class; undefined where it stands in it already, or is of another school year. */
function inNewClass(record: Moving, { class: entered, from }: Enrolment): Moving | undefined {
  const { day, class: first, otherClasses = [] } = record;
  if (startYearOf(day) !== startYearOf(from)) return undefined;
  const all = new Set([first, ...otherClasses, entered]);
  // In which class somebody wrote that a pupil is elsewhere stays what it was.
  const own = day < from || record.kind === 'presenceElsewhere' ? first : entered;
  if (all.size === otherClasses.length + 1 && own === first) return undefined;
  all.delete(own);
  return { ...record, class: own, otherClasses: [...all].toSorted() };
}
