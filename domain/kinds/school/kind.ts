import { FAMILIES_BUCKET, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID, schoolSchema, type School } from './record.ts';

/** The school itself. */
export const schoolKind = {
  ...OFFICE_WRITES,
  kind: 'school',
  collection: 'settings',
  schema: schoolSchema,
  fields: laterWinsAll<School>(schoolSchema),
  buckets: () => [SCHOOL_BUCKET, FAMILIES_BUCKET],
  place: () => ({}),
  hoursSaid: hoursOfAll,
  samples: [
    {
      ...sampleEnvelope,
      id: SCHOOL_RECORD_ID,
      kind: 'school',
      name: 'Istituto comprensivo di prova',
      ministryCode: '',
      levels: ['lowerSecondary'],
      city: 'Modena',
      address: '',
      phone: '',
      email: '',
      policies: DEFAULT_POLICIES,
    },
  ],
} as const satisfies Kind<School>;
