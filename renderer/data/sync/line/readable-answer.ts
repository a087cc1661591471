import type { EntryId, Instant } from '../../../../domain/base/ids.ts';
import type {
  PullPage,
  PushOutcome,
  SyncAnswer,
} from '../../../../domain/protocol/endpoints/register/sync.ts';

type Members = Readonly<Record<string, unknown>>;

const OUTCOMES: readonly unknown[] = ['stored', 'unchanged', 'merged', 'refused'];

/**
 * The answer in the body of a response; undefined when it is none, for the pages of a guest network answer 200 too. An outcome or a page
 * of another shape is left out and counts as not given; documents are looked at one by one later.
 */
export function readAnswer(body: unknown): SyncAnswer | undefined {
  if (!isObject(body)) return undefined;
  const { protocol, serverTime, updateRequired, push, pull, seen, restored, missing } = body;
  if (typeof serverTime !== 'string' || !isObject(push) || !isObject(pull)) return undefined;
  const outcomes = Object.entries(push).map(
    ([collection, list]) => [collection, Array.isArray(list) ? list.filter(isOutcome) : []] as const,
  );
  const pages = Object.entries(pull).flatMap(([collection, page]) =>
    isPage(page) ? [[collection, page] as const] : [],
  );
  return {
    protocol: typeof protocol === 'number' ? protocol : 0,
    serverTime: serverTime as Instant,
    updateRequired: updateRequired === true,
    push: Object.fromEntries(outcomes),
    pull: Object.fromEntries(pages),
    ...(typeof seen === 'string' ? { seen } : {}),
    ...(restored === true ? { restored } : {}),
    ...(Array.isArray(missing) ? { missing: missing.filter(isText) as EntryId[] } : {}),
  };
}

function isOutcome(value: unknown): value is PushOutcome {
  if (!isObject(value)) return false;
  const { id, entry, outcome, master, refusal } = value;
  const isNamed = typeof id === 'string' && typeof entry === 'string' && OUTCOMES.includes(outcome);
  return isNamed && [master, refusal].every((member) => member === undefined || isObject(member));
}

function isPage(value: unknown): value is PullPage {
  if (!isObject(value)) return false;
  const { documents, checkpoint, more, revoked } = value;
  return (
    Array.isArray(documents) &&
    isObject(checkpoint) &&
    Object.values(checkpoint).every(Number.isSafeInteger) &&
    typeof more === 'boolean' &&
    Array.isArray(revoked)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
