import { equalJson } from '../../../domain/base/canonical-json.ts';
import { attendanceDayId, type AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { foreseenSubject } from '../../../domain/hours/foreseen-subject.ts';
import { lessonAudience } from '../../../domain/hours/held-lessons.ts';
import { foreseenAudience, pupilsOfLesson } from '../../../domain/hours/pupils-of-lesson.ts';
import { religionSubjects } from '../../../domain/hours/religion-subjects.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { sortEvents } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import { speakingOf, type HoursOfDay } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';
import { isOnRoll } from '../../../domain/school/class-membership.ts';
import { saySameInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { lessonPlaces } from './lesson-places.ts';
import type { Batch } from '../../register/batch/batch.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import { followNotice, isReader, keepNotice } from '../../register/settlement/conflict-notices.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';

type Events = AttendanceDay['events'];
type RollCall = NonNullable<Lesson['rollCall']>;

/** A roll that arrives so long after it was confirmed was confirmed without a line, milliseconds. */
const ON_LINE_WITHIN = 120_000;

/**
 * Tells whoever confirmed the roll of an hour that a colleague's mark, which they had not seen, says something else of a pupil in that
 * hour. Nobody's entry has lost, and still a roll that somebody answers for is another one than was confirmed. When the mark was made
 * decides nothing: one made before the roll and without a line arrives after it (D8). Marks on hours whose roll nobody has confirmed,
 * and one's own, tell nobody anything. What a device sends again to a store put back may have been seen.
 */
export async function markArrived(
  batch: Batch,
  before: AttendanceDay | null,
  after: AttendanceDay,
): Promise<readonly ToldOfRoll[]> {
  const { day } = after;
  // Looked for first: a class has its rolls once a day, and what a mark changes is asked of every pupil.
  const rolls = await rollsOf(batch, after);
  if (rolls.length === 0) return [];
  const was = before?.events ?? [];
  const facts = batch.snapshot.writeFacts(batch.actor.person, { class: after.class, day });
  const ofDay = hoursOfDay(day, facts);
  let versions: readonly StoredVersion[] | undefined;
  const told: ToldOfRoll[] = [];
  for (const { rollCall, bell, id } of [...rolls, ...(await replacedBy(batch, rolls, after))]) {
    if (saySameInHour(was, after.events, ofDay, bell)) continue;
    if (batch.returningSince !== undefined && after.recordedAt <= rollCall.at) continue;
    // Theirs is what they knew when they confirmed it: a colleague's mark in between was never their word.
    versions ??= await batch.versionsOf('attendance', after.id);
    const known = asKnownTo(rollCall.by, was, eventsUntil(versions, rollCall.at));
    const isTold = await tell(batch, { rollCall, id, ofDay, bell }, known, after);
    if (isTold) told.push({ person: rollCall.by, hour: bell.hour });
  }
  return told;
}

/** The rolls that stand confirmed of the classes in which a pupil's day is, hour by hour. */
async function rollsOf(
  batch: Batch,
  { class: first, otherClasses = [], day, pupil }: AttendanceDay,
): Promise<readonly Omit<RollOfHour, 'ofDay'>[]> {
  const places = lessonPlaces(batch.snapshot, [first, ...otherClasses], day);
  await batch.preload(
    'lessons',
    places.map(({ id }) => id),
    [],
  );
  return places.flatMap(({ bell, id }) => {
    const lesson = batch.current('lessons', id);
    if (lesson?.kind !== 'lesson' || !lesson.rollCall) return [];
    // That of another group says nothing of the pupil (D204).
    const isOn = pupilsOn(batch, lesson, [pupil]).length > 0;
    return isOn ? [{ rollCall: lesson.rollCall, bell, id }] : [];
  });
}

/**
 * The rolls of others in whose place the author of these marks has confirmed their own, with the marks in it: who had confirmed before
 * hears what the new one says, though the roll that stands is not theirs any more.
 */
async function replacedBy(
  batch: Batch,
  rolls: Awaited<ReturnType<typeof rollsOf>>,
  { author, recordedAt }: AttendanceDay,
): Promise<typeof rolls> {
  const replaced: (typeof rolls)[number][] = [];
  for (const roll of rolls) {
    const { by, at } = roll.rollCall;
    if (by !== author || recordedAt > at) continue;
    const versions = await batch.versionsOf('lessons', roll.id);
    const before = versions
      .filter(({ outcome }) => outcome !== 'overruled')
      .flatMap(({ json }) => rollIn(json) ?? [])
      .findLast((other) => other.by !== by);
    if (before) replaced.push({ ...roll, rollCall: before });
  }
  return replaced;
}

function rollIn(json: string): RollCall | undefined {
  const record = storedRecord(json);
  return record.kind === 'lesson' ? record.rollCall : undefined;
}

/**
 * A roll that was confirmed without a line arrives after marks that its author had not seen: those that arrived after it was confirmed,
 * and, where it comes late, those since the device was last on line.
 */
export async function rollArrived(batch: Batch, before: Lesson | null, after: Lesson): Promise<void> {
  const { rollCall, day, hour, id } = after;
  const known = before?.rollCall;
  if (!rollCall || rollCall.by !== batch.actor.person || equalJson(rollCall, known)) return;
  const facts = batch.factsFor(after);
  const bell = facts.hours.find((one) => one.hour === hour);
  if (!bell || batch.returningSince !== undefined) return;
  const ofClass = [...batch.snapshot.enrolmentsOf].flatMap(([pupil, enrolments]) =>
    enrolments.some((one) => one.class === after.class && isOnRoll(one, day, bell)) ? [pupil] : [],
  );
  const ids = pupilsOn(batch, after, ofClass).map((pupil) => attendanceDayId(day, pupil));
  await batch.preload('attendance', ids, []);
  const seenUntil = lastSeen(batch, rollCall);
  const ofDay = hoursOfDay(day, facts);
  for (const dayId of ids) {
    const stands = batch.current('attendance', dayId);
    if (stands?.kind !== 'attendanceDay' || (stands.receivedAt ?? '') <= seenUntil) continue;
    const versions = await batch.versionsOf('attendance', dayId);
    // Of a mark of their own that lost they hear by itself; the roll that they confirmed with it says the same.
    const unseen = versions.filter(({ receivedAt }) => receivedAt > seenUntil);
    if (hasLostMark(unseen, rollCall.by, stands, hour)) continue;
    const was = asKnownTo(rollCall.by, stands.events, eventsUntil(versions, seenUntil));
    await tell(batch, { rollCall, id, ofDay, bell }, was, stands);
  }
}

/** Whose roll it is, of some pupils of the class. */
function pupilsOn({ snapshot }: Batch, lesson: Lesson, pupils: readonly PersonId[]): readonly PersonId[] {
  const { group } = lesson;
  const religion = religionSubjects(snapshot);
  const foreseen = foreseenSubject(snapshot, religion);
  const audience =
    lesson.signatures.length > 0
      ? lessonAudience(lesson, religion, foreseen)
      : foreseenAudience(group, lesson.subject ?? foreseen(lesson), religion);
  return pupilsOfLesson(snapshot, lesson, audience, pupils);
}

/** Until when what had arrived here was known on the device on which a roll was confirmed. */
function lastSeen({ now, sawUntil }: Batch, { at }: RollCall): string {
  if (sawUntil === undefined || Date.parse(now) - Date.parse(at) <= ON_LINE_WITHIN) return at;
  const contact = new Date(sawUntil).toISOString();
  return contact < at ? contact : at;
}

/** Whether a mark that somebody made in an hour was overruled by what stands. */
function hasLostMark(
  versions: readonly StoredVersion[],
  person: RollCall['by'],
  { events }: AttendanceDay,
  hour: number,
): boolean {
  return versions.some(
    ({ author, outcome, json }) =>
      outcome === 'overruled' &&
      author === person &&
      eventsOf(json).some(
        (event) =>
          event.by === person && event.hour === hour && !events.some((other) => equalJson(other, event)),
      ),
  );
}

/** The events as they stood on a person's device: their own as they are, those of the others as they had arrived. */
function asKnownTo(person: RollCall['by'], stand: Events, seen: Events): Events {
  return sortEvents([...stand.filter(({ by }) => by === person), ...seen.filter(({ by }) => by !== person)]);
}

/** The events that stood in a pupil's day at a time, by what had arrived here. */
function eventsUntil(versions: readonly StoredVersion[], time: string): Events {
  const seen = versions.findLast(({ receivedAt, outcome }) => receivedAt <= time && outcome !== 'overruled');
  return seen ? eventsOf(seen.json) : [];
}

function eventsOf(json: string): Events {
  const record = storedRecord(json);
  return record.kind === 'attendanceDay' ? record.events : [];
}

/** The roll of an hour. */
interface RollOfHour {
  readonly rollCall: RollCall;
  readonly id: Lesson['id'];
  readonly ofDay: HoursOfDay;
  readonly bell: LessonHour;
}

/** Who was told of an hour that its roll is another one than they have confirmed. */
export interface ToldOfRoll {
  readonly person: PersonId;
  readonly hour: number;
}

/**
 * Tells the author of a roll what stands of a pupil instead of what they knew, unless the change is their own, and answers whether it is another than theirs. What was
 * prepared for a later hour is not among it: neither have they written it, nor does it stand in this one. Of one pupil of a roll there is one notice, however often
 * colleagues mark them anew: it says what stands now, also once that is again what was confirmed, and the history says who wrote what in between.
 */
async function tell(
  batch: Batch,
  { rollCall, id, ofDay, bell }: RollOfHour,
  was: Events,
  after: AttendanceDay,
): Promise<boolean> {
  const isAsConfirmed = saySameInHour(was, after.events, ofDay, bell);
  const author = isAsConfirmed ? after.author : latestAuthor(was, after);
  // Whoever stood in and called the roll of a class not theirs reads nothing of its pupils, by a notice neither.
  if (rollCall.by === author || !isReader(batch, rollCall.by, after)) return false;
  const decision = {
    field: 'events',
    lost: speakingOf(was, ofDay, bell),
    kept: speakingOf(after.events, ofDay, bell),
    loser: {
      author: rollCall.by,
      recordedAt: rollCall.at,
      entry: derivedEntry('roll', id, after.id, rollCall.at),
    },
    winner: { author, recordedAt: after.recordedAt, entry: after.entry },
  };
  const give = isAsConfirmed ? followNotice : keepNotice;
  await give(batch, 'attendance', after, decision, { hour: bell.hour, ofRoll: true });
  return !isAsConfirmed;
}

/** Who made the change: of a merge, the author of the latest mark that is new in it. */
function latestAuthor(was: Events, after: AttendanceDay): AttendanceDay['author'] {
  const known = new Set(was.map((event) => JSON.stringify(event)));
  const added = after.events.filter((event) => !known.has(JSON.stringify(event)));
  return added.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.by ?? after.author;
}
