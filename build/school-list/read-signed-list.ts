import { Ajv } from 'ajv';
import { compactVerify, errors, importJWK } from 'jose';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import {
  schoolListHeaderSchema,
  schoolListSchema,
  schoolsListedTwice,
  type ListFault,
  type SchoolList,
} from '../../domain/protocol/school-list.ts';

const ajv = new Ajv({ strictSchema: false });
const isHeader = ajv.compile(schoolListHeaderSchema);
const isList = ajv.compile<SchoolList>(schoolListSchema);

/** Reads a signed list with the public key of an installer, by the same rules as the devices (main/directory/signed-list.ts). */
export async function readSignedList(jws: string, publicKey: string): Promise<Result<SchoolList, ListFault>> {
  const text = jws.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return fail('malformed');
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, 'EdDSA');
    const { protectedHeader, payload } = await compactVerify(text, key, { algorithms: ['EdDSA'] });
    if (!isHeader(protectedHeader)) return fail('notSigned');
    const list: unknown = JSON.parse(new TextDecoder().decode(payload));
    return isList(list) && schoolsListedTwice(list.schools).length === 0 ? ok(list) : fail('notAList');
  } catch (error) {
    if (error instanceof SyntaxError) return fail('notAList');
    if (error instanceof errors.JOSEError || error instanceof DOMException) return fail('notSigned');
    throw error;
  }
}
