import { classBucket } from '../../access/bucket.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfLeftClassId, hoursOfLeftClassSchema, type HoursOfLeftClass } from './record.ts';

/** Ore nella classe lasciata: read by whoever reads a class that the pupil has entered since. */
export const hoursOfLeftClassKind = {
  ...OFFICE_WRITES,
  kind: 'hoursOfLeftClass',
  collection: 'attendance',
  schema: hoursOfLeftClassSchema,
  writers: ['server'],
  fields: laterWinsAll<HoursOfLeftClass>(hoursOfLeftClassSchema),
  buckets: ({ classes }) => classes.map(classBucket),
  place: ({ class: schoolClass, pupil }) => ({ class: schoolClass, pupil }),
  hoursSaid: null,
  samples: [
    left({}),
    left({
      changedAt: '10:10' as LocalTime,
      held: {
        official: 60,
        withoutSubject: 2,
        bySubject: [{ subject: sampleValues.subject, halfUnits: 60 }],
      },
      missed: [
        {
          day: sampleValues.day,
          hour: 2,
          subjects: [sampleValues.subject],
          missedMinutes: 40,
          minutes: 60,
          halfUnits: 2,
        },
      ],
      movements: [{ day: sampleValues.day, expected: { from: '10:00' as LocalTime } }],
    }),
  ],
} as const satisfies Kind<HoursOfLeftClass>;

function left(changes: Partial<HoursOfLeftClass>): HoursOfLeftClass {
  return {
    ...sampleEnvelope,
    id: hoursOfLeftClassId(`${sampleValues.pupil}.${sampleValues.otherClass}.${sampleValues.yearBegins}`),
    kind: 'hoursOfLeftClass',
    pupil: sampleValues.pupil,
    class: sampleValues.otherClass,
    day: sampleValues.yearBegins,
    lastDay: sampleValues.day,
    classes: [sampleValues.class],
    held: { official: 0, withoutSubject: 0, bySubject: [] },
    missed: [],
    ...changes,
  };
}
