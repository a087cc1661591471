import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { createOpenIdConnect } from '../../identity/providers/openid-connect.ts';
import { startTestIssuer, type TestIssuer } from './test-issuer.ts';
import { envelope, schoolRecords, STAFF } from '../test-school.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

/** Anna's, as the provider says it and as the school's record holds it. */
export const FISCAL_CODE = 'RSSNNA80A41F257Q';

/** The test school's server with a provider that recognises Anna, whose record holds her fiscal code as the office has typed it. */
export async function startVouchedSchool(
  typed = FISCAL_CODE,
): Promise<{ readonly issuer: TestIssuer; readonly server: TestServer }> {
  const issuer = await startTestIssuer('campanella');
  issuer.person = { fiscal_number: `TINIT-${FISCAL_CODE}`, acr: 'https://www.spid.gov.it/SpidL2' };
  const settings = { name: 'SPID', issuer: issuer.url, clientId: 'campanella', clientSecret: 'of the tests' };
  const record: PersonalData = {
    ...envelope(personalDataId(STAFF.anna)),
    kind: 'personalData',
    person: STAFF.anna,
    fiscalCode: typed,
    emails: [],
    phones: [],
    children: [],
  };
  const provider = createOpenIdConnect(settings);
  return { issuer, server: await startTestServer([...schoolRecords(), record], { provider }) };
}
