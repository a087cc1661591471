import type { RxJsonSchema } from 'rxdb/plugins/core';
import type { JsonSchema } from '../../../domain/base/schema.ts';
import { collections, type CollectionRecords } from '../../../domain/kinds/collections.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';

const LONGEST_ID = 200;
const LONGEST_TEXT = 120;

/** Every record of a collection, as RxDB sees it: with a string for its key. */
export type StoredRecord<C extends CollectionName> = CollectionRecords[C];

/**
 * The RxDB schema of a collection, from the domain's registry: identifier and indexed fields. RxDB takes from a schema what it must know
 * to search; validation is the domain's and the server's task. What is not listed cannot clash with RxDB's own names for members of a
 * document (every document of RxDB has a `collection`; a conflict notice names its own `recordCollection`).
 */
export function collectionSchema<C extends CollectionName>(name: C): RxJsonSchema<StoredRecord<C>> {
  const { kinds, indexes, version } = collections[name];
  const properties: Record<string, JsonSchema> = {};
  for (const field of new Set(indexes.flat()))
    for (const kind of Object.values<JsonSchema>(kinds))
      properties[field] = { maxLength: LONGEST_TEXT, ...kind.properties?.[field] };
  const schema = {
    // A change of the domain's version changes the schema, and with it the local store is built anew; nothing is migrated in place.
    title: `${name} ${version}`,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      ...properties,
      id: { type: 'string', maxLength: LONGEST_ID },
      // Each kind has its own constant: an index needs one string type for all of them.
      ...('kind' in properties ? { kind: { type: 'string', maxLength: LONGEST_TEXT } } : {}),
    },
    required: ['id', ...Object.keys(properties)],
    indexes,
  };
  // RxDB's type describes a record property by property; this one is written for all of them.
  return schema as unknown as RxJsonSchema<StoredRecord<C>>;
}
