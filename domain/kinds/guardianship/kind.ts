import { STUDENT_OFFICE_BUCKET } from '../../access/bucket.ts';
import { toPersonId } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { guardianshipId, guardianshipSchema, type Guardianship } from './record.ts';

const guardian = toPersonId('guardian-rossi');

/** Rights of a guardian: a matter of courts, for the office of the pupils. */
export const guardianshipKind = {
  ...OFFICE_WRITES,
  kind: 'guardianship',
  // A court decides today who reads of a child, also where the word of before was written in a year that is closed.
  staysOpen: true,
  collection: 'roster',
  schema: guardianshipSchema,
  fields: laterWinsAll<Guardianship>(guardianshipSchema),
  buckets: () => [STUDENT_OFFICE_BUCKET],
  place: ({ pupil }) => ({ pupil }),
  hoursSaid: null,
  samples: [
    {
      ...sampleEnvelope,
      id: guardianshipId(guardian, sampleValues.pupil, sampleValues.yearBegins),
      kind: 'guardianship',
      guardian,
      pupil: sampleValues.pupil,
      rights: 'readOnly',
      from: sampleValues.yearBegins,
      document: 'Prot. 88/2026',
    },
  ],
} as const satisfies Kind<Guardianship>;
