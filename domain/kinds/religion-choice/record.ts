import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Attends catholic religion; or the alternative, study with a teacher, study alone; or is not at school in that hour. */
export const RELIGION_CHOICES = [
  'attending',
  'alternative',
  'assistedStudy',
  'individualStudy',
  'leaves',
] as const;
/** What a pupil does in the hour of religion. */
export type ReligionChoiceName = (typeof RELIGION_CHOICES)[number];

/** Scelta di avvalersi o no dell'IRC, of a pupil in a class from a day to a day (D204). It tells of a belief: it is kept apart. */
export const religionChoiceSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'religionChoice' },
    pupil: field.personId,
    class: field.classId,
    choice: { type: 'string', enum: RELIGION_CHOICES },
    from: field.day,
    /** Last day; absent while it lasts. */
    to: field.day,
  },
  required: [...envelopeRequired, 'pupil', 'class', 'choice', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Scelta di avvalersi o no dell'IRC. */
export type ReligionChoice = Infer<typeof religionChoiceSchema>;

/** Key of a choice. */
export function religionChoiceId(pupil: PersonId, schoolClass: ClassId, from: LocalDate): string {
  return `${pupil}.${schoolClass}.religion.${from}`;
}
