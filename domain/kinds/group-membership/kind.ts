import { pupilBucket, pupilsBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupil } from '../../record/said/hours-said.ts';
import { groupMembershipId, groupMembershipSchema, type GroupMembership } from './record.ts';

/** In which group a pupil is: read as the enrolment in the class is. */
export const groupMembershipKind = {
  ...OFFICE_WRITES,
  kind: 'groupMembership',
  collection: 'roster',
  schema: groupMembershipSchema,
  fields: laterWinsAll<GroupMembership>(groupMembershipSchema),
  buckets: (record) => [pupilsBucket(record.class), pupilBucket(record.pupil)],
  place: ({ class: schoolClass, pupil }) => ({ class: schoolClass, pupil }),
  hoursSaid: hoursOfPupil,
  samples: [
    {
      ...sampleEnvelope,
      id: groupMembershipId(sampleValues.pupil, sampleValues.class, 'CHI', sampleValues.yearBegins),
      kind: 'groupMembership',
      pupil: sampleValues.pupil,
      class: sampleValues.class,
      group: 'CHI',
      from: sampleValues.yearBegins,
    },
  ],
} as const satisfies Kind<GroupMembership>;
