import { OFFICE_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { personalDataId, personalDataSchema, type PersonalData } from './record.ts';

/** Anagrafica of a person: the office alone reads it. */
export const personalDataKind = {
  ...OFFICE_WRITES,
  kind: 'personalData',
  collection: 'roster',
  schema: personalDataSchema,
  fields: laterWinsAll<PersonalData>(personalDataSchema),
  buckets: () => [OFFICE_BUCKET],
  place: () => ({}),
  samples: [
    {
      ...sampleEnvelope,
      id: personalDataId(sampleValues.pupil),
      kind: 'personalData',
      person: sampleValues.pupil,
      emails: [],
      phones: [],
      children: [],
    },
  ],
} as const satisfies Kind<PersonalData>;
