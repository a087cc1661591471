import { councilBucket, pupilBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { derogationSchema, type Derogation } from './record.ts';

/** Deroga: its reason may be an illness, and is for whoever runs the class's council. */
export const derogationKind = {
  ...OFFICE_WRITES,
  kind: 'derogation',
  collection: 'roster',
  schema: derogationSchema,
  fields: laterWinsAll<Derogation>(derogationSchema),
  buckets: ({ classes, pupil }) => [...classes.map(councilBucket), pupilBucket(pupil)],
  contradiction: ({ from, to, halfUnits }) => {
    const hasDays = from !== undefined && to !== undefined && from <= to;
    const isOne = hasDays ? halfUnits === undefined : halfUnits !== undefined && from === undefined;
    return isOne ? undefined : { reason: 'invalid', path: 'halfUnits' };
  },
  place: ({ pupil }) => ({ pupil }),
  hoursSaid: null,
  samples: [
    derogation({ category: 'therapies', halfUnits: 80 }),
    derogation({ category: 'sport', from: sampleValues.day, to: sampleValues.day }),
  ],
} as const satisfies Kind<Derogation>;

function derogation(changes: Pick<Derogation, 'category' | 'from' | 'to' | 'halfUnits'>): Derogation {
  return {
    ...sampleEnvelope,
    id: `derogation-${changes.category}`,
    kind: 'derogation',
    pupil: sampleValues.pupil,
    startYear: 2026,
    classes: [sampleValues.class],
    document: 'Prot. 1204/2026',
    ...changes,
  };
}
