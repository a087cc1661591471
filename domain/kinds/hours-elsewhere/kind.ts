import { classBucket, pupilBucket } from '../../access/bucket.ts';
import type { LocalDate } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfPupil } from '../../record/said/hours-said.ts';
import { hoursElsewhereSchema, type HoursElsewhere } from './record.ts';

/** Ore fuori dalla scuola: whoever has the pupil in class counts them, and the family reads them. */
export const hoursElsewhereKind = {
  ...OFFICE_WRITES,
  kind: 'hoursElsewhere',
  collection: 'roster',
  schema: hoursElsewhereSchema,
  fields: laterWinsAll<HoursElsewhere>(hoursElsewhereSchema),
  buckets: ({ classes, pupil }) => [...classes.map(classBucket), pupilBucket(pupil)],
  contradiction: ({ from, to, absentHalfUnits, heldHalfUnits = absentHalfUnits }) => {
    if (to < from) return { reason: 'invalid', path: 'to' };
    return absentHalfUnits > heldHalfUnits ? { reason: 'invalid', path: 'heldHalfUnits' } : undefined;
  },
  place: ({ pupil }) => ({ pupil }),
  hoursSaid: hoursOfPupil,
  samples: [
    declared({ absentHalfUnits: 40 }),
    declared({
      source: 'careSchool',
      place: 'Scuola in ospedale, Modena',
      subject: sampleValues.subject,
      absentHalfUnits: 2,
      heldHalfUnits: 30,
    }),
  ],
} as const satisfies Kind<HoursElsewhere>;

function declared(changes: Partial<HoursElsewhere>): HoursElsewhere {
  return {
    ...sampleEnvelope,
    id: `hours-elsewhere-${changes.source ?? 'otherSchool'}`,
    kind: 'hoursElsewhere',
    pupil: sampleValues.pupil,
    classes: [sampleValues.class],
    source: 'otherSchool',
    place: 'Scuola media Ferrari, Parma',
    from: sampleValues.yearBegins,
    to: '2026-10-30' as LocalDate,
    absentHalfUnits: 0,
    document: 'Prot. 2210/2026',
    ...changes,
  };
}
