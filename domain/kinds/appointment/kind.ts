import { classBucket, SCHOOL_BUCKET, WHOLE_OFFICE_BUCKET } from '../../access/bucket.ts';
import { toPersonId } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { laterWinsAll, OFFICE_WRITES } from '../../record/office-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { appointmentId, appointmentSchema, type Appointment } from './record.ts';

/** Incarico: all staff read who is what; of a class's representatives, who are of its families, its teachers alone. */
export const appointmentKind = {
  ...OFFICE_WRITES,
  kind: 'appointment',
  collection: 'roster',
  schema: appointmentSchema,
  fields: laterWinsAll<Appointment>(appointmentSchema),
  buckets: ({ role, class: ofClass }) => {
    if (role !== 'classRepresentative') return [SCHOOL_BUCKET];
    return [ofClass === undefined ? WHOLE_OFFICE_BUCKET : classBucket(ofClass)];
  },
  place: ({ class: ofClass }) => (ofClass === undefined ? {} : { class: ofClass }),
  hoursSaid: null,
  samples: [
    appointment({ role: 'coordinator', person: sampleValues.teacher, class: sampleValues.class }),
    appointment({ role: 'staff', person: sampleValues.colleague, site: 'Via Verdi' }),
    appointment({
      role: 'classRepresentative',
      person: toPersonId('guardian-rossi'),
      class: sampleValues.class,
    }),
  ],
} as const satisfies Kind<Appointment>;

function appointment(of: Pick<Appointment, 'role' | 'person' | 'class' | 'site'>): Appointment {
  return {
    ...sampleEnvelope,
    id: appointmentId(of, sampleValues.yearBegins),
    kind: 'appointment',
    from: sampleValues.yearBegins,
    ...of,
  };
}
