import { fail } from '../base/result.ts';
import type { JsonSchema } from '../base/schema.ts';
import { envelope } from './fields.ts';
import type { FieldRule, FieldRules } from './field-rules.ts';
import type { Decision } from './kind.ts';

/** The answer of a kind that no device writes: settings, roster and timetable are the office's, by its own services. */
export function readOnly(): Decision<never> {
  return fail({ reason: 'readOnly' });
}

/** What the kinds have in common that the office writes and every device only reads. */
export const OFFICE_WRITES = {
  writers: ['office'],
  upgrades: [],
  blank: () => null,
  authorize: readOnly,
  whenBlocked: 'toOffice',
} as const;

/** "The later one wins" for every field of a kind's payload: for kinds that are never merged, because one place alone writes them. */
export function laterWinsAll<R>(schema: JsonSchema): FieldRules<R> {
  const rule: FieldRule<never> = { rule: 'laterWins' };
  const fields = Object.keys(schema.properties ?? {}).filter(
    (name) => name !== 'kind' && !Object.hasOwn(envelope, name),
  );
  // The fields of the schema are those of the type that is derived from it.
  return Object.fromEntries(fields.map((name) => [name, rule])) as FieldRules<R>;
}
