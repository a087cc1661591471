import { checksum } from '../../record/checksum.ts';
import { toClassId, type ClassId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { SCHOOL_LEVELS, type SchoolLevel } from '../school/record.ts';

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

/**
 * The name of a class among those of its school: with its site, and with its level where another class has the same name (1A of two schools
 * in one institute). Wherever people of the whole school stand in one list, the bare name could be either.
 */
export function classNameAmong(
  schoolClass: SchoolClass,
  among: Iterable<SchoolClass>,
  levels: Readonly<Record<SchoolLevel, string>>,
): string {
  const name = className(schoolClass);
  const { id, level, site, startYear } = schoolClass;
  let levelTells = false;
  for (const other of among)
    if (other.id !== id && other.startYear === startYear && other.level !== level)
      levelTells ||= className(other) === name;
  const own = levelTells ? `${name} ${levels[level]}` : name;
  return site ? `${own} · ${site}` : own;
}

/** Calendar year in which the school year of a class begins, as its key says it; undefined for a key of another form. */
export function startYearOfClass(id: ClassId): number | undefined {
  const year = /^(\d{4})\./.exec(id)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The name of a class as its key says it, in capitals: for whoever does not know the class; undefined for a key of another form. */
export function nameInClassId(id: ClassId): string | undefined {
  return /^\d{4}\.[A-Z]{2}\.([^.]+)(?:\.|$)/.exec(id)?.[1];
}

const LONGEST_SLUG = 40;

/** What two spellings of a name have in common: small letters without accents, digits and single hyphens; `+` and `#` are words. */
export function nameSlug(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/**
 * A stable part of a key out of any name, at most 40 characters. A longer name keeps its beginning and a sum over all of it, so that two
 * names which differ behind the fortieth letter are never one key.
 */
export function slug(text: string): string {
  const whole = nameSlug(text);
  if (whole.length <= LONGEST_SLUG) return whole;
  const sum = checksum(whole);
  return `${whole.slice(0, LONGEST_SLUG - sum.length - 1)}-${sum}`;
}
