import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { groupCode } from '../group/record.ts';

/** One cell of a class's weekly timetable (orario), valid from a day to a day: subject and the teachers in the room (D7). */
export const timetableEntrySchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'timetableEntry' },
    class: field.classId,
    weekday: field.weekday,
    hour: field.hour,
    subject: field.subjectId,
    /** The teacher of the subject first, then those in co-teaching. */
    teachers: { type: 'array', items: field.personId, minItems: 1, maxItems: 6, uniqueItems: true },
    /** The group of a split class that has the hour; absent for the whole class (D204). */
    group: groupCode,
    room: field.shortText,
    validFrom: field.day,
    validTo: field.day,
  },
  required: [...envelopeRequired, 'class', 'weekday', 'hour', 'subject', 'teachers', 'validFrom', 'validTo'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** One cell of a class's weekly timetable. */
export type TimetableEntry = Infer<typeof timetableEntrySchema>;

/** Key of a timetable cell; each group of a parted class has one of its own in the hour. */
export function timetableEntryId(
  schoolClass: ClassId,
  weekday: number,
  hour: number,
  validFrom: LocalDate,
  group?: string,
): string {
  return [schoolClass, weekday, hour, validFrom, ...(group === undefined ? [] : [group])].join('.');
}
