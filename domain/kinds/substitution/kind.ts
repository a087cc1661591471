import { SCHOOL_BUCKET } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { substitutionId, substitutionSchema, type Substitution } from './record.ts';

/** Sostituzione: who is where is known to the whole staff, as the timetable is. */
export const substitutionKind = {
  ...OFFICE_WRITES,
  kind: 'substitution',
  collection: 'timetable',
  schema: substitutionSchema,
  writers: ['office', 'server'],
  fields: laterWinsAll<Substitution>(substitutionSchema),
  buckets: () => [SCHOOL_BUCKET],
  place: ({ day, class: schoolClass, hour }) => ({ day, class: schoolClass, hour }),
  hoursSaid: null,
  samples: [
    substitution({ origin: 'signature', replaces: sampleValues.teacher }),
    substitution({ origin: 'office', signed: true }),
    substitution({ origin: 'office', cancelled: true }),
  ],
} as const satisfies Kind<Substitution>;

function substitution(
  changes: Pick<Substitution, 'origin' | 'replaces' | 'signed' | 'cancelled'>,
): Substitution {
  const { day, class: schoolClass, colleague } = sampleValues;
  return {
    ...sampleEnvelope,
    id: substitutionId(day, 1, schoolClass, colleague),
    kind: 'substitution',
    day,
    hour: 1,
    class: schoolClass,
    teacher: colleague,
    ...changes,
  };
}
