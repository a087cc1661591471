import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { religionGroupOf } from '../../../domain/hours/pupils-of-lesson.ts';
import { religionSubjects } from '../../../domain/hours/religion-subjects.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { weekdayOf } from '../../../domain/base/local-date.ts';
import type { Lesson, Signature } from '../../../domain/kinds/lesson/record.ts';
import { substitutionId, type Substitution } from '../../../domain/kinds/substitution/record.ts';
import { replacedIn } from '../../../domain/school/who/stand-ins.ts';
import { lessonIdsOfHour } from '../roll/ids-of-hour.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { Batch } from '../../register/batch/batch.ts';

/**
 * Keeps the substitutions of an hour in step with its signatures: whoever signs as a substitute stands in there from then on, and no more
 * once the signature is withdrawn. What the office has assigned stands without a signature, and says whether it has one.
 */
export async function keepSubstitutions(batch: Batch, before: Lesson | null, after: Lesson): Promise<void> {
  const was = standIns(before);
  const is = standIns(after);
  const teachers = [...new Set([...was.keys(), ...is.keys()])];
  const signed = teachers.filter((teacher) => !equalJson(was.get(teacher) ?? null, is.get(teacher) ?? null));
  if (signed.length === 0) return;
  // Of a parted class somebody may stand in for two groups at once, and take back one of the signatures (D204).
  const beside = await otherStandIns(batch, after);
  const changed = signed.filter((teacher) => is.has(teacher) || !beside.has(teacher));
  const ids = changed.map((teacher) => idOf(after, teacher));
  await batch.preload('timetable', ids, []);
  for (const teacher of changed) {
    const stands = batch.current('timetable', idOf(after, teacher));
    const known = stands?.kind === 'substitution' ? stands : null;
    const wanted = wantedOf(batch, after, teacher, is.get(teacher), known);
    if (wanted) batch.add(ownVersion(wanted));
  }
}

/** Who has signed another lesson of the same hour and class as a substitute. */
async function otherStandIns(batch: Batch, lesson: Lesson): Promise<ReadonlySet<PersonId>> {
  const { day, hour, class: schoolClass } = lesson;
  const others = lessonIdsOfHour(batch.snapshot, { day, hour, class: schoolClass }).filter(
    (id) => id !== lesson.id,
  );
  await batch.preload('lessons', others, []);
  return new Set(
    others.flatMap((id) => {
      const other = batch.current('lessons', id);
      return other?.kind === 'lesson' ? [...standIns(other).keys()] : [];
    }),
  );
}

function standIns(lesson: Lesson | null): ReadonlyMap<PersonId, Signature> {
  const found = (lesson?.signatures ?? []).filter(({ type }) => type === 'substitution');
  return new Map(found.map((signature) => [signature.teacher, signature]));
}

/** The substitution as it has to stand; undefined where it does already. */
function wantedOf(
  batch: Batch,
  lesson: Lesson,
  teacher: PersonId,
  signature: Signature | undefined,
  known: Substitution | null,
): Substitution | undefined {
  const isStanding = known !== null && known.cancelled !== true;
  const wasSigned = isStanding && (known.origin === 'signature' || known.signed === true);
  if (wasSigned === (signature !== undefined)) return undefined;
  const { day, hour, class: schoolClass } = lesson;
  const id = idOf(lesson, teacher);
  const version = {
    author: batch.actor.person,
    entry: derivedEntry('substitution', id, lesson.entry),
    recordedAt: batch.now,
  };
  if (isStanding && known.origin === 'office') {
    // What the office has assigned stands without a signature.
    const { signed: _signed, ...assigned } = known;
    return { ...assigned, ...version, ...(signature ? { signed: true } : {}) };
  }
  const replaces = signature
    ? replacedIn(teacher, signature, plannedTeachers(batch, lesson))
    : known?.replaces;
  return {
    ...version,
    id,
    school: batch.actor.school,
    kind: 'substitution',
    day,
    hour,
    class: schoolClass,
    teacher,
    ...(replaces === undefined ? {} : { replaces }),
    origin: 'signature',
    ...(signature ? {} : { cancelled: true }),
  };
}

/** Whose hour it is by the timetable. */
function plannedTeachers(
  { snapshot }: Batch,
  { class: id, day, hour, group }: Lesson,
): readonly PersonId[] | undefined {
  const cells = (snapshot.timetableOf.get(id) ?? []).filter(
    (entry) =>
      entry.weekday === weekdayOf(day) &&
      entry.hour === hour &&
      entry.validFrom <= day &&
      day <= entry.validTo,
  );
  const religion = religionSubjects(snapshot);
  const of = ({ group: ofCell, subject }: TimetableEntry) => ofCell ?? religionGroupOf(subject, religion);
  return cells.find((cell) => of(cell) === group)?.teachers;
}

function idOf({ day, hour, class: schoolClass }: Lesson, teacher: PersonId): string {
  return substitutionId(day, hour, schoolClass, teacher);
}
