import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import type { Lesson, Signature } from '../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isInTwoPlaces, isOtherSubject } from '../../../domain/kinds/lesson/signature-clash.ts';
import { meet } from '../../../domain/school/lesson-hour.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { lessonIdsOfHour } from '../roll/ids-of-hour.ts';
import { addNotice } from '../../register/settlement/conflict-notices.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';

/**
 * Tells the teachers concerned of a new signature that does not go with another one (D17): two ordinary subjects on one lesson, or one
 * teacher in two classes at one hour.
 *
 * Both signatures stand: each is what somebody declares to have done, often without a network, and the register refuses nobody the
 * hour that was really taught. One of them is a slip that only its author can take back; so its author hears of it.
 */
export async function addClashNotices(batch: Batch, before: Lesson | null, after: Lesson): Promise<void> {
  const known = before?.signatures ?? [];
  const mine = signatureOf(after, batch.actor.person);
  if (!mine || known.some((signature) => equalJson(signature, mine))) return;
  for (const other of after.signatures) {
    if (
      !isOtherSubject(mine, other) ||
      !isOwnSubject(batch, after, mine) ||
      !isOwnSubject(batch, after, other)
    )
      continue;
    await addClash(batch, after, mine, other, after.signatures);
    await addClash(batch, after, other, mine, after.signatures);
  }
  for (const other of await lessonsElsewhere(batch, after)) {
    const theirs = other.signatures.find((signature) =>
      isInTwoPlaces({ class: after.class, signature: mine }, { class: other.class, signature }),
    );
    if (theirs) await addClash(batch, after, theirs, mine, [mine], other);
  }
}

async function addClash(
  batch: Batch,
  lesson: Lesson,
  told: Signature,
  other: Signature,
  kept: readonly Signature[],
  elsewhere?: Lesson,
): Promise<void> {
  // Not when: who takes a signature back and makes it again is in the same clash, of which they have heard.
  const named = [told, other].map(({ teacher, type, subject }) => [teacher, type, subject ?? null]);
  const entry = derivedEntry('clash', lesson.id, elsewhere?.id ?? '', JSON.stringify(named));
  const made = ({ teacher, signedAt }: Signature) => ({ author: teacher, recordedAt: signedAt, entry });
  const decision = { field: 'signatures', lost: [told], kept, loser: made(told), winner: made(other) };
  await addNotice(batch, 'lessons', lesson, decision, elsewhere ? { otherClass: elsewhere.class } : {});
}

/** Support, laboratory, reinforcement and the alternative to religion go beside the subject of the hour. */
function isOwnSubject({ snapshot }: Batch, { class: id, day }: Lesson, { teacher, subject }: Signature) {
  const assignments = snapshot.assignmentsOf.get(teacher) ?? [];
  return assignments.some(
    (one) => one.class === id && one.subject === subject && one.type === 'ordinary' && holdsOn(one, day),
  );
}

/** The lessons of classes and of their groups, other than this class's, at the same time. */
async function lessonsElsewhere(batch: Batch, lesson: Lesson): Promise<readonly Lesson[]> {
  const { class: own, day } = lesson;
  const others = [...batch.snapshot.classes.values()]
    .filter(({ id, startYear }) => id !== own && startYear === startYearOf(day))
    .map(({ id }) => id)
    .filter((id) => !isJoined(batch, batch.actor.person, lesson, id));
  const ids = others.flatMap((id) =>
    hoursMeeting(batch, lesson, id).flatMap((at) =>
      lessonIdsOfHour(batch.snapshot, { day, hour: at, class: id }),
    ),
  );
  await batch.preload('lessons', ids, []);
  return ids.flatMap((id) => {
    const other = batch.current('lessons', id);
    return other?.kind === 'lesson' ? [other] : [];
  });
}

/** Classes that the timetable has with the same teacher in the same hour are taught together. */
function isJoined({ snapshot }: Batch, teacher: PersonId, { class: own, day, hour }: Lesson, other: ClassId) {
  const isPlanned = (id: ClassId) => snapshot.ownHours(teacher, id, day).includes(hour);
  return isPlanned(own) && isPlanned(other);
}

/** The hours of another class that meet a lesson by the bells of both; without bells those of its number. */
function hoursMeeting({ snapshot }: Batch, { class: own, day, hour }: Lesson, other: ClassId) {
  const bell = snapshot.bellHours(own, day).find((one) => one.hour === hour);
  const others = snapshot.bellHours(other, day);
  if (!bell || others.length === 0) return [hour];
  return others.filter((one) => meet(bell, one)).map((one) => one.hour);
}
