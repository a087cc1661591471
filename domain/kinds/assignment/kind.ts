import { SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { assignmentId, assignmentSchema, type Assignment } from './record.ts';

/** Cattedra: all staff read it, and no family, since one may name a pupil. */
export const assignmentKind = {
  ...OFFICE_WRITES,
  kind: 'assignment',
  collection: 'roster',
  schema: assignmentSchema,
  fields: laterWinsAll<Assignment>(assignmentSchema),
  buckets: () => [SCHOOL_BUCKET],
  place: (record) => ({ class: record.class }),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: assignmentId(sampleValues.teacher, sampleValues.class, sampleValues.subject),
      kind: 'assignment',
      teacher: sampleValues.teacher,
      class: sampleValues.class,
      subject: sampleValues.subject,
      type: 'ordinary',
      from: sampleValues.yearBegins,
    },
  ],
} as const satisfies Kind<Assignment>;
