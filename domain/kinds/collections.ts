import type { JsonSchema } from '../base/schema.ts';
import { COLLECTION_NAMES, type CollectionName } from '../record/collection-names.ts';
import { allKinds, type kinds, type RecordKind, type RecordOfKind } from './registry.ts';

/** The records of each collection. */
export type CollectionRecords = {
  readonly [C in CollectionName]: {
    readonly [K in RecordKind]: (typeof kinds)[K]['collection'] extends C ? RecordOfKind<K> : never;
  }[RecordKind];
};

/** What a collection is beside its kinds: the version of its schema in the device's store, and the fields that are indexed there. */
interface CollectionStore {
  readonly version: number;
  /** Fields that every kind of the collection has. */
  readonly indexes: readonly (string | readonly string[])[];
}

const stores: Readonly<Record<CollectionName, CollectionStore>> = {
  settings: { version: 0, indexes: ['kind'] },
  roster: { version: 0, indexes: ['kind'] },
  timetable: { version: 0, indexes: ['kind'] },
  lessons: { version: 1, indexes: ['day', ['class', 'day'], 'kind'] },
  attendance: { version: 1, indexes: ['day', ['class', 'day'], 'kind'] },
  grades: { version: 0, indexes: ['day', ['class', 'subject'], 'kind'] },
  personal: { version: 0, indexes: ['kind'] },
};

/** A collection: its store on the device, the schemas of its kinds by name, and whether devices write it or only read it. */
export interface Collection extends CollectionStore {
  readonly kinds: Readonly<Record<string, JsonSchema>>;
  readonly deviceWrites: boolean;
}

/** The whole data model: per collection what the registry of kinds puts into it. */
export const collections: Readonly<Record<CollectionName, Collection>> = {
  settings: collection('settings'),
  roster: collection('roster'),
  timetable: collection('timetable'),
  lessons: collection('lessons'),
  attendance: collection('attendance'),
  grades: collection('grades'),
  personal: collection('personal'),
};

/** Narrows an unknown string to a collection name. */
export function isCollectionName(name: string): name is CollectionName {
  return COLLECTION_NAMES.some((known) => known === name);
}

function collection(name: CollectionName): Collection {
  const own = allKinds.filter((kind) => kind.collection === name);
  return {
    ...stores[name],
    kinds: Object.fromEntries(own.map(({ kind, schema }) => [kind, schema])),
    deviceWrites: own.some(({ writers }) => writers.includes('device')),
  };
}
