import { pupilBucket, religionBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupil } from '../../record/said/hours-said.ts';
import { religionChoiceId, religionChoiceSchema, type ReligionChoice } from './record.ts';

/** Scelta IRC: for whoever teaches religion or its alternative there, and for no other colleague of the class. */
export const religionChoiceKind = {
  ...OFFICE_WRITES,
  kind: 'religionChoice',
  collection: 'roster',
  schema: religionChoiceSchema,
  fields: laterWinsAll<ReligionChoice>(religionChoiceSchema),
  buckets: (record) => [religionBucket(record.class), pupilBucket(record.pupil)],
  place: ({ class: schoolClass, pupil }) => ({ class: schoolClass, pupil }),
  hoursSaid: hoursOfPupil,
  samples: [
    {
      ...sampleEnvelope,
      id: religionChoiceId(sampleValues.pupil, sampleValues.class, sampleValues.yearBegins),
      kind: 'religionChoice',
      pupil: sampleValues.pupil,
      class: sampleValues.class,
      choice: 'alternative',
      from: sampleValues.yearBegins,
    },
  ],
} as const satisfies Kind<ReligionChoice>;
