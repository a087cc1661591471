import type { RxJsonSchema } from 'rxdb/plugins/core';
import type { JsonSchema } from '../../../domain/base/schema.ts';
import {
  collections,
  type CollectionName,
  type CollectionRecords,
} from '../../../domain/records/collections.ts';

/** Every record of a collection, as RxDB sees it: with a string for its key. */
export type StoredRecord<C extends CollectionName> = CollectionRecords[C];

/**
 * The RxDB schema of a collection, from the domain's registry: the properties of all its kinds together. Only what is indexed is
 * required; validation is the server's and the domain's task, RxDB takes from the schema what it must know to search.
 */
export function collectionSchema<C extends CollectionName>(name: C): RxJsonSchema<StoredRecord<C>> {
  const { kinds, indexes, version } = collections[name];
  const properties: Record<string, JsonSchema> = {};
  for (const kind of Object.values<JsonSchema>(kinds)) Object.assign(properties, kind.properties);
  const schema = {
    // A change of the domain's version changes the schema, and with it the local store is built anew; nothing is migrated in place.
    title: `${name} ${version}`,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      ...properties,
      id: { type: 'string', maxLength: 200 },
      // Each kind has its own constant: an index needs one string type for all of them.
      kind: { type: 'string', maxLength: 40 },
    },
    required: ['id', ...new Set(indexes.flat())],
    indexes,
  };
  // The registry is written in plain JSON Schema, which is what RxDB's type describes property by property.
  return schema as unknown as RxJsonSchema<StoredRecord<C>>;
}
