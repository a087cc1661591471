import { finalize, tap, type MonoTypeOperatorFunction } from 'rxjs';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';

/** What records are looked for by: fields that are indexed, with one value or a span of values; or some identifiers. */
export type Criteria = Readonly<
  Record<string, string | { readonly from: string; readonly to: string } | readonly string[]>
>;

interface LiveQuery {
  readonly collection: CollectionName;
  readonly criteria: Criteria;
}

/** The latest answers of the queries that a page is using. */
export interface LiveQueries {
  /** Remembers the answers of a query as long as somebody is subscribed to it. */
  follow(collection: CollectionName, criteria: Criteria): MonoTypeOperatorFunction<readonly RegisterRecord[]>;
  /**
   * What a query in use says of a record whose members are known; without a record where it says that there is none, undefined where
   * no query in use would have it.
   */
  recall(
    collection: CollectionName,
    wanted: { readonly id: string; readonly members?: Readonly<Record<string, string>> },
  ): { readonly record?: RegisterRecord } | undefined;
}

/** Knows which queries are in use, and what they said last. */
export function createLiveQueries(): LiveQueries {
  /** Each query with its latest answer; one that has not answered yet is not there. */
  const queries = new Map<LiveQuery, readonly RegisterRecord[]>();
  return {
    follow: (collection, criteria) => (source) => {
      const query: LiveQuery = { collection, criteria };
      return source.pipe(
        tap((records) => {
          queries.set(query, records);
        }),
        finalize(() => queries.delete(query)),
      );
    },

    recall(collection, { id, members }) {
      for (const [query, records] of queries) {
        const record = query.collection === collection ? records.find((each) => each.id === id) : undefined;
        if (record) return { record };
      }
      if (!members) return undefined;
      const covers = [...queries.keys()].some(
        (query) => query.collection === collection && fits({ ...members, id }, query.criteria),
      );
      return covers ? {} : undefined;
    },
  };
}

/** Whether a record, or what is known of it, is what somebody looks for. */
export function fits(record: object, criteria: Criteria): boolean {
  const members: Readonly<Record<string, unknown>> = { ...record };
  return Object.entries(criteria).every(([field, wanted]) => {
    const value = String(members[field]);
    if (typeof wanted === 'string') return value === wanted;
    return 'from' in wanted ? value >= wanted.from && value <= wanted.to : wanted.includes(value);
  });
}

type Condition = { $eq: string } | { $gte: string; $lte: string } | { $in: string[] };

/** What RxDB looks for by criteria; some identifiers alone are fetched by their keys. */
export function toSelector(criteria: Criteria): Record<string, Condition> {
  return Object.fromEntries(
    Object.entries(criteria).map(([field, value]): [string, Condition] => {
      if (typeof value === 'string') return [field, { $eq: value }];
      return [field, 'from' in value ? { $gte: value.from, $lte: value.to } : { $in: [...value] }];
    }),
  );
}
