import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../base/schema.ts';
import { COLLECTION_NAMES, TAKING_ORDER } from '../record/collection-names.ts';
import { collections, isCollectionName } from './collections.ts';
import { envelopeRequired } from '../record/fields.ts';

/** Members of RxDB's document objects: a field of the same name makes the document unreadable on the device. */
const RESERVED =
  'collection deleted primary primaryPath revision get get$ $ populate toJSON update patch modify remove close getLatest'.split(
    ' ',
  );

const kinds = Object.entries(collections).flatMap(([collection, { kinds: schemas, indexes }]) =>
  Object.entries(schemas as Record<string, JsonSchema>).map(([kind, schema]) => ({
    collection,
    kind,
    schema,
    indexes,
  })),
);

describe('the register’s collections', () => {
  it('stay within the seven of which two stores may be open at once, and are listed once', () => {
    // RxDB opens fourteen in a process: those of the year under way, and those of one that is over (ADR 36).
    expect(2 * COLLECTION_NAMES.length).toBeLessThanOrEqual(14);
    expect([...COLLECTION_NAMES].toSorted()).toEqual(Object.keys(collections).toSorted());
    expect([...TAKING_ORDER].toSorted()).toEqual(Object.keys(collections).toSorted());
  });

  it('are told from object members of the same name', () => {
    expect(isCollectionName('lessons')).toBe(true);
    expect(isCollectionName('toString')).toBe(false);
    expect(isCollectionName('__proto__')).toBe(false);
  });

  it.each(kinds)(
    '$collection/$kind is closed, carries the envelope, and names its own kind',
    ({ kind, schema }) => {
      expect(schema.additionalProperties).toBe(false);
      expect(schema.required).toEqual(expect.arrayContaining([...envelopeRequired]));
      expect(schema.properties?.['kind']?.const).toBe(kind);
      expect(Object.keys(schema.properties ?? {})).toEqual(
        expect.arrayContaining([...(schema.required ?? [])]),
      );
    },
  );

  it.each(kinds)('$collection/$kind has no field that RxDB keeps for itself', ({ schema }) => {
    expect(Object.keys(schema.properties ?? {}).filter((name) => RESERVED.includes(name))).toEqual([]);
  });

  it.each(kinds)('$collection/$kind has every indexed field, required and bounded', ({ schema, indexes }) => {
    const unbounded = indexes.flat().filter((name) => {
      const property = schema.properties?.[name];
      return (property?.maxLength ?? property?.const ?? property?.maximum) === undefined;
    });
    expect(unbounded).toEqual([]);
    expect(schema.required).toEqual(expect.arrayContaining(indexes.flat()));
  });
});
