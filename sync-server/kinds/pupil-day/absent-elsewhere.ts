import { elsewhereBucket } from '../../../domain/access/bucket.ts';
import { dayOfInstant, timeToMinutes } from '../../../domain/base/local-date.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { incoherence } from '../../../domain/kinds/attendance-day/incoherent-marks.ts';
import { attendanceDayId, type AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { daysElsewhere, elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { addNotice } from '../../register/settlement/conflict-notices.ts';

/**
 * Somebody marked absent is not out of class in the school's own name (D98). A device that knows both refuses the second; where the two
 * have come from two devices both stand, and whoever wrote them hears of it: the one who knows better takes theirs back.
 */
export async function markedWhileElsewhere(
  batch: Batch,
  before: AttendanceDay | null,
  after: AttendanceDay,
): Promise<void> {
  if (!after.events.some(({ kind }) => kind === 'absent')) return;
  const known = await batch.storedIn('presenceElsewhere', elsewhereBucket(after.pupil));
  for (const elsewhere of known)
    if (
      elsewhere.kind === 'presenceElsewhere' &&
      isAbsentIn(batch, after, elsewhere) &&
      !(before && isAbsentIn(batch, before, elsewhere))
    )
      await tell(batch, after, elsewhere);
}

/** … and the other way about: time elsewhere arrives after the marks. */
export async function elsewhereWhileMarked(
  batch: Batch,
  before: PresenceElsewhere | null,
  after: PresenceElsewhere,
): Promise<void> {
  const today = dayOfInstant(batch.now);
  const ids = daysElsewhere(after)
    .filter((day) => day <= today)
    .map((day) => attendanceDayId(day, after.pupil));
  await batch.preload('attendance', ids, []);
  for (const id of ids) {
    const day = batch.current('attendance', id);
    if (day?.kind !== 'attendanceDay' || !isAbsentIn(batch, day, after)) continue;
    if (!before || !isAbsentIn(batch, day, before)) await tell(batch, day, after);
  }
}

function isAbsentIn(batch: Batch, day: AttendanceDay, elsewhere: PresenceElsewhere): boolean {
  const facts = batch.factsFor(day);
  const span = elsewhereOn(elsewhere, day.day, facts.hours);
  return span !== undefined && incoherence(day.events, hoursOfDay(day.day, facts), span) === 'absent';
}

/** Tells the author of either, unless they are one. */
async function tell(batch: Batch, day: AttendanceDay, elsewhere: PresenceElsewhere): Promise<void> {
  const { hours: bells } = batch.factsFor(day);
  const span = elsewhereOn(elsewhere, day.day, bells);
  const absences = day.events.filter(({ kind }) => kind === 'absent');
  const { elsewhereType, during, whereabouts } = elsewhere;
  const theirs = [{ elsewhereType, during, whereabouts }];
  for (const absence of absences.filter((each) => isInside(bells, each.hour, span))) {
    if (absence.by === elsewhere.author) continue;
    const entry = derivedEntry('absentElsewhere', day.id, elsewhere.id, String(absence.hour), absence.by);
    const marked = { author: absence.by, recordedAt: absence.at, entry };
    const away = { author: elsewhere.author, recordedAt: elsewhere.recordedAt, entry };
    const of = { ...elsewhere, day: day.day };
    const said = { field: 'marks', lost: [absence], kept: theirs, loser: marked, winner: away };
    await addNotice(batch, 'attendance', of, said, { hour: absence.hour });
    const reverse = { field: 'marks', lost: theirs, kept: [absence], loser: away, winner: marked };
    await addNotice(batch, 'attendance', of, reverse, { hour: absence.hour });
  }
}

/** Whether an absence was marked in an hour that the time elsewhere reaches; of one before it nothing else is known. */
function isInside(
  bells: ReturnType<Batch['factsFor']>['hours'],
  hour: number,
  span: ReturnType<typeof elsewhereOn>,
): boolean {
  const bell = bells.find((each) => each.hour === hour);
  return span !== undefined && (!bell || timeToMinutes(bell.start) < span.to);
}
