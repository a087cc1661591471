import type { Infer, JsonSchema } from './schema.ts';

/**
 * How closely a value has to fit: `lenient` takes properties that the schema does not name, as a newer server adds them. `reading` takes,
 * of somebody else's answer, whatever has the right types and members: a list is not thrown away because one text in it is longer, or
 * one word newer, than was foreseen.
 */
export type Strictness = 'strict' | 'lenient' | 'reading';

/** Whether a value fits a schema of the subset in `domain/base/schema.ts`; generates no code, so that it runs under any policy. */
export function checkSchema<const S extends JsonSchema>(
  schema: S,
  value: unknown,
  strictness: Strictness = 'strict',
): value is Infer<S> {
  return fits(schema, value, strictness);
}

function fits(schema: JsonSchema, value: unknown, strictness: Strictness): boolean {
  if ('const' in schema && value !== schema.const) return false;
  const isRead = strictness === 'reading' && typeof value === 'string';
  if (!isRead && schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((branch) => fits(branch, value, strictness)))
    return false;
  if (schema.type === undefined) return true;
  switch (schema.type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (strictness === 'reading' || fitsString(schema, value));
    case 'number':
    case 'integer':
      return typeof value === 'number' && (strictness === 'reading' || fitsNumber(schema, value));
    case 'array':
      return Array.isArray(value) && fitsArray(schema, value, strictness);
    case 'object':
      return isPlainObject(value) && fitsObject(schema, value, strictness);
  }
}

function fitsString(schema: JsonSchema, value: string): boolean {
  const { minLength = 0, maxLength = Infinity } = schema;
  // Characters, as the server counts them: one that is written in two units is one. None is written in more.
  const isSurelyLong = value.length >= 2 * minLength;
  if (!isSurelyLong || value.length > maxLength) {
    const characters = Array.from(value).length;
    if (characters < minLength || characters > maxLength) return false;
  }
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value);
}

function fitsNumber(schema: JsonSchema, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  if (schema.minimum !== undefined && value < schema.minimum) return false;
  if (schema.maximum !== undefined && value > schema.maximum) return false;
  return schema.multipleOf === undefined || Number.isInteger(value / schema.multipleOf);
}

function fitsArray(schema: JsonSchema, value: readonly unknown[], strictness: Strictness): boolean {
  const { items } = schema;
  if (strictness !== 'reading' && !fitsLength(schema, value)) return false;
  return items === undefined || value.every((item) => fits(items, item, strictness));
}

function fitsLength(
  { minItems = 0, maxItems = Infinity, uniqueItems }: JsonSchema,
  value: readonly unknown[],
) {
  if (value.length < minItems || value.length > maxItems) return false;
  return uniqueItems !== true || new Set(value.map((item) => JSON.stringify(item))).size === value.length;
}

function fitsObject(
  schema: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  strictness: Strictness,
): boolean {
  if (schema.required?.some((name) => !Object.hasOwn(value, name)) === true) return false;
  const { minProperties = 0, maxProperties = Infinity, properties = {} } = schema;
  const members = Object.keys(value).length;
  if (strictness !== 'reading' && (members < minProperties || members > maxProperties)) return false;
  return Object.entries(value).every(([name, item]) => {
    if (Object.hasOwn(properties, name)) {
      const property = properties[name];
      return property === undefined || fits(property, item, strictness);
    }
    if (typeof schema.additionalProperties === 'object')
      return fits(schema.additionalProperties, item, strictness);
    return schema.additionalProperties !== false || strictness !== 'strict';
  });
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
