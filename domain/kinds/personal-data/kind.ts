import {
  PERSONNEL_OFFICE_BUCKET,
  STUDENT_OFFICE_BUCKET,
  WHOLE_OFFICE_BUCKET,
  type Bucket,
} from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { personalDataId, personalDataSchema, type PersonalData } from './record.ts';

/** Anagrafica of a person: the office that keeps it alone reads it. */
export const personalDataKind = {
  ...OFFICE_WRITES,
  kind: 'personalData',
  collection: 'roster',
  schema: personalDataSchema,
  fields: laterWinsAll<PersonalData>(personalDataSchema),
  buckets: (record) => [officeBucket(record)],
  place: () => ({}),
  hoursSaid: null,
  samples: [
    personalData({}),
    personalData({ personType: 'pupil' }),
    personalData({ person: sampleValues.teacher, personType: 'staff' }),
  ],
} as const satisfies Kind<PersonalData>;

/** One of before the offices were told apart is a guardian's where it names children, and else of both offices together. */
function officeBucket({ personType, children }: PersonalData): Bucket {
  if (personType === 'staff') return PERSONNEL_OFFICE_BUCKET;
  return personType !== undefined || children.length > 0 ? STUDENT_OFFICE_BUCKET : WHOLE_OFFICE_BUCKET;
}

function personalData(changes: Partial<Pick<PersonalData, 'person' | 'personType'>>): PersonalData {
  const person = changes.person ?? sampleValues.pupil;
  return {
    ...sampleEnvelope,
    id: personalDataId(person),
    kind: 'personalData',
    person,
    emails: [],
    phones: [],
    children: [],
    ...changes,
  };
}
