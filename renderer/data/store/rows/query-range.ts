import {
  getSortComparator,
  type PreparedQuery,
  type RxDocumentData,
  type RxQueryPlan,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { getKeyRangeByQueryPlan } from 'rxdb/plugins/storage-dexie';

/** What a query reads of its index. */
interface IndexRange {
  readonly range: IDBKeyRange;
  /** Whether all that lies in the range fits the query. */
  readonly fits: boolean;
}

/** Below and above every value, as RxDB's plans write it. */
const LEAST = Number.MIN_SAFE_INTEGER;
const GREATEST = String.fromCodePoint(0xff_ff);

/**
 * The part of an index that holds what a query asks for; undefined for an empty one. Rows are named by a code of their identifier: where
 * the query bounds the identifier itself, the range goes as far as the fields before it.
 */
export function rangeOf(
  booleanIndexes: readonly string[],
  plan: RxQueryPlan,
  primaryPath: string,
): IndexRange | undefined {
  const at = plan.index.indexOf(primaryPath);
  const isBounded = at !== -1 && (!isOpen(plan.startKeys[at]) || !isOpen(plan.endKeys[at]));
  const asked = isBounded
    ? {
        ...plan,
        startKeys: plan.startKeys.map((key, index) => (index < at ? key : LEAST)),
        endKeys: plan.endKeys.map((key, index) => (index < at ? key : GREATEST)),
        inclusiveStart: true,
        inclusiveEnd: true,
      }
    : plan;
  try {
    const range: unknown = getKeyRangeByQueryPlan([...booleanIndexes], asked, IDBKeyRange);
    return { range: range as IDBKeyRange, fits: plan.selectorSatisfiedByIndex && !isBounded };
  } catch (error) {
    // An empty range (lower bound above the upper one) is a query without results, not a fault.
    if (error instanceof Error && error.name === 'DataError') return undefined;
    throw error;
  }
}

/** Puts documents into the order that a query asks for: that of an index is by the codes of identifiers. */
export function sortFor<T>(
  documents: RxDocumentData<T>[],
  schema: Readonly<RxJsonSchema<RxDocumentData<T>>>,
  { query, primaryPath }: { readonly query: PreparedQuery<T>['query']; readonly primaryPath: string },
): RxDocumentData<T>[] {
  const [first, ...others] = query.sort;
  if (others.length > 0 || first === undefined || Object.entries(first).join() !== `${primaryPath},asc`)
    return documents.sort(getSortComparator(schema, query));
  // The usual order, by identifier alone, without RxDB's comparison of paths.
  const idOf = (document: object) => String((document as Readonly<Record<string, unknown>>)[primaryPath]);
  return documents.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function isOpen(bound: unknown): boolean {
  return bound === LEAST || bound === GREATEST;
}
