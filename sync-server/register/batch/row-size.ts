import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

/** A character takes at most six bytes in JSON, as an escape. */
const MOST_BYTES_PER_CHARACTER = 6;

/** Whether a record is larger than one row may be; writes it out only when a quick upper bound leaves it open. */
export function isTooLarge(record: RegisterRecord): boolean {
  if (upperBound(record) <= SYNC_LIMITS.rowBytes) return false;
  return Buffer.byteLength(JSON.stringify(record)) > SYNC_LIMITS.rowBytes;
}

function upperBound(value: unknown): number {
  if (typeof value === 'string') return value.length * MOST_BYTES_PER_CHARACTER + 3;
  if (typeof value !== 'object' || value === null) return 30;
  let bytes = 2;
  for (const name of Object.keys(value))
    bytes += name.length * MOST_BYTES_PER_CHARACTER + 4 + upperBound(Reflect.get(value, name));
  return bytes;
}
