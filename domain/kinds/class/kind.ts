import { FAMILIES_BUCKET, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { classSchema, type SchoolClass } from './record.ts';

/** Classe. */
export const classKind = {
  ...OFFICE_WRITES,
  kind: 'class',
  collection: 'roster',
  schema: classSchema,
  fields: laterWinsAll<SchoolClass>(classSchema),
  buckets: () => [SCHOOL_BUCKET, FAMILIES_BUCKET],
  place: ({ id }) => ({ class: id }),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: sampleValues.class,
      kind: 'class',
      startYear: 2026,
      level: 'lowerSecondary',
      year: 1,
      section: 'A',
    },
  ],
} as const satisfies Kind<SchoolClass>;
