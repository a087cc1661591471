import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { versionsBefore } from '../../register/batch/versions-before.ts';
import { keepNotice } from '../../register/settlement/conflict-notices.ts';
import { stoodIn } from './stood-versions.ts';

type RollCall = NonNullable<Lesson['rollCall']>;

/**
 * Tells whoever had confirmed a roll that nobody answers for it any more (D17): a colleague has confirmed it in their place and taken that back. Who
 * took their own back has lost nothing, and a roll that a colleague confirms once more stands: of what it says of pupils they hear by their marks.
 */
export async function tellOfRemovedRoll(batch: Batch, before: Lesson | null, after: Lesson): Promise<void> {
  if (!before?.rollCall || after.rollCall) return;
  const confirmed = new Map<RollCall['by'], RollCall>();
  for (const { lesson } of stoodIn(await versionsBefore(batch, 'lessons', before))) {
    const { rollCall } = lesson;
    if (rollCall) confirmed.set(rollCall.by, rollCall);
    else confirmed.clear();
  }
  confirmed.delete(after.author);
  for (const rollCall of confirmed.values()) {
    const entry = derivedEntry('rollCall', after.id, rollCall.by, rollCall.at);
    const loser = { author: rollCall.by, recordedAt: rollCall.at, entry };
    const decision = { field: 'rollCall', lost: rollCall, kept: null, loser, winner: after };
    await keepNotice(batch, 'lessons', after, decision);
  }
}
