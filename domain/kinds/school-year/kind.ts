import { FAMILIES_BUCKET, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { schoolYearId, schoolYearSchema, type SchoolYear } from './record.ts';

/** Anno scolastico. */
export const schoolYearKind = {
  ...OFFICE_WRITES,
  kind: 'schoolYear',
  collection: 'settings',
  schema: schoolYearSchema,
  fields: laterWinsAll<SchoolYear>(schoolYearSchema),
  buckets: () => [SCHOOL_BUCKET, FAMILIES_BUCKET],
  place: () => ({}),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: schoolYearId(2026),
      kind: 'schoolYear',
      startYear: 2026,
      lessonsFrom: sampleValues.yearBegins,
      lessonsTo: sampleValues.yearEnds,
      periods: [{ name: 'Anno', from: sampleValues.yearBegins, to: sampleValues.yearEnds }],
      restDays: [6],
      closures: [],
    },
  ],
} as const satisfies Kind<SchoolYear>;
