import { familiesBucket, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { groupId, groupSchema, type Group } from './record.ts';

/** Gruppo: its name is read as that of its class is; who is in it stands elsewhere. */
export const groupKind = {
  ...OFFICE_WRITES,
  kind: 'group',
  collection: 'roster',
  schema: groupSchema,
  fields: laterWinsAll<Group>(groupSchema),
  buckets: (record) => [SCHOOL_BUCKET, familiesBucket(record.class)],
  place: (record) => ({ class: record.class }),
  hoursSaid: null,
  samples: [
    {
      ...sampleEnvelope,
      id: groupId(sampleValues.class, 'CHI'),
      kind: 'group',
      class: sampleValues.class,
      code: 'CHI',
      name: 'Chimica',
    },
  ],
} as const satisfies Kind<Group>;
