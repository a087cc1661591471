import { pupilBucket, pupilsBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupil } from '../../record/said/hours-said.ts';
import { enrolmentId, enrolmentSchema, type Enrolment } from './record.ts';

/** Iscrizione of a pupil to a class. */
export const enrolmentKind = {
  ...OFFICE_WRITES,
  kind: 'enrolment',
  collection: 'roster',
  schema: enrolmentSchema,
  fields: laterWinsAll<Enrolment>(enrolmentSchema),
  buckets: (record) => [pupilsBucket(record.class), pupilBucket(record.pupil)],
  place: ({ class: schoolClass, pupil }) => ({ class: schoolClass, pupil }),
  hoursSaid: hoursOfPupil,
  samples: [
    {
      ...sampleEnvelope,
      id: enrolmentId(sampleValues.pupil, sampleValues.class, sampleValues.yearBegins),
      kind: 'enrolment',
      pupil: sampleValues.pupil,
      class: sampleValues.class,
      from: sampleValues.yearBegins,
    },
  ],
} as const satisfies Kind<Enrolment>;
