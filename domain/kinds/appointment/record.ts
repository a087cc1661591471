import { APPOINTMENT_ROLES } from '../../access/appointment-role.ts';
import type { LocalDate } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { slug } from '../class/record.ts';

/** Incarico: what somebody is appointed to, from a day to a day: for a class, one site or the whole school (D216, D217). */
export const appointmentSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'appointment' },
    role: { type: 'string', enum: APPOINTMENT_ROLES },
    person: field.personId,
    /** The class of a coordinator, a secretary or a representative. */
    class: field.classId,
    /** The site of a member of the principal's staff, as its classes name it; absent for the whole school. */
    site: field.shortText,
    from: field.day,
    /** Last day; absent while it lasts. */
    to: field.day,
    /** Who has handed the task over for these days; without a last day nothing is handed over (D216). */
    delegatedBy: field.personId,
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'role', 'person', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Incarico. */
export type Appointment = Infer<typeof appointmentSchema>;

/** Key of an appointment: somebody may be appointed to the same thing again later. */
export function appointmentId(
  { role, person, class: ofClass, site }: Pick<Appointment, 'role' | 'person' | 'class' | 'site'>,
  from: LocalDate,
): string {
  return [role, person, ...((ofClass ?? site) ? [ofClass ?? slug(site ?? '')] : []), from].join('.');
}
