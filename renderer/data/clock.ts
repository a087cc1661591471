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

/** The time by the server's clock: the device's own, corrected by the last known difference, with or without a network. */
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
  const remembered = Number(memory.get(name));
  let offset = Number.isFinite(remembered) ? remembered : 0;
  const now = () => deviceTime() + offset;
  return {
    now: () => toInstant(now()),
    newEntry: () => toEntryId(uuidV7(now(), crypto.getRandomValues(new Uint8Array(10)))),
    learn(serverTime, sentAt, answeredAt) {
      const server = instantToMilliseconds(serverTime);
      if (Number.isNaN(server) || answeredAt - sentAt > LONGEST_ROUND_TRIP) return;
      const measured = Math.round(server - (sentAt + answeredAt) / 2);
      if (Math.abs(measured - offset) <= TOLERANCE) return;
      offset = Math.abs(measured) <= TOLERANCE ? 0 : measured;
      memory.set(name, String(offset));
    },
  };
}
