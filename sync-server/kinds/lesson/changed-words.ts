import type { PersonId } from '../../../domain/base/ids.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { versionsBefore } from '../../register/batch/versions-before.ts';
import { followNotice, isReader, keepNotice } from '../../register/settlement/conflict-notices.ts';
import { lastChangeOf, type AttributedChange } from '../../register/settlement/field-changes.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import { stoodIn, type LessonVersion } from './stood-versions.ts';

/** What is said of a lesson, and stands above all of its signatures. */
const WORDS = ['topic', 'activity'] as const;
type Words = (typeof WORDS)[number];

/**
 * Tells whoever has written or signed the words of a lesson that a colleague has changed them (D16): whoever stands in for an hour may write them, and take
 * back the signature with which they did (D17). Words that fill an empty place take nothing away; left under the signatures of others by somebody who signs
 * no more, they are told as well. Each hears once of each thing of their own, as it stands now.
 */
export async function tellOfChangedWords(batch: Batch, before: Lesson | null, after: Lesson): Promise<void> {
  if (!before) return;
  const { author } = after;
  const isWithdrawn = !!signatureOf(before, author) && !signatureOf(after, author);
  const told = WORDS.filter((field) => {
    const isChanged = before[field] !== '' && before[field] !== after[field];
    return isChanged || (isWithdrawn && after[field] !== '');
  });
  const changed = WORDS.filter((field) => before[field] !== after[field]);
  if (told.length === 0 && changed.length === 0) return;
  const versions = await versionsBefore(batch, 'lessons', before);
  const stood = stoodIn(versions);
  for (const field of changed) await followWords(batch, stood, field, after);
  for (const field of told) {
    const written = lastChangeOf(versions, before, field);
    const isLeft = before[field] === after[field];
    if (isLeft && written.author !== author) continue;
    const lost = isLeft ? wordsBefore(stood, field, after[field]) : before[field];
    const signed = after.signatures.map(({ teacher }) => teacher);
    // Left words are their writer's own; changed ones somebody may have written who did not sign.
    const people = new Set(isLeft ? signed : [...signed, written.author]);
    people.delete(author);
    for (const person of people) {
      const own = person === written.author ? { ...written, lost } : ownWords(stood, field, person);
      // Whoever goes on writing their own words takes nothing away from those who only signed them.
      if (!own && !isLeft && written.author === author) continue;
      // Nor are a colleague's words told to whoever may not read them any more, as a stand-in of another day.
      if (!own && !isReader(batch, person, after)) continue;
      const loser = own ?? { ...ofSignature(before, after, person), lost };
      const decision = {
        field,
        lost: loser.lost,
        kept: after[field],
        loser,
        winner: wordsOf(after, isLeft, written),
      };
      await keepNotice(batch, 'lessons', after, decision);
    }
  }
}

/** Says in the notices that were given of earlier words what stands now: whoever wrote them may sign no more, or have read that nothing stands. */
async function followWords(
  batch: Batch,
  stood: readonly LessonVersion[],
  field: Words,
  after: Lesson,
): Promise<void> {
  const writers = new Set(stood.map(({ version }) => version.author));
  writers.delete(after.author);
  for (const person of writers) {
    const own = ownWords(stood, field, person);
    if (!own) continue;
    const decision = { field, lost: own.lost, kept: after[field], loser: own, winner: after };
    await followNotice(batch, 'lessons', after, decision);
  }
}

/** Who gave the words that stand. */
function wordsOf(after: Lesson, isLeft: boolean, written: AttributedChange): AttributedChange {
  return isLeft ? written : after;
}

/** What stood before these words were written. */
function wordsBefore(stood: readonly LessonVersion[], field: Words, words: string): string {
  return stood.findLast(({ lesson }) => lesson[field] !== words)?.lesson[field] ?? '';
}

/** The last words that somebody has written in this place themselves. */
function ownWords(
  stood: readonly LessonVersion[],
  field: Words,
  person: PersonId,
): (AttributedChange & { readonly lost: string }) | undefined {
  const own = stood.findLast(
    ({ version, lesson }, index) =>
      version.author === person &&
      lesson[field] !== '' &&
      lesson[field] !== (stood[index - 1]?.lesson[field] ?? ''),
  );
  return own && { ...attributed(own.version), lost: own.lesson[field] };
}

function attributed({ author, recordedAt, entry }: StoredVersion): AttributedChange {
  return { author, recordedAt, entry };
}

/** What somebody has of a lesson whose words are a colleague's: that they signed it. */
function ofSignature(before: Lesson, after: Lesson, person: PersonId): AttributedChange {
  const signature = signatureOf(before, person) ?? signatureOf(after, person);
  const recordedAt = signature?.signedAt ?? before.recordedAt;
  return { author: person, recordedAt, entry: derivedEntry('signed', after.id, person, recordedAt) };
}
