import { CompactSign } from 'jose';
import { toInstant, type Instant } from '../../domain/base/ids.ts';
import { LARGEST_SCHOOL_LIST, SCHOOL_LIST_TYPE, type SchoolList } from '../../domain/protocol/school-list.ts';
import { Stop } from '../system/step.ts';
import type { SigningKey } from './key-pair.ts';
import { readSignedList } from './read-signed-list.ts';

/** The most days for which a list may be good: an entry is only taken back by a newer list, which a device may not see. */
export const LONGEST_LIFE = 1000;
const DAY = 86_400_000;

/** What is to be signed, and for how long it is good. */
export interface ListDraft {
  readonly schools: SchoolList['schools'];
  readonly issuedAt: number;
  readonly days: number;
}

/** From when on a list is not used any more. */
export function endOf({ issuedAt, days }: Pick<ListDraft, 'issuedAt' | 'days'>): Instant {
  return toInstant(issuedAt + days * DAY);
}

/** Signs a list of schools: a compact JWS that the installers with this key's public half take. */
export async function signList(key: SigningKey, { schools, issuedAt, days }: ListDraft): Promise<string> {
  const list: SchoolList = {
    version: 1,
    issuedAt: toInstant(issuedAt),
    expiresAt: endOf({ issuedAt, days }),
    schools,
  };
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(list)))
    .setProtectedHeader({ alg: 'EdDSA', typ: SCHOOL_LIST_TYPE })
    .sign(key.privateKey);
  if (jws.length > LARGEST_SCHOOL_LIST)
    throw new Stop(
      `The signed list has ${jws.length} bytes; devices take ${LARGEST_SCHOOL_LIST}. Nothing was written.`,
    );
  // Read once more as a device would: a list that is refused everywhere must not leave this computer.
  const read = await readSignedList(jws, key.publicKey);
  if (!read.ok) throw new Error(`the list that was signed cannot be read: ${read.failure}`);
  return jws;
}
