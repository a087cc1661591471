import {
  fillWithDefaultSettings,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core';
import type { Checkpoint } from '../../../domain/protocol/endpoints/register/sync.ts';

/** How far each collection has been read from the server. It lies in the store itself, and is lost with it. */
export interface ReadingMarks {
  of(collection: string): Checkpoint | undefined;
  /** Set once the records that it speaks of are on the disk. */
  set(collection: string, checkpoint: Checkpoint): Promise<void>;
  close(): Promise<void>;
}

interface Mark {
  readonly id: string;
  readonly buckets: Checkpoint;
}

/** The name under which they lie, beside the collections and none of them. */
export const READING_MARKS = 'reading-marks';

const schema: RxJsonSchema<Mark> = {
  title: 'reading marks',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, buckets: { type: 'object' } },
  required: ['id', 'buckets'],
};

/** Opens the marks of a database. */
export async function openReadingMarks(
  storage: RxStorage<unknown, unknown>,
  database: { readonly name: string; readonly token: string },
  names: readonly string[],
): Promise<ReadingMarks> {
  const instance = await storage.createStorageInstance<Mark>({
    databaseInstanceToken: database.token,
    databaseName: database.name,
    collectionName: READING_MARKS,
    schema: fillWithDefaultSettings(schema),
    options: {},
    multiInstance: false,
    devMode: false,
  });
  const marks = new Map<string, RxDocumentData<Mark>>();
  for (const mark of await instance.findDocumentsById([...names], false)) marks.set(mark.id, mark);
  let revision = Date.now();
  return {
    of: (collection) => marks.get(collection)?.buckets,
    async set(collection, buckets) {
      const previous = marks.get(collection);
      if (previous && JSON.stringify(previous.buckets) === JSON.stringify(buckets)) return;
      revision += 1;
      const document: RxDocumentData<Mark> = {
        id: collection,
        buckets,
        _deleted: false,
        _attachments: {},
        _rev: `${revision}-${database.token}`,
        _meta: { lwt: Date.now() },
      };
      const { error } = await instance.bulkWrite(
        [previous ? { previous, document } : { document }],
        READING_MARKS,
      );
      if (error.length === 0) marks.set(collection, document);
    },
    close: () => instance.close(),
  };
}
