import { readScope, type Bucket } from '../../../domain/access/bucket.ts';
import { toInstant, type SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../domain/record/collection-names.ts';
import type { ChangeTick } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolReader, Storage } from '../../storage/contract/storage.ts';
import { actorOf, type AccountHolder } from '../../school/actor.ts';
import type { SchoolSnapshots, SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { TouchedBuckets } from '../batch/touched-buckets.ts';

/** One live connection. */
export interface Subscriber extends AccountHolder {
  readonly session: string;
  send(tick: ChangeTick): void;
  /** Cuts the connection: its session has ended, or the server stops. */
  end(): void;
}

/** Tells live connections of commits in buckets that they may read, and of everything when it has changed which those are. */
export interface ChangeHub {
  subscribe(subscriber: Subscriber): () => void;
  publish(school: SchoolId, touched: TouchedBuckets): void;
  /** Tells everybody to pull: somebody else has written to the storage, and it is not known what. */
  publishUnknown(): void;
  /** Tells sessions that whose account it is has changed (S34). */
  publishAccount(sessions: ReadonlySet<string>): void;
  endSession(school: SchoolId, session: string): void;
  /** Cuts the connections whose session or employment has ended meanwhile. */
  recheck(): Promise<void>;
  connections(): number;
  /** Cuts every connection, and those that come from now on; waits for what is being told. */
  close(): Promise<void>;
}

/** What the hub works with. */
export interface ChangeHubContext {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Commits closer together than this travel in one tick; the first one travels at once. */
const COALESCE_MS = 50;

/** A device holds one connection; another may still be ending. Beyond these the oldest one of the session is cut. */
const CONNECTIONS_PER_SESSION = 3;

interface Listener {
  readonly subscriber: Subscriber;
  scope: ReadonlySet<Bucket>;
  basis: { readonly snapshot: SchoolSnapshot; readonly day: string } | undefined;
}

interface Channel {
  readonly listeners: Set<Listener>;
  pending: Map<CollectionName, Set<Bucket>>;
  isUnknownPending: boolean;
  timer: NodeJS.Timeout | undefined;
  lastFlush: number;
}

/** The hub of one process. */
export function createChangeHub({ storage, snapshots, now, onError }: ChangeHubContext): ChangeHub {
  const channels = new Map<SchoolId, Channel>();
  const running = new Set<Promise<void>>();
  let isClosed = false;

  const deliver = (school: SchoolId, channel: Channel) => {
    channel.timer = undefined;
    channel.lastFlush = performance.now();
    const { pending, isUnknownPending } = channel;
    channel.pending = new Map();
    channel.isUnknownPending = false;
    const touched = isUnknownPending ? 'unknown' : pending;
    const told = storage
      .read(school, (reader) => tell(school, channel, reader, touched))
      .catch(onError)
      .finally(() => running.delete(told));
    running.add(told);
  };

  const schedule = (school: SchoolId, channel: Channel) => {
    if (isClosed) return;
    const wait = Math.max(0, channel.lastFlush + COALESCE_MS - performance.now());
    channel.timer ??= setTimeout(deliver, wait, school, channel);
  };

  const tell = async (
    school: SchoolId,
    channel: Channel,
    reader: SchoolReader,
    touched: TouchedBuckets | 'unknown',
  ) => {
    const snapshot = await snapshots.at(school, reader);
    const day = dayOfInstant(toInstant(now()));
    for (const listener of channel.listeners) {
      const { subscriber } = listener;
      let readsAnew = false;
      if (listener.basis?.snapshot !== snapshot || listener.basis.day !== day) {
        const actor = actorOf(snapshot, subscriber, now());
        const scope = new Set(actor ? readScope(actor) : []);
        readsAnew = listener.basis !== undefined && !isSame(scope, listener.scope);
        listener.scope = scope;
        listener.basis = { snapshot, day };
      }
      const session = await reader.session(subscriber.session);
      if (!session || session.endReason !== null || listener.scope.size === 0) {
        channel.listeners.delete(listener);
        subscriber.end();
        continue;
      }
      // Whoever reads more than before fetches what was there already; whoever reads less lets go of it.
      const collections =
        touched === 'unknown' || readsAnew
          ? COLLECTION_NAMES
          : COLLECTION_NAMES.filter((name) => intersects(touched.get(name), listener.scope));
      if (collections.length > 0) subscriber.send({ collections });
    }
  };

  return {
    subscribe(subscriber) {
      // A request that was let in just before the server began to stop.
      if (isClosed) {
        subscriber.end();
        return () => undefined;
      }
      const channel = channels.get(subscriber.school) ?? newChannel();
      channels.set(subscriber.school, channel);
      const own = [...channel.listeners].filter((other) => other.subscriber.session === subscriber.session);
      for (const oldest of own.slice(0, Math.max(0, own.length - CONNECTIONS_PER_SESSION + 1))) {
        channel.listeners.delete(oldest);
        oldest.subscriber.end();
      }
      const listener: Listener = { subscriber, scope: new Set(), basis: undefined };
      channel.listeners.add(listener);
      return () => {
        channel.listeners.delete(listener);
      };
    },
    publish(school, touched) {
      const channel = channels.get(school);
      if (!channel || channel.listeners.size === 0) return;
      for (const [collection, buckets] of touched) {
        const pending = channel.pending.get(collection) ?? new Set();
        channel.pending.set(collection, pending);
        for (const bucket of buckets) pending.add(bucket);
      }
      schedule(school, channel);
    },
    publishUnknown() {
      for (const [school, channel] of channels) {
        channel.isUnknownPending = true;
        schedule(school, channel);
      }
    },
    publishAccount(sessions) {
      for (const channel of channels.values())
        for (const { subscriber } of channel.listeners)
          if (sessions.has(subscriber.session)) subscriber.send({ collections: [], account: true });
    },
    endSession(school, session) {
      const channel = channels.get(school);
      for (const listener of channel?.listeners ?? []) {
        if (listener.subscriber.session !== session) continue;
        channel?.listeners.delete(listener);
        listener.subscriber.end();
      }
    },
    async recheck() {
      for (const [school, channel] of channels)
        await storage.read(school, (reader) => tell(school, channel, reader, new Map()));
    },
    connections: () => channels.values().reduce((sum, channel) => sum + channel.listeners.size, 0),
    async close() {
      isClosed = true;
      for (const channel of channels.values()) {
        clearTimeout(channel.timer);
        for (const { subscriber } of channel.listeners) subscriber.end();
        channel.listeners.clear();
      }
      await Promise.all(running);
    },
  };
}

function newChannel(): Channel {
  return {
    listeners: new Set(),
    pending: new Map(),
    isUnknownPending: false,
    timer: undefined,
    lastFlush: -Infinity,
  };
}

function intersects(touched: ReadonlySet<Bucket> | undefined, scope: ReadonlySet<Bucket>): boolean {
  return touched?.values().some((bucket) => scope.has(bucket)) ?? false;
}

function isSame(scope: ReadonlySet<Bucket>, before: ReadonlySet<Bucket>): boolean {
  return scope.size === before.size && scope.values().every((bucket) => before.has(bucket));
}
