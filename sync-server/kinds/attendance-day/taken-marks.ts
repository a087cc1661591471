import { equalJson } from '../../../domain/base/canonical-json.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { hourAt } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { saySameInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay, AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { versionsBefore } from '../../register/batch/versions-before.ts';
import { followNotice, isReader, keepNotice } from '../../register/settlement/conflict-notices.ts';
import { splitByPerson } from '../../register/settlement/list-decisions.ts';
import type { ToldOfRoll } from '../roll/roll-notices.ts';

/**
 * Tells whoever made a mark that a colleague has taken it away, and the day says another thing of its hour since (D8): of a roll that they have
 * confirmed they hear in its own words, and of a mark that lost against another one as of any that did.
 */
export async function tellOfTakenMarks(
  batch: Batch,
  before: AttendanceDay | null,
  after: AttendanceDay,
  ofRoll: readonly ToldOfRoll[],
): Promise<void> {
  if (!before) return;
  await followReturned(batch, before, after);
  const isTold = ({ by, hour }: AttendanceEvent) =>
    ofRoll.some((told) => told.person === by && told.hour === hour);
  const taken = othersOnlyIn(before, after, after.author).filter((event) => !isTold(event));
  const [first] = taken;
  if (!first) return;
  const facts = batch.factsFor(after);
  const ofDay = hoursOfDay(after.day, facts);
  /** Whether something else stands of the hour in which it was made, or of that of its time, than it said, whatever colleagues have put beside it before they took it away. */
  const matters = (event: AttendanceEvent) => {
    const { hour, time } = event;
    const bells = [
      facts.hours.find((bell) => bell.hour === hour),
      time === undefined ? undefined : hourAt(facts.hours, time),
    ].filter((bell) => bell !== undefined);
    return bells.length === 0 || bells.some((bell) => !saySameInHour([event], after.events, ofDay, bell));
  };
  if (!taken.some(matters)) return;
  const history = await versionsBefore(batch, 'attendance', before);
  const loser = { author: first.by, recordedAt: first.at, entry: before.entry };
  const decision = { field: 'events', lost: taken, kept: after.events, loser, winner: after };
  for (const own of splitByPerson(kindOf(after), history, decision))
    if (
      isReader(batch, own.loser.author, after) &&
      taken.some((event) => event.by === own.loser.author && matters(event))
    )
      await keepNotice(batch, 'attendance', after, own);
}

/** Says to whoever was told that a mark of theirs is gone that it stands again: a colleague has taken back what took it away. */
async function followReturned(batch: Batch, before: AttendanceDay, after: AttendanceDay): Promise<void> {
  const returned = othersOnlyIn(after, before, after.author);
  const [first] = returned;
  if (!first) return;
  const history = await versionsBefore(batch, 'attendance', before);
  const loser = { author: first.by, recordedAt: first.at, entry: before.entry };
  // Named as it was when it was taken away: by what was lost, of which nothing had stood.
  const decision = { field: 'events', lost: returned, kept: [], loser, winner: after };
  for (const own of splitByPerson(kindOf(after), history, decision))
    await followNotice(batch, 'attendance', after, { ...own, kept: after.events });
}

/** The marks of others than the author of a change that one state of the day has and another one has not. */
function othersOnlyIn(
  one: AttendanceDay,
  another: AttendanceDay,
  author: AttendanceDay['author'],
): readonly AttendanceEvent[] {
  return one.events.filter(
    (event) => event.by !== author && !another.events.some((other) => equalJson(event, other)),
  );
}
