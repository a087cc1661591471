import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { toInstant, toSchoolId } from '../../domain/base/ids.ts';
import { SCHOOL_LIST_TYPE, type SchoolList } from '../../domain/protocol/school-list.ts';

/** Who issues installers and signs their list of schools. */
export interface Issuer {
  readonly publicKey: string;
  /** Signs a list; a test may forge the header or the payload's text. */
  signList(list: unknown, header?: Readonly<Record<string, unknown>>): string;
}

/** Creates an issuer with a key of its own. */
export function createIssuer(): Issuer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
    signList: (list, header = { alg: 'EdDSA', typ: SCHOOL_LIST_TYPE }) => signAs(privateKey, header, list),
  };
}

/** A list with a school at a server; times in milliseconds. */
export function sampleList(
  server: string,
  { issuedAt = 0, expiresAt = 4_000_000_000_000, school = 'CARP0002' } = {},
): SchoolList {
  return {
    version: 1,
    issuedAt: toInstant(issuedAt),
    expiresAt: toInstant(expiresAt),
    schools: [{ school: toSchoolId(school), name: 'Istituto Carpi 2', city: 'Carpi', server }],
  };
}

function signAs(key: KeyObject, header: unknown, payload: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
