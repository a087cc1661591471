import { FAMILIES_BUCKET, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { bellSchemeSchema, type BellScheme } from './record.ts';

/** Scansione oraria. */
export const bellSchemeKind = {
  ...OFFICE_WRITES,
  kind: 'bellScheme',
  collection: 'timetable',
  schema: bellSchemeSchema,
  fields: laterWinsAll<BellScheme>(bellSchemeSchema),
  buckets: () => [SCHOOL_BUCKET, FAMILIES_BUCKET],
  place: () => ({}),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: 'settimana',
      kind: 'bellScheme',
      name: 'Settimana',
      validFrom: sampleValues.yearBegins,
      validTo: sampleValues.yearEnds,
      weekdays: [1, 2, 3, 4, 5],
      levels: [],
      hours: [{ hour: 1, start: '08:00' as LocalTime, end: '09:00' as LocalTime, halfUnits: 2 }],
    },
  ],
} as const satisfies Kind<BellScheme>;
