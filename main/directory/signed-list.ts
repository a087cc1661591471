import { createPublicKey, verify } from 'node:crypto';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import {
  schoolListHeaderSchema,
  schoolListSchema,
  schoolsListedTwice,
  type ListFault,
  type SchoolList,
} from '../../domain/protocol/school-list.ts';
import { parseChecked } from '../files/atomic-write.ts';

/** An Ed25519 public key in DER begins like this; its 32 bytes follow. */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PART = /^[A-Za-z0-9_-]+$/;

/** Reads a compact JWS with the list of schools: signed by the key of the installer, and of our kind. */
export function readSignedList(jws: string, publicKey: string): Result<SchoolList, ListFault> {
  const parts = jws.trim().split('.');
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3 || !parts.every((part) => PART.test(part))) return fail('malformed');
  if (parseChecked(fromBase64(header), schoolListHeaderSchema) === undefined) return fail('notSigned');
  if (!isSigned(`${header}.${payload}`, signature, publicKey)) return fail('notSigned');
  const list = parseChecked(fromBase64(payload), schoolListSchema);
  return list === undefined || schoolsListedTwice(list.schools).length > 0 ? fail('notAList') : ok(list);
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const raw = Buffer.from(publicKey, 'base64url');
    if (raw.length !== 32) return false;
    const key = createPublicKey({ key: Buffer.concat([DER_PREFIX, raw]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'ascii'), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function fromBase64(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}
