import { toClassId, type ClassId } from '../base/ids.ts';
import type { Infer, JsonSchema } from '../base/schema.ts';
import { envelope, envelopeRequired, field } from './fields.ts';
import { SCHOOL_LEVELS, type SchoolLevel } from './school.ts';

/** Classe of one school year: year of course, section, level, course, site (D6). */
export const classSchema = {
  type: 'object',
  properties: {
    ...envelope,
    id: field.classId,
    kind: { const: 'class' },
    startYear: { type: 'integer', minimum: 2000, maximum: 2100 },
    level: { type: 'string', enum: SCHOOL_LEVELS },
    /** Year of course: 1–5 primary and upper secondary, 1–3 lower secondary; 0 where the source does not say. */
    year: { type: 'integer', minimum: 0, maximum: 5 },
    /** Section as the school writes it: `A`, `BS`, `C-2`; the whole name where there is no year. */
    section: { type: 'string', minLength: 1, maxLength: 40 },
    /** Indirizzo or corso, for example "Scienze applicate". */
    course: field.shortText,
    /** Sede or plesso. */
    site: field.shortText,
    /** Identifier in the system the class was imported from. */
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'startYear', 'level', 'year', 'section'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Classe of one school year. */
export type SchoolClass = Infer<typeof classSchema>;

const LEVEL_CODE = { primary: 'PR', lowerSecondary: 'LS', upperSecondary: 'US' } as const satisfies Record<
  SchoolLevel,
  string
>;

/** Key of a class: two sources that name the same class of the same year and level mean the same one. */
export function classId(startYear: number, level: SchoolLevel, name: string, site?: string): ClassId {
  const parts = [
    String(startYear),
    LEVEL_CODE[level],
    slug(name).toUpperCase(),
    ...(site ? [slug(site)] : []),
  ];
  return toClassId(parts.join('.'));
}

/** The name people use: `1A`, `3BS`. */
export function className(schoolClass: Pick<SchoolClass, 'year' | 'section'>): string {
  return schoolClass.year > 0 ? `${schoolClass.year}${schoolClass.section}` : schoolClass.section;
}

/** Lower-case ASCII letters, digits and single hyphens out of any name: a stable part of a key. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
