import type { HeldEntry } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { ClassId, EntryId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';

/** A person on a device. */
export interface DeviceOf {
  readonly person: PersonId;
  readonly deviceId: string;
}

/** What is known of a person's device; times in milliseconds since 1970, null for what has not been yet. */
export interface DeviceMoment extends DeviceOf {
  /** The first sign-in of this person on this device. */
  readonly since: number;
  /** When it last had nothing to deliver any more. */
  readonly deliveredAt: number | null;
  /** Two of the times at which it was on line, half a day apart or more. */
  readonly earlierContactAt: number | null;
  readonly contactAt: number | null;
  /** Since when it is sending again what a store put back from a copy had lost. */
  readonly returningSince: number | null;
}

/** An entry that was refused, and the moment of its device (milliseconds since 1970) when it came first. */
export interface RefusedEntry {
  readonly person: PersonId;
  readonly entry: string;
  /** Digest of what it said: another content under the same name is another entry. */
  readonly digest: string;
  readonly moment: number;
}

/** A device that came to a store put back from an older copy. */
export interface StoreReturn extends DeviceOf {
  /** The device as the history names it. */
  readonly device: string;
  readonly noticedAt: number;
  /** When the device had sent everything again; null while it has not. */
  readonly endedAt: number | null;
  /** Entries that it sent again and the store lacked. */
  readonly cameBack: number;
}

/** Where an entry was that a device holds and the store lacks; without its content. */
export interface HeldElsewhere {
  readonly entry: EntryId;
  readonly reporter: PersonId;
  /** The reporter's device as the history names it. */
  readonly device: string;
  readonly kind: HeldEntry['kind'];
  readonly id: string;
  readonly author: PersonId;
  readonly class: ClassId;
  readonly day: LocalDate;
  readonly recordedAt: Instant;
  readonly reportedAt: number;
  /** Which clerk has looked at it and when, milliseconds since 1970; absent while nobody has. */
  readonly seen?: { readonly at: number; readonly by: string };
}

/** A place as the office's list shows it: all that was reported of it until a time, by whichever devices. */
export interface ShownPlace extends Pick<HeldElsewhere, 'entry' | 'author' | 'kind' | 'id'> {
  readonly until: number;
}

/** The last link of a school's history: its number and its hash. */
export interface Link {
  readonly number: number;
  readonly hash: string;
}

/** Reads of a school about its devices, within one snapshot. */
export interface DeviceReader {
  /** The last link of the school's history; number 0 before the first. */
  lastLink(): Promise<Link>;
  /** The hash of a link of the school's history; undefined when it has none of this number. */
  linkHash(number: number): Promise<string | undefined>;
  deviceMoment(device: DeviceOf): Promise<DeviceMoment | undefined>;
  /** The first sign-in of a person on a device among the sessions that are known, milliseconds since 1970. */
  firstSignIn(device: DeviceOf): Promise<number | undefined>;
  refusedEntry(person: PersonId, entry: string): Promise<RefusedEntry | undefined>;
  /** Newest first. */
  storeReturns(limit: number): Promise<readonly StoreReturn[]>;
  /** When this device last came to a store put back, as far as this store knows, milliseconds since 1970. */
  lastReturn(device: DeviceOf): Promise<number | undefined>;
  /**
   * Places whose entry has not arrived and which no clerk has looked at. The first of each reporter come before the second of any: whoever reports many pushes nobody
   * else's off the end.
   */
  heldElsewhere(limit: number): Promise<readonly HeldElsewhere[]>;
  /** Places that a clerk has looked at, the latest first. */
  heldLookedAt(limit: number): Promise<readonly HeldElsewhere[]>;
  /** Which of the entries are in the history. */
  knownEntries(entries: readonly EntryId[]): Promise<ReadonlySet<EntryId>>;
  /** Who has written versions of a record, and when each of them wrote the latest. */
  authorsOf(collection: CollectionName, id: string): Promise<ReadonlyMap<PersonId, Instant>>;
  /** How many places a person has reported that no clerk has looked at. */
  heldBy(reporter: PersonId): Promise<number>;
}

/** Writes of a school about its devices. */
export interface DeviceWriter {
  saveDeviceMoment(moment: DeviceMoment): Promise<void>;
  /** Notes a refused entry, and forgets all but the newest of the person. */
  saveRefusedEntry(refused: RefusedEntry, keep: number): Promise<void>;
  saveStoreReturn(back: StoreReturn): Promise<void>;
  /** Notes a place; one that is known is left as it is. */
  saveHeldElsewhere(held: HeldElsewhere): Promise<void>;
  /** Notes who has looked at a place, and answers where it was; nothing where nobody had still to. What is reported of it later is not meant. */
  lookAtHeld(
    place: ShownPlace,
    seen: NonNullable<HeldElsewhere['seen']>,
  ): Promise<Pick<HeldElsewhere, 'class' | 'day'> | undefined>;
}
