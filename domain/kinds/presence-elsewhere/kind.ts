import { dayBucket, elsewhereBucket } from '../../access/bucket.ts';
import type { LocalDate, LocalTime } from '../../base/ids.ts';
import { weekdayOf } from '../../base/local-date.ts';
import type { Kind } from '../../record/kind.ts';
import { bucketsOfPupil, placeOfPupil } from '../../record/pupil-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupilFrom } from '../../record/said/hours-said.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { changedDays, daysElsewhere, elsewhereFault } from './elsewhere-on.ts';
import { presenceElsewhereSchema, type PresenceElsewhere } from './record.ts';
import { authorizePresenceElsewhere } from './write-rights.ts';

/** No lesson is on a Sunday, and nobody stands in for one. */
const SUNDAY = 7;

/**
 * Fuori classe: one pupil, from a day to a day, elsewhere in the school's own name (D98); its classes and its family read it (D99), and
 * whoever stands in there on one of the days, who calls the roll without looking for the pupil (D209).
 */
export const presenceElsewhereKind = {
  kind: 'presenceElsewhere',
  collection: 'attendance',
  schema: presenceElsewhereSchema,
  writers: ['device'],
  key: 'drawn',
  upgrades: [],
  buckets: (record) => [
    ...bucketsOfPupil(record),
    ...daysElsewhere(record)
      .filter((day) => weekdayOf(day) !== SUNDAY)
      .flatMap((day) => [record.class, ...(record.otherClasses ?? [])].map((id) => dayBucket(day, id))),
    elsewhereBucket(record.pupil),
  ],
  place: placeOfPupil,
  fields: {
    day: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    class: { rule: 'fixed' },
    otherClasses: { rule: 'server' },
    lastDay: { rule: 'laterWins' },
    elsewhereType: { rule: 'laterWins' },
    during: { rule: 'laterWins' },
    whereabouts: { rule: 'laterWins' },
    withdrawn: { rule: 'laterWins' },
  },
  // Its key is random: no two devices make the same one.
  blank: () => null,
  contradiction: elsewhereFault,
  meetingCloses: (record, before) => changedDays(before, record),
  authorize: authorizePresenceElsewhere,
  whenBlocked: 'toOffice',
  hoursSaid: hoursOfPupilFrom,
  samples: [
    elsewhere({}),
    elsewhere({
      lastDay: '2026-12-04' as LocalDate,
      elsewhereType: 'mobility',
      during: { fromHour: 3 },
      whereabouts: 'Lione',
      otherClasses: [sampleValues.otherClass],
    }),
    elsewhere({
      elsewhereType: 'activityInside',
      during: { start: '10:20' as LocalTime, end: '12:20' as LocalTime },
      whereabouts: 'Aula magna',
      withdrawn: true,
    }),
  ],
} as const satisfies Kind<PresenceElsewhere, WriteFacts>;

function elsewhere(changes: Partial<PresenceElsewhere>): PresenceElsewhere {
  return {
    ...sampleEnvelope,
    id: '00000000-0000-7000-8000-00000000e15e',
    kind: 'presenceElsewhere',
    day: sampleValues.day,
    class: sampleValues.class,
    pupil: sampleValues.pupil,
    elsewhereType: 'workPlacement',
    during: {},
    whereabouts: 'Officina Ferri',
    ...changes,
  };
}
