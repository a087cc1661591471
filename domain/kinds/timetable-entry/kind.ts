import { familiesBucket, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { timetableEntryId, timetableEntrySchema, type TimetableEntry } from './record.ts';

/** One cell of a class’s weekly timetable. */
export const timetableEntryKind = {
  ...OFFICE_WRITES,
  kind: 'timetableEntry',
  collection: 'timetable',
  schema: timetableEntrySchema,
  fields: laterWinsAll<TimetableEntry>(timetableEntrySchema),
  buckets: (record) => [SCHOOL_BUCKET, familiesBucket(record.class)],
  place: (record) => ({ class: record.class, hour: record.hour }),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: timetableEntryId(sampleValues.class, 1, 1, sampleValues.yearBegins),
      kind: 'timetableEntry',
      class: sampleValues.class,
      weekday: 1,
      hour: 1,
      subject: sampleValues.subject,
      teachers: [sampleValues.teacher],
      validFrom: sampleValues.yearBegins,
      validTo: sampleValues.yearEnds,
    },
  ],
} as const satisfies Kind<TimetableEntry>;
