import { toPersonId, type PersonId } from '../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { NewVersion, StoredVersion } from '../../storage/contract/storage.ts';

/** The device of what the server writes of its own accord. */
export const SERVER = 'server';
/** An entry that the server has named (RFC 9562, version 8): no device gives such a name. */
const SERVERS_ENTRY = /^[0-9a-f]{8}-[0-9a-f]{4}-8/;

/**
 * A version that the server writes of its own accord.
 *
 * @param from from whose save elsewhere it follows: its record keeps author and time, and the history names who it comes from
 */
export function ownVersion(record: RegisterRecord, from?: PersonId): NewVersion {
  const device = from === undefined ? SERVER : `${SERVER}/${from}`;
  return { collection: kindOf(record).collection, record, device, outcome: 'stored' };
}

/** Whether the server has written it of its own accord. */
export function isOfServer(device: string): boolean {
  return device === SERVER || device.startsWith(`${SERVER}/`);
}

/** A version as far as it says who has written it. */
type Written = Pick<StoredVersion, 'device' | 'entry' | 'outcome'>;

/** Whether a version is one that the server has written of its own accord. What a device calls itself is nobody's word: it names no entry so. */
export function isServersOwn({ device, entry, outcome }: Written): boolean {
  return outcome === 'stored' && SERVERS_ENTRY.test(entry) && isOfServer(device);
}

/** From whose save elsewhere a version follows; undefined for every other version. */
export function followsFrom(version: Written): PersonId | undefined {
  const { device } = version;
  return isServersOwn(version) && device !== SERVER ? toPersonId(device.slice(SERVER.length + 1)) : undefined;
}
