import { classBucket, comingsBucket, pupilBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { delegateSchema, type Delegate } from './record.ts';

/** Delegato: who may collect a minor beside the parents. */
export const delegateKind = {
  ...OFFICE_WRITES,
  kind: 'delegate',
  collection: 'roster',
  schema: delegateSchema,
  fields: laterWinsAll<Delegate>(delegateSchema),
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
      id: 'delegate-aunt',
      kind: 'delegate',
      pupil: sampleValues.pupil,
      class: sampleValues.class,
      name: 'Verdi Paola',
      document: 'Carta d’identità CA00000AA',
      from: sampleValues.yearBegins,
      to: sampleValues.yearEnds,
    },
  ],
} as const satisfies Kind<Delegate>;
