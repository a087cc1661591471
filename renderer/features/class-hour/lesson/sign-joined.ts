import { fail, type Result } from '../../../../domain/base/result.ts';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import { oneAct, type ActStep, type Undoable } from '../../../data/commands/one-act.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { markPupil } from '../../../kinds/attendance-day/commands.ts';
import {
  confirmRollCall,
  joinLesson,
  leaveLesson,
  partLesson,
  signLesson,
  withdrawSignature,
} from '../../../kinds/lesson/commands.ts';
import { usualSignAs, type SignAs } from './sign-act.ts';
import { proposedIn } from '../proposals/mark-proposed.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { JoinedHour } from '../view/joined-hours.ts';

type SignedTexts = Parameters<typeof signLesson>[2];
type Words = Pick<SignedTexts, 'topic' | 'activity'>;
type Writer = Pick<Register, 'run'>;
/** What an act on a lesson and the classes joined with it did: all of it, or nothing. */
type Signed = Promise<Result<Undoable, CommandFailure>>;

/** In what capacity an hour is signed, as its command takes it. */
export function capacityOf(signAs: SignAs): Pick<SignedTexts, 'subject' | 'support' | 'substitution'> {
  if (signAs.as === 'planned') return {};
  return {
    ...(signAs.subject === undefined ? {} : { subject: signAs.subject }),
    ...(signAs.as === 'substitution' ? { substitution: true } : { support: signAs.support ?? false }),
  };
}

/** The classes joined with an hour that can be signed now. */
export function signableOf(others: readonly JoinedHour[]): readonly JoinedHour[] {
  return others.filter(({ hour }) => hour.closed === undefined);
}

/** An hour after the one on the screen, and what is written of it. */
interface SignedNext {
  readonly next: PlannedHour;
  readonly words: Words;
}

/** What is signed in the same act as an hour. */
interface SignedAlong {
  /** The classes joined with it. */
  readonly along: readonly JoinedHour[];
  /** Classes that I have signed before, and that have the same lesson after all. */
  readonly together: readonly HourPlace[];
  /** The roll of the hour on the screen, where it is confirmed with it. */
  readonly rollOf: Pick<ClassHour, 'pupils'> | undefined;
  /** Hours that follow it, in all the classes that have them together too (D19). */
  readonly following?: readonly SignedNext[];
}

/** Signs an hour with the classes that have the same lesson, those signed before included: each says of all others that it is one (D17). */
export function signJoined(
  register: Writer,
  place: HourPlace,
  texts: SignedTexts,
  { along, together, rollOf, following = [] }: SignedAlong,
): Signed {
  const { topic = '', activity = '' } = texts;
  const places = [place, ...along.map((one) => one.place), ...together];
  const joinedWith = places.slice(1).map(({ schoolClass }) => schoolClass);
  return asOne([
    ...signOne(register, place, { ...texts, joinedWith }, rollOf),
    ...signOthers(register, place.schoolClass, along, { topic, activity }, rollOf !== undefined),
    ...(together.length > 0 ? tellJoined(register, places) : []),
    ...following.flatMap(({ next, words }) => signNext(register, place, along, next, words)),
  ]);
}

/** Signs the classes joined with an hour that has been signed, and says in each that all of them have one lesson (D17). */
export function signMissing(
  register: Writer,
  place: HourPlace,
  missing: readonly JoinedHour[],
  words: Words,
): Signed {
  return asOne([
    ...signOthers(register, place.schoolClass, missing, words, false),
    ...tellJoined(register, [place, ...missing.map((one) => one.place)]),
  ]);
}

/**
 * Leaves a class out of a lesson, with what the lesson wrote there, signed or not, and says so in those that stay signed (D17): the others that they are
 * joined with, signed or not, stay joined.
 */
export function leaveOut(
  register: Writer,
  left: HourPlace,
  words: Required<Words>,
  stay: readonly HourPlace[],
): Signed {
  return asOne([
    { run: () => leaveLesson(register, left, words) },
    ...stay.map((place) => ({ run: () => partLesson(register, place, left.schoolClass) })),
  ]);
}

/** Takes my signature back in several classes: of one lesson it is one signature. */
export function withdrawAll(register: Writer, places: readonly HourPlace[]): Signed {
  return asOne(places.map((place) => ({ run: () => withdrawSignature(register, place) })));
}

/** Signs one class and, where its roll is confirmed with it, says what that says of who was proposed as absent (D102). */
function signOne(
  register: Writer,
  place: HourPlace,
  texts: SignedTexts,
  rollOf: Pick<ClassHour, 'pupils'> | undefined,
): readonly ActStep[] {
  const proposed = rollOf ? proposedIn(register, place, rollOf) : [];
  // Whoever stands in marks nobody before they have signed: the roll that says who is absent comes after both.
  const isAtOnce = rollOf !== undefined && proposed.length === 0;
  return [
    { run: () => signLesson(register, place, { ...texts, rollCall: isAtOnce }) },
    ...proposed.map(({ person, seen }) => ({
      pupil: person.id,
      run: () => markPupil(register, place, person.id, { kind: 'absent' }, seen),
    })),
    ...(proposed.length > 0 ? [{ run: () => confirmRollCall(register, place) }] : []),
  ];
}

/** Signs the classes joined with an hour: in each its own lesson, with the words where nothing else is written. */
function signOthers(
  register: Writer,
  own: ClassId,
  others: readonly JoinedHour[],
  texts: Words,
  withRoll: boolean,
): readonly ActStep[] {
  const all = [own, ...others.map(({ place }) => place.schoolClass)];
  return others.flatMap(({ place, hour }) => {
    const joinedWith = withoutOwn(all, place.schoolClass);
    const signed = { ...texts, ...capacityOf(usualSignAs(hour)), fillOnly: true, joinedWith };
    return signOne(register, place, signed, withRoll && mayConfirmWith(hour) ? hour : undefined);
  });
}

/** Signs an hour after the one on the screen, in all the classes that have it together too (D19). */
function signNext(
  register: Writer,
  { day, schoolClass }: HourPlace,
  others: readonly JoinedHour[],
  next: PlannedHour,
  words: Words,
): readonly ActStep[] {
  const along = others.flatMap((other) => {
    const found = other.hour.following.find(({ start, end }) => start === next.start && end === next.end);
    return found ? [{ day, schoolClass: other.place.schoolClass, hour: found.hour }] : [];
  });
  const places = [{ day, schoolClass, hour: next.hour }, ...along];
  const all = places.map((one) => one.schoolClass);
  return places.map((place) => {
    const joinedWith = withoutOwn(all, place.schoolClass);
    return { run: () => signLesson(register, place, { ...words, fillOnly: true, joinedWith }) };
  });
}

/** Says anew in each class that I have signed which ones have the lesson together. */
function tellJoined(register: Writer, signed: readonly HourPlace[]): readonly ActStep[] {
  const all = signed.map(({ schoolClass }) => schoolClass);
  return signed.map((place) => ({
    run: () => joinLesson(register, place, withoutOwn(all, place.schoolClass)),
  }));
}

async function asOne(steps: readonly ActStep[]): Signed {
  const done = await oneAct(steps);
  return done.ok ? done : fail(done.failure.failure);
}

/** The other classes of a lesson, as seen from one of them. */
function withoutOwn(all: readonly ClassId[], own: ClassId): readonly ClassId[] {
  return all.filter((id) => id !== own);
}

function mayConfirmWith({ ahead, pupils, lesson }: ClassHour): boolean {
  return ahead === undefined && pupils.length > 0 && lesson?.rollCall === undefined;
}
