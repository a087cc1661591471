import { FAMILIES_BUCKET, SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfAll } from '../../record/said/hours-said.ts';
import { subjectSchema, type Subject } from './record.ts';

/** Materia or disciplina. */
export const subjectKind = {
  ...OFFICE_WRITES,
  kind: 'subject',
  collection: 'roster',
  schema: subjectSchema,
  fields: laterWinsAll<Subject>(subjectSchema),
  buckets: () => [SCHOOL_BUCKET, FAMILIES_BUCKET],
  place: () => ({}),
  hoursSaid: hoursOfAll,
  samples: [
    { ...sampleEnvelope, id: sampleValues.subject, kind: 'subject', name: 'Matematica', shortName: 'MAT' },
  ],
} as const satisfies Kind<Subject>;
