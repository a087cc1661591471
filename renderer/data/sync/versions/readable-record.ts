import type { JsonSchema } from '../../../../domain/base/schema.ts';
import { collections } from '../../../../domain/kinds/collections.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { upgraded } from '../../../../domain/kinds/upgrades.ts';

const LONGEST_ID = 200;

/** What the server gave, as a record in the shape of today; undefined where this version of the app cannot work with it. */
export function readRecord(collection: CollectionName, document: unknown): RegisterRecord | undefined {
  const record = upgraded(document);
  return isReadable(collection, record) ? record : undefined;
}

/** The key of a document, whatever else is in it. */
export function idOf(document: unknown): string {
  const id: unknown = Reflect.get(Object(document), 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** The kind that a document says it is of. */
export function kindIn(document: unknown): string | undefined {
  const kind: unknown = Reflect.get(Object(document), 'kind');
  return typeof kind === 'string' ? kind : undefined;
}

/**
 * Whether a received document is a record that this version of the app can work with: of a kind of its collection, with every required
 * member in its type. More members than known are no fault: the server may be newer.
 */
function isReadable(collection: CollectionName, document: unknown): document is RegisterRecord {
  if (typeof document !== 'object' || document === null) return false;
  const members = document as Readonly<Record<string, unknown>>;
  const { id, kind } = members;
  if (typeof id !== 'string' || id.length === 0 || id.length > LONGEST_ID || typeof kind !== 'string')
    return false;
  const kinds: Readonly<Record<string, JsonSchema>> = collections[collection].kinds;
  const schema = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!schema) return false;
  return (schema.required ?? []).every((name) => fits(schema.properties?.[name], members[name]));
}

function fits(schema: JsonSchema | undefined, value: unknown): boolean {
  switch (schema?.type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value) && value.every((item) => fitsWhole(schema.items, item));
    case 'object':
      return fitsWhole(schema, value);
    default:
      return value !== undefined;
  }
}

function fitsWhole(schema: JsonSchema | undefined, value: unknown): boolean {
  if (schema?.type !== 'object') return fits(schema, value);
  if (typeof value !== 'object' || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return (schema.required ?? []).every((name) => fits(schema.properties?.[name], members[name]));
}
