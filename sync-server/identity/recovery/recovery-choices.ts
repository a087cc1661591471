import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RecoveryAnswer } from '../../../domain/protocol/endpoints/account/account.ts';
import { maskWholeAddress } from '../../../domain/people/email-address.ts';
import { deriveKey } from '../../secrets/sealing.ts';

type Choices = RecoveryAnswer['choices'];

/** Names the addresses that are offered for a recovery without telling them. */
export interface RecoveryChoices {
  /** An opaque name of an address, for a quarter of an hour and for who asked under this name alone. */
  nameOf(name: string, address: string): string;
  isChosen(name: string, address: string, choice: string): boolean;
  /** What is offered for a name that nobody has: always the same for the same name, and like what others are offered. */
  inventedFor(name: string): Choices;
}

const LIFETIME_MS = 15 * 60_000;
/** How often a record of the school has no address, one or two, in eighths; one of some sixty has three. */
const ADDRESSES_IN_EIGHTHS = [0, 1, 1, 1, 1, 1, 2, 2] as const;
const THREE_ADDRESSES_BELOW = 4;
/** Where people have their mail. */
const DOMAINS = ['gmail.com', 'gmail.com', 'gmail.com', 'libero.it', 'hotmail.it', 'outlook.it', 'yahoo.it'];
/** One domain in ten is one that hardly anybody has: of it the mask shows a letter and the ending. */
const RARE_DOMAINS_BELOW = 26;
const RARE_LETTERS = 'abcdefghilmnoprstuvz'.split('');
const RARE_ENDINGS = ['it', 'it', 'it', 'com', 'com', 'net', 'org', 'eu'];
const FIRST_LETTERS = 'aaabccddeeffgglllmmmmnpprrssstv'.split('');

/** Choices that only this server can make, and that it can check without keeping them. */
export function createRecoveryChoices(
  signingKey: Uint8Array,
  now: () => number,
  olderKeys: readonly Uint8Array[] = [],
): RecoveryChoices {
  const key = deriveKey(signingKey, 'recovery choices');
  // The oldest: what is offered for a name must not change at a rotation, which changes nothing for names that exist.
  const inventing = deriveKey(olderKeys.at(-1) ?? signingKey, 'invented addresses');

  const signed = (until: string, name: string, address: string) => {
    const content = JSON.stringify([until, name, address]);
    return `${until}.${createHmac('sha256', key).update(content).digest('base64url')}`;
  };
  const nameOf = (name: string, address: string) => signed((now() + LIFETIME_MS).toString(36), name, address);

  return {
    nameOf,
    isChosen(name, address, choice) {
      const [until = ''] = choice.split('.');
      const isOpen = /^[0-9a-z]{1,12}$/.test(until) && now() <= Number.parseInt(until, 36);
      return isOpen && isEqual(signed(until, name, address), choice);
    },
    inventedFor(name) {
      const bytes = createHmac('sha256', inventing).update(name).digest();
      const count = (bytes[30] ?? 0) < THREE_ADDRESSES_BELOW ? 3 : pick(ADDRESSES_IN_EIGHTHS, bytes[0]);
      const addresses = Array.from({ length: count }, (_, index) => {
        const letter = pick(FIRST_LETTERS, bytes[index + 1]);
        const isRare = (bytes[index + 11] ?? 0) < RARE_DOMAINS_BELOW;
        const rare = `${pick(RARE_LETTERS, bytes[index + 21])}.${pick(RARE_ENDINGS, bytes[index + 24])}`;
        return `${letter}@${isRare ? rare : pick(DOMAINS, bytes[index + 11])}`;
      });
      const offer = (address: string, index: number) => ({
        choice: nameOf(name, `invented ${index}`),
        masked: maskWholeAddress(address),
      });
      return addresses.map(offer);
    },
  };
}

function pick<T>(list: readonly T[], byte = 0): T {
  // The index is below the length.
  return list[byte % list.length] as T;
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
