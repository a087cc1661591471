import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../domain/record/collection-names.ts';
import { collections } from '../../../domain/kinds/collections.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { changedIn, upgraded, upgrades, type Upgrades } from '../../../domain/kinds/upgrades.ts';
import { findFault } from '../../base/plain-text.ts';

/**
 * Checks that a value is a record of a collection, in the shape of today or of an earlier version of the app, and that every text in it
 * can be kept as it is. Answers the record in the shape of today; on failure names the offending field (empty for the record as a whole).
 */
export type RecordValidator = (
  collection: CollectionName,
  value: unknown,
) => Result<RegisterRecord, RecordFault>;

/** What is wrong with a value that is no record. */
export interface RecordFault {
  readonly path: string;
  /** The version of the protocol in which the shape of its kind changed last, where it has. */
  readonly changedIn?: number;
}

let compiled: RecordValidator | undefined;

/** The validator of this process: the schemas of all record kinds are compiled once. */
export function recordValidator(): RecordValidator {
  compiled ??= createRecordValidator();
  return compiled;
}

/** A validator that knows these upgrades. */
export function createRecordValidator(known: Upgrades = upgrades): RecordValidator {
  const ajv = new Ajv({ strict: true, allErrors: false, removeAdditional: false, coerceTypes: false });
  const isDay = createDayCheck();
  // Patterns let through days and instants that no calendar has; the rules must never be given one.
  const hasBrand = (brand: string, value: string) => {
    if (brand === 'LocalDate') return isDay(value);
    return brand !== 'Instant' || !Number.isNaN(Date.parse(value));
  };
  ajv.addKeyword({ keyword: 'brand', type: 'string', schemaType: 'string', validate: hasBrand });
  const validators = new Map<string, ValidateFunction>();
  for (const name of COLLECTION_NAMES) {
    for (const [kind, schema] of Object.entries(collections[name].kinds))
      validators.set(`${name}/${kind}`, ajv.compile(schema));
  }
  return (collection, given) => {
    const value = upgraded(given, known);
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    const validate = typeof kind === 'string' ? validators.get(`${collection}/${kind}`) : undefined;
    if (!validate) return fail({ path: 'kind' });
    if (!validate(value)) {
      const path = faultPath(validate.errors?.[0]);
      const changed = changedIn(kind, known);
      return fail(changed === undefined ? { path } : { path, changedIn: changed });
    }
    const fault = findFault(value);
    if (fault) return fail({ path: fault.path });
    // The validator of the record's kind has said that it is one.
    return ok(value as RegisterRecord);
  };
}

/** Whether a text is a day of the calendar; a school year has few, so those met before are remembered. */
function createDayCheck(): (value: string) => boolean {
  const days = new Set<string>();
  return (value) => {
    if (days.has(value)) return true;
    if (parseLocalDate(value) === undefined) return false;
    if (days.size < 2000) days.add(value);
    return true;
  };
}

function faultPath(error: ErrorObject | undefined): string {
  const path = (error?.instancePath ?? '').slice(1).replaceAll('/', '.');
  const member: unknown = error?.params['missingProperty'];
  return typeof member === 'string' ? [path, member].filter(Boolean).join('.') : path;
}
