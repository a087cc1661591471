import { ownLessonHours } from '../../../domain/hours/own-lesson-hours.ts';
import { modeOf } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { toldEvents } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { classAway } from '../../../domain/kinds/class-movement/class-away.ts';
import { classMovementId } from '../../../domain/kinds/class-movement/record.ts';
import { foldItem, isSameThing } from '../../../domain/kinds/justification/item-state.ts';
import { justificationId } from '../../../domain/kinds/justification/record.ts';
import { itemsOfDay } from '../../../domain/justifications/day-items.ts';
import { expectedTimes } from '../../../domain/justifications/expected-times.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { addNotice } from '../../register/settlement/conflict-notices.ts';

/**
 * Tells whoever has given a reason for an absence, a late entry or an exit that it was corrected since: what they wrote says nothing of
 * what stands now, which is justified from the beginning (B.1).
 */
export async function tellOfCorrectedItems(
  batch: Batch,
  before: AttendanceDay | null,
  after: AttendanceDay,
): Promise<void> {
  // Most marks are the first of their day.
  if (!before || before.events.length === 0) return;
  const { hours, policies, year } = batch.factsFor(after);
  const id = justificationId(after.day, after.pupil);
  const movement = classMovementId(after.day, after.class);
  await batch.preload('attendance', [id, movement], []);
  const called = batch.current('attendance', movement);
  // Who came before the class was expected was not late (D98, D106): their item has never been one.
  const away = called?.kind === 'classMovement' ? classAway(called) : [];
  const expected = expectedTimes(ownLessonHours(batch.snapshot, after), away);
  const of = ({ events }: Pick<AttendanceDay, 'events'>) =>
    itemsOfDay(toldEvents(events, hours), { day: after.day, hours, mode: modeOf(year), expected, policies });
  const now = of(after);
  const gone = of(before).filter((item) => !now.some((other) => isSameThing(item, other)));
  if (gone.length === 0) return;
  const stands = batch.current('attendance', id);
  if (stands?.kind !== 'justification') return;
  for (const item of gone) {
    const { text } = foldItem(stands.acts, item);
    if (text === undefined || text.by === after.author) continue;
    const entry = derivedEntry('corrected', after.entry, text.id);
    const loser = { author: text.by, recordedAt: text.at, entry };
    const decision = { field: 'acts', lost: [text], kept: [], loser, winner: after };
    await addNotice(batch, 'attendance', stands, decision);
  }
}
