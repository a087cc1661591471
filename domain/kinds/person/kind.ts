import {
  FAMILIES_BUCKET,
  pupilBucket,
  pupilsBucket,
  SCHOOL_BUCKET,
  STUDENT_OFFICE_BUCKET,
  type Bucket,
} from '../../access/bucket.ts';
import { toPersonId } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { personSchema, type Person } from './record.ts';

/** A pupil, guardian or member of staff. */
export const personKind = {
  ...OFFICE_WRITES,
  kind: 'person',
  collection: 'roster',
  schema: personSchema,
  fields: laterWinsAll<Person>(personSchema),
  buckets: bucketsOfPerson,
  place: () => ({}),
  hoursSaid: null,
  samples: [
    person({ id: sampleValues.teacher, type: 'staff', roles: ['teacher'] }),
    person({ id: sampleValues.pupil, type: 'pupil', classes: [sampleValues.class] }),
    person({ id: toPersonId('pupil-without-class'), type: 'pupil' }),
    person({ id: toPersonId('guardian-rossi'), type: 'guardian', classes: [sampleValues.class] }),
  ],
} as const satisfies Kind<Person>;

/** A pupil is in the bucket of every class of the pupil's year and in its own; the name of a member of staff is everybody's. */
function bucketsOfPerson(record: Person): readonly Bucket[] {
  if (record.type === 'staff') return [SCHOOL_BUCKET, FAMILIES_BUCKET];
  if (record.type === 'guardian') return [STUDENT_OFFICE_BUCKET];
  const classes = record.classes.length > 0 ? record.classes.map(pupilsBucket) : [STUDENT_OFFICE_BUCKET];
  return [...classes, pupilBucket(record.id)];
}

function person(changes: Pick<Person, 'id' | 'type'> & Partial<Person>): Person {
  return {
    ...sampleEnvelope,
    kind: 'person',
    surname: 'Rossi',
    givenName: 'Maria',
    roles: [],
    classes: [],
    ...changes,
  };
}
