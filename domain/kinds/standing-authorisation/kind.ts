import { classBucket, comingsBucket, pupilBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { standingAuthorisationSchema, type StandingAuthorisation } from './record.ts';

/** Autorizzazione permanente to come late or to leave early. */
export const standingAuthorisationKind = {
  ...OFFICE_WRITES,
  kind: 'standingAuthorisation',
  collection: 'roster',
  schema: standingAuthorisationSchema,
  fields: laterWinsAll<StandingAuthorisation>(standingAuthorisationSchema),
  buckets: ({ class: schoolClass, pupil }) => [
    classBucket(schoolClass),
    comingsBucket(schoolClass),
    pupilBucket(pupil),
  ],
  place: ({ class: schoolClass, pupil }) => ({ class: schoolClass, pupil }),
  hoursSaid: null,
  samples: [
    {
      ...sampleEnvelope,
      id: 'bus',
      kind: 'standingAuthorisation',
      pupil: sampleValues.pupil,
      class: sampleValues.class,
      item: 'late',
      minutes: 10,
      weekdays: [2, 4],
      from: sampleValues.yearBegins,
      to: sampleValues.yearEnds,
      reason: 'Corriera',
    },
  ],
} as const satisfies Kind<StandingAuthorisation>;
