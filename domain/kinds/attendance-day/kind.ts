import { classBucket, dayBucket, pupilBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { inClassOfPupil, placeOfPupil } from '../../record/pupil-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupilFrom } from '../../record/said/hours-said.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { hoursStoodIn } from '../../school/written-hour.ts';
import { authorizeAttendanceDay } from './write-rights.ts';
import { eventFault, sortEvents } from './attendance-state.ts';
import { changeInLostHours, changeOfEvents, mergeEvents } from './merge-events.ts';
import { attendanceDayId, attendanceDaySchema, type AttendanceDay } from './record.ts';

/** What happened to one pupil on one day: each mark belongs to an hour and to who made it, and two devices are merged hour by hour (ADR 11). */
export const attendanceDayKind = {
  kind: 'attendanceDay',
  collection: 'attendance',
  schema: attendanceDaySchema,
  writers: ['device'],
  key: ({ day, pupil }) => attendanceDayId(day, pupil),
  upgrades: [],
  // The family reads what is to be justified; the day is of one pupil, and says nothing of another one.
  buckets({ class: first, otherClasses, day, pupil }) {
    // Of one class, which next to all are, and written out: it is asked several times of each mark of a school.
    if (otherClasses === undefined) return [classBucket(first), dayBucket(day, first), pupilBucket(pupil)];
    const classes = [first, ...otherClasses];
    return [...classes.flatMap((id) => [classBucket(id), dayBucket(day, id)]), pupilBucket(pupil)];
  },
  place: placeOfPupil,
  fields: {
    day: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    class: { rule: 'server' },
    otherClasses: { rule: 'server' },
    events: {
      rule: 'own',
      made: { by: 'by', at: 'at', hour: 'hour' },
      own: {
        merge: ({ base = [], mine = [], theirs = [] }, mySave, theirSave) => {
          const merged = mergeEvents(
            base,
            { events: mine, saved: mySave },
            { events: theirs, saved: theirSave },
          );
          return { value: merged.events, mineLost: merged.mineLost, theirsLost: merged.theirsLost };
        },
        ordered: sortEvents,
        against: (lost, kept) => {
          const hours = new Set(lost.map(({ hour }) => hour));
          return kept.filter(({ hour }) => hours.has(hour));
        },
        winner: ({ base = [], mine = [], theirs = [] }, lost, kept, change) =>
          changeInLostHours(lost, kept, changeOfEvents(base, theirs, mine, change)),
      },
    },
  },
  blank: (record) => ({ ...record, events: [] }),
  contradiction: ({ events }) => {
    const reason = eventFault(events);
    return reason && { reason, path: 'events' };
  },
  saysNothing: ({ events }) => events.length === 0,
  inClass: inClassOfPupil,
  meetingCloses: ofItsDay,
  authorize: authorizeAttendanceDay,
  isConcerned: (actor, _record, facts) => hoursStoodIn(actor, facts).length > 0,
  whenBlocked: 'toOffice',
  hoursSaid: hoursOfPupilFrom,
  samples: [
    day({}),
    day({
      events: [{ kind: 'absent', hour: 1, by: sampleValues.teacher, at: sampleValues.morning }],
    }),
    day({
      otherClasses: [sampleValues.otherClass],
      events: [{ kind: 'outOfClass', hour: 1, by: sampleValues.colleague, at: sampleValues.later }],
    }),
  ],
} as const satisfies Kind<AttendanceDay, WriteFacts>;

function day(changes: Partial<AttendanceDay>): AttendanceDay {
  return {
    ...sampleEnvelope,
    id: attendanceDayId(sampleValues.day, sampleValues.pupil),
    kind: 'attendanceDay',
    day: sampleValues.day,
    class: sampleValues.class,
    pupil: sampleValues.pupil,
    events: [],
    ...changes,
  };
}
