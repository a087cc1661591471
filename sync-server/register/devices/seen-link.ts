import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { deriveKey } from '../../secrets/sealing.ts';
import type { DeviceOf, Link } from '../../storage/contract/devices.ts';

/** What a device says it has seen of the school's history. */
export interface SeenLink extends Link {
  /** The first sign-in of the person on the device, as the server knew it. */
  readonly since: number;
  /** When the device last came to a store put back, as the server knew it; 0 for never. Milliseconds since 1970. */
  readonly returnedAt: number;
  /** Whether this server has told it this person on this device: nobody can have made it up. */
  readonly isOurs: boolean;
}

/** What a seen link tells of the device beside the link of the history. */
export type SeenTimes = Pick<SeenLink, 'since' | 'returnedAt'>;

/** Writes and reads the links of how far a device has seen the school's history. */
export interface SeenLinks {
  write(school: SchoolId, device: DeviceOf, link: Link, times: SeenTimes): string;
  /** Undefined for a text of another shape. */
  read(school: SchoolId, device: DeviceOf, text: string): SeenLink | undefined;
}

const SHAPE = /^(\d{1,10})\.([0-9a-f]{64})\.(\d{1,15})(?:\.(\d{1,15}))?\.([A-Za-z0-9_-]{43})$/;

/**
 * Proofs under the server's key, which lies beside the database and not in it: a store put back from a copy recognises by them what it
 * has told before (docs/adr/0012). They hold a number, a hash and two times, and no name.
 */
export function createSeenLinks(signingKey: Uint8Array, olderKeys: readonly Uint8Array[] = []): SeenLinks {
  const newest = deriveKey(signingKey, 'seen links');
  const keys = [newest, ...olderKeys.map((key) => deriveKey(key, 'seen links'))];
  const mac = (key: Uint8Array, school: SchoolId, { person, deviceId }: DeviceOf, text: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([school, person, deviceId, text]))
      .digest();
  return {
    write(school, device, { number, hash }, { since, returnedAt }) {
      const text = `${number}.${hash}.${since}${returnedAt === 0 ? '' : `.${returnedAt}`}`;
      return `${text}.${mac(newest, school, device, text).toString('base64url')}`;
    },
    read(school, device, text) {
      const parts = SHAPE.exec(text);
      if (!parts) return undefined;
      const [, number = '', hash = '', since = '', returnedAt, given = ''] = parts;
      const bytes = Buffer.from(given, 'base64url');
      // What was written before the server's key was changed is its own too.
      const isOurs = keys.some((key) => {
        const right = mac(key, school, device, text.slice(0, -given.length - 1));
        return bytes.length === right.length && timingSafeEqual(bytes, right);
      });
      return {
        number: Number(number),
        hash,
        since: Number(since),
        returnedAt: Number(returnedAt ?? 0),
        isOurs,
      };
    },
  };
}
