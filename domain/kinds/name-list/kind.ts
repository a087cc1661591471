import { namesBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { startYearOfClass } from '../class/record.ts';
import { nameListId, nameListSchema, type NameList } from './record.ts';

/** Elenco dei nomi of one class, for whoever stands in: read by every teacher in the school year of the class. */
export const nameListKind = {
  ...OFFICE_WRITES,
  kind: 'nameList',
  collection: 'roster',
  schema: nameListSchema,
  writers: ['server'],
  fields: laterWinsAll<NameList>(nameListSchema),
  buckets: (record) => [namesBucket(startYearOfClass(record.class))],
  place: (record) => ({ class: record.class }),
  hoursSaid: null,
  samples: [
    {
      ...sampleEnvelope,
      id: nameListId(sampleValues.class),
      kind: 'nameList',
      class: sampleValues.class,
      pupils: [{ id: sampleValues.pupil, surname: 'Rossi', givenName: 'Maria' }],
    },
  ],
} as const satisfies Kind<NameList>;
