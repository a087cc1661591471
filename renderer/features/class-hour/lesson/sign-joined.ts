import { fail } from '../../../../domain/base/result.ts';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import {
  confirmRollCall,
  joinLesson,
  signLesson,
  withdrawSignature,
} from '../../../kinds/lesson/commands.ts';
import { usualSignAs, type SignAs } from './sign-act.ts';
import { markProposed, proposedIn } from '../proposals/mark-proposed.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { JoinedHour } from '../view/joined-hours.ts';

type SignedTexts = Parameters<typeof signLesson>[2];

/** In what capacity an hour is signed, as its command takes it. */
export function capacityOf(signAs: SignAs): Pick<SignedTexts, 'subject' | 'support' | 'substitution'> {
  if (signAs.as === 'planned') return {};
  return {
    ...(signAs.subject === undefined ? {} : { subject: signAs.subject }),
    ...(signAs.as === 'substitution' ? { substitution: true } : { support: signAs.support ?? false }),
  };
}

/** Signs one class and, where its roll is confirmed with it, says what that says of who was proposed as absent (D102). */
export async function signOne(
  register: Register,
  place: HourPlace,
  texts: SignedTexts,
  rollOf: Pick<ClassHour, 'pupils'> | undefined,
): Promise<CommandResult> {
  const proposed = rollOf ? proposedIn(register, place, rollOf) : [];
  // Whoever stands in marks nobody before they have signed: the roll that says who is absent comes after both.
  const isAtOnce = rollOf !== undefined && proposed.length === 0;
  const signed = await signLesson(register, place, { ...texts, rollCall: isAtOnce });
  if (!signed.ok || proposed.length === 0) return signed;
  const marked = await markProposed(register, place, proposed);
  return marked.ok ? await confirmRollCall(register, place) : fail(marked.failure.failure);
}

/** The classes joined with an hour that can be signed now. */
export function signableOf(others: readonly JoinedHour[]): readonly JoinedHour[] {
  return others.filter(({ hour }) => hour.closed === undefined);
}

/** The other classes of a lesson, as seen from one of them. */
export function withoutOwn(all: readonly ClassId[], own: ClassId): readonly ClassId[] {
  return all.filter((id) => id !== own);
}

/**
 * Signs the classes joined with an hour that has been signed (D17): one lesson, and in each class its own, with the words where nothing else
 * is written. The first that is not written ends it.
 */
export async function signOthers(
  register: Register,
  own: ClassId,
  others: readonly JoinedHour[],
  texts: SignedTexts,
  withRoll: boolean,
): Promise<CommandResult | undefined> {
  const all = [own, ...others.map(({ place }) => place.schoolClass)];
  let result: CommandResult | undefined;
  for (const { place, hour } of others) {
    const joinedWith = withoutOwn(all, place.schoolClass);
    const signed = { ...texts, ...capacityOf(usualSignAs(hour)), fillOnly: true, joinedWith };
    result = await signOne(register, place, signed, withRoll && mayConfirmWith(hour) ? hour : undefined);
    if (!result.ok) return result;
  }
  return result;
}

/** What is signed in the same act as an hour. */
interface SignedAlong {
  /** The classes joined with it. */
  readonly along: readonly JoinedHour[];
  /** Classes that I have signed before, and that have the same lesson after all. */
  readonly together: readonly HourPlace[];
  /** The roll of the hour on the screen, where it is confirmed with it. */
  readonly rollOf: Pick<ClassHour, 'pupils'> | undefined;
}

/** Signs an hour with the classes that have the same lesson, those signed before included: each says of all others that it is one (D17). */
export async function signJoined(
  register: Register,
  place: HourPlace,
  texts: SignedTexts,
  { along, together, rollOf }: SignedAlong,
): Promise<CommandResult> {
  const { topic = '', activity = '' } = texts;
  const places = [place, ...along.map((one) => one.place), ...together];
  const joinedWith = places.slice(1).map(({ schoolClass }) => schoolClass);
  const own = await signOne(register, place, { ...texts, joinedWith }, rollOf);
  if (!own.ok) return own;
  const words = { topic, activity };
  const others = await signOthers(register, place.schoolClass, along, words, rollOf !== undefined);
  if (others?.ok === false || together.length === 0) return others ?? own;
  return (await tellJoined(register, places)) ?? own;
}

function mayConfirmWith({ ahead, pupils, lesson }: ClassHour): boolean {
  return ahead === undefined && pupils.length > 0 && lesson?.rollCall === undefined;
}

/** Signs an hour after the one on the screen, in all the classes that have it together too (D19). */
export async function signNext(
  register: Register,
  { day, schoolClass }: HourPlace,
  others: readonly JoinedHour[],
  next: PlannedHour,
  words: Pick<SignedTexts, 'topic' | 'activity'>,
): Promise<CommandResult> {
  const along = others.flatMap((other) => {
    const found = other.hour.following.find(({ start, end }) => start === next.start && end === next.end);
    return found ? [{ day, schoolClass: other.place.schoolClass, hour: found.hour }] : [];
  });
  const all = [schoolClass, ...along.map((one) => one.schoolClass)];
  const signed = (own: ClassId) => ({ ...words, fillOnly: true, joinedWith: withoutOwn(all, own) });
  let result = await signLesson(register, { day, schoolClass, hour: next.hour }, signed(schoolClass));
  for (const place of along) {
    if (!result.ok) break;
    result = await signLesson(register, place, signed(place.schoolClass));
  }
  return result;
}

/** Says anew in each class that I have signed which ones have the lesson together. */
export async function tellJoined(
  register: Register,
  signed: readonly HourPlace[],
): Promise<CommandResult | undefined> {
  const all = signed.map(({ schoolClass }) => schoolClass);
  let result: CommandResult | undefined;
  for (const place of signed) {
    result = await joinLesson(register, place, withoutOwn(all, place.schoolClass));
    if (!result.ok) return result;
  }
  return result;
}

/** Takes my signature back in several classes: of one lesson it is one signature. */
export async function withdrawAll(
  register: Register,
  places: readonly HourPlace[],
): Promise<CommandResult | undefined> {
  let result: CommandResult | undefined;
  for (const place of places) {
    result = await withdrawSignature(register, place);
    if (!result.ok) return result;
  }
  return result;
}
