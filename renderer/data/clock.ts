import {
  instantToMilliseconds,
  toEntryId,
  toInstant,
  type EntryId,
  type Instant,
} from '../../domain/base/ids.ts';
import { uuidV7 } from '../../domain/base/uuid-v7.ts';
import type { DeviceMemory } from './device-memory.ts';

/** Differences below this are the network's latency, not a wrong clock. */
const TOLERANCE = 2_000;
/** An answer that took longer says too little about the time at which it was written. */
const LONGEST_ROUND_TRIP = 10_000;

/** The last server time heard of is written down again after so long. */
const NOTED_EVERY = 300_000;

/**
 * The time by the server's clock: the device's own, corrected by the last known difference, with or without a network. It never lies
 * before the last time that the server has told: with a clock set back since, an entry would claim to be older than it can be. Over a restart that time is
 * remembered to five minutes.
 */
export interface CorrectedClock {
  now(): Instant;
  newEntry(): EntryId;
  /** Takes note of a server time received in an answer to a request sent and answered at these device times. */
  learn(serverTime: Instant, sentAt: number, answeredAt: number): void;
}

/** A clock that remembers its correction under a name. */
export function createClock(
  memory: DeviceMemory,
  name: string,
  deviceTime: () => number = Date.now,
): CorrectedClock {
  const remembered = (of: string) => {
    const kept = Number(memory.get(of));
    return Number.isFinite(kept) ? kept : 0;
  };
  let offset = remembered(name);
  const lastName = `${name}.last`;
  let last = remembered(lastName);
  let noted = last;
  const now = () => Math.max(deviceTime() + offset, last);
  return {
    now: () => toInstant(now()),
    newEntry: () => toEntryId(uuidV7(now(), crypto.getRandomValues(new Uint8Array(10)))),
    learn(serverTime, sentAt, answeredAt) {
      const server = instantToMilliseconds(serverTime);
      if (Number.isNaN(server)) return;
      last = server;
      if (Math.abs(last - noted) >= NOTED_EVERY) {
        noted = last;
        memory.set(lastName, String(last));
      }
      if (answeredAt - sentAt > LONGEST_ROUND_TRIP) return;
      const measured = Math.round(server - (sentAt + answeredAt) / 2);
      // At which moment of the round trip the answer was written, nobody knows.
      const doubt = Math.max(TOLERANCE, (answeredAt - sentAt) / 2);
      if (Math.abs(measured - offset) <= doubt) return;
      offset = Math.abs(measured) <= TOLERANCE ? 0 : measured;
      memory.set(name, String(offset));
    },
  };
}
