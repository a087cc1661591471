import { toInstant, type LocalDate, type SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { ChangeHub } from '../../register/changes/change-hub.ts';
import { touch } from '../../register/batch/touched-buckets.ts';
import { createSchoolSnapshots, type SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { collectingInNewClasses, daysInNewClasses } from './in-new-classes.ts';
import { hasBegun } from '../pupil-day/has-begun.ts';
import { papersInClasses } from './papers-in-classes.ts';
import { takenAlong } from './taken-along.ts';

/** How often the clock is looked at: nobody waits for it, since a request of a school looks too. */
const LOOK_MS = 30_000;

/** What a new day of the school brings by itself (D97, D202): whoever changes class on it has changed class. */
export interface DayTurn {
  /** Makes sure that the day has begun at a school: whatever begins on it stands where it belongs. */
  reach(school: SchoolId): Promise<void>;
  /** Looks no more, and waits for what is being done. */
  close(): Promise<void>;
}

/** What the turn of the day works with. */
export interface DayTurnContext {
  readonly storage: Storage;
  readonly hub: Pick<ChangeHub, 'publish'>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * The turn of the day in the time zone of the schools. A class change that was entered for a later day moves the pupil's records on that day,
 * also where the server was off at midnight: what was reached last is noted. Where it fails, the school goes on working and the next
 * look tries again.
 */
export function createDayTurn({ storage, hub, now, onError }: DayTurnContext): DayTurn {
  const reached = new Map<SchoolId, LocalDate>();
  const running = new Map<SchoolId, Promise<void>>();
  let looking: Promise<void> | undefined;
  let looked: LocalDate | undefined;
  let isClosed = false;

  const begin = async (school: SchoolId, today: LocalDate) => {
    const since = (await storage.note(noteOf(school))) ?? '';
    if (since < today) {
      const written = await move(storage, school, since, now);
      if (written.length > 0) hub.publish(school, touchedBy(written));
      await storage.setNote(noteOf(school), today);
    }
    reached.set(school, today);
  };

  const reach = async (school: SchoolId) => {
    const today = dayOfInstant(toInstant(now()));
    if (reached.get(school) === today || isClosed) return;
    const own =
      running.get(school) ??
      begin(school, today)
        .catch(onError)
        .finally(() => running.delete(school));
    running.set(school, own);
    await own;
  };

  const look = async () => {
    const today = dayOfInstant(toInstant(now()));
    if (today === looked) return;
    for (const school of await storage.schools()) await reach(school);
    looked = today;
  };
  const lookOnce = () => {
    looking ??= look()
      .catch(onError)
      .finally(() => {
        looking = undefined;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, LOOK_MS);
  timer.unref();

  return {
    reach,
    async close() {
      clearInterval(timer);
      isClosed = true;
      await Promise.all([looking, ...running.values()]);
    },
  };
}

/** Moves the records of whoever has changed class after a day up to today; answers what was written. */
async function move(
  storage: Storage,
  school: SchoolId,
  since: string,
  now: () => number,
): Promise<readonly NewVersion[]> {
  // Looked for first: on most days nobody changes class, and nobody's writes are held up.
  const begun = await storage.read(school, async (reader) =>
    begunSince(await createSchoolSnapshots().at(school, reader), since, dayOfInstant(toInstant(now()))),
  );
  if (begun.length === 0) return [];
  return await storage.transaction(school, async (transaction) => {
    const versions = await versionsOf(transaction, school, begun, now);
    await transaction.append(versions);
    return versions;
  });
}

async function versionsOf(
  transaction: SchoolTransaction,
  school: SchoolId,
  begun: readonly Begun[],
  now: () => number,
): Promise<readonly NewVersion[]> {
  const at = toInstant(now());
  const changed = begun.filter(({ isChange }) => isChange).map(({ enrolment }) => enrolment);
  return [
    ...(await daysInNewClasses(transaction, changed, at)),
    ...(await collectingInNewClasses(
      transaction,
      begun.map(({ enrolment }) => enrolment),
      at,
    )),
    ...(await papersInClasses(transaction, changed, at)),
    ...(await takenAlong(transaction, { school, now: at }, changed)),
  ];
}

/** A pupil's enrolment in another class than that of before. */
interface Begun {
  readonly enrolment: Enrolment;
  /** In the midst of a school year: what was recorded in the class that was left goes along. Into a new year only those who collect go. */
  readonly isChange: boolean;
}

/** The enrolments that have begun after a day, of pupils who were in another class before. */
function begunSince({ enrolmentsOf }: SchoolSnapshot, since: string, today: LocalDate): readonly Begun[] {
  return [...enrolmentsOf.values()].flatMap((own) =>
    own.length < 2
      ? []
      : own
          .filter((one) => one.from > since && hasBegun(one, today))
          .flatMap((enrolment): readonly Begun[] => {
            const before = own.filter(
              ({ from, class: id }) => from < enrolment.from && id !== enrolment.class,
            );
            const isChange = before.some(({ from }) => startYearOf(from) === startYearOf(enrolment.from));
            return before.length > 0 ? [{ enrolment, isChange }] : [];
          }),
  );
}

function touchedBy(versions: readonly NewVersion[]): ReadonlyMap<CollectionName, ReadonlySet<Bucket>> {
  const touched = new Map<CollectionName, Set<Bucket>>();
  for (const { collection, record } of versions) touch(touched, collection, record);
  return touched;
}

function noteOf(school: SchoolId): string {
  return `day.${school}`;
}
