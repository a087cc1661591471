import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** One lesson hour of a bell scheme: its ordinal, times, and length in half units (2 is one whole unit, D7, D10). */
export const bellHourSchema = {
  type: 'object',
  properties: {
    hour: field.hour,
    start: field.time,
    end: field.time,
    halfUnits: { type: 'integer', minimum: 1, maximum: 6 },
  },
  required: ['hour', 'start', 'end', 'halfUnits'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Scansione oraria: the hours of some weekdays, valid from a day to a day, for some levels or a site (D7). */
export const bellSchemeSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'bellScheme' },
    name: field.name,
    validFrom: field.day,
    validTo: field.day,
    weekdays: { type: 'array', items: field.weekday, minItems: 1, maxItems: 7, uniqueItems: true },
    /** The levels whose classes follow it; empty for all. */
    levels: {
      type: 'array',
      items: { type: 'string', enum: ['primary', 'lowerSecondary', 'upperSecondary'] },
      maxItems: 3,
    },
    site: field.shortText,
    hours: { type: 'array', items: bellHourSchema, minItems: 1, maxItems: 20 },
  },
  required: [...envelopeRequired, 'name', 'validFrom', 'validTo', 'weekdays', 'levels', 'hours'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Scansione oraria. */
export type BellScheme = Infer<typeof bellSchemeSchema>;
/** One lesson hour of a bell scheme. */
export type BellHour = Infer<typeof bellHourSchema>;
