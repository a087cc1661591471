import type { PersonId } from '../../domain/base/ids.ts';
import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { personalDataId, type PersonalData } from '../../domain/kinds/personal-data/record.ts';
import { providerJourney } from './sign-in/provider-journey.ts';
import type { HeldElsewhere } from '../storage/contract/devices.ts';
import { createOpenIdConnect } from '../identity/providers/openid-connect.ts';
import { startTestIssuer, type TestIssuer } from './sign-in/test-issuer.ts';
import { envelope, SCHOOL } from './test-school.ts';
import type { TestServer } from './test-server.ts';
import { startVisitors, type Visitors } from './visitor.ts';

/** SPID's word for more than a password. */
export const STRONG = 'https://www.spid.gov.it/SpidL2';

/** Writes what the office has on record of somebody. */
export async function writeData(
  { roster }: Pick<TestServer, 'roster'>,
  person: PersonId,
  changes: Partial<PersonalData>,
  school = SCHOOL,
): Promise<void> {
  const id = personalDataId(person);
  const data = { kind: 'personalData', person, emails: [], phones: [], children: [], ...changes } as const;
  await roster.write(school, [{ ...envelope(id, school), ...data }]);
}

/** Takes what stands on record of somebody as confirmed. */
export async function settle(
  { storage }: Pick<TestServer, 'storage'>,
  person: PersonId,
  school = SCHOOL,
): Promise<void> {
  await storage.accounts.transaction((transaction) => transaction.removeRecordChange(school, person));
}

/** Notes what devices have reported of a store put back. */
export async function reportHeld(
  { storage }: Pick<TestServer, 'storage'>,
  places: readonly HeldElsewhere[],
): Promise<void> {
  await storage.transaction(SCHOOL, async (transaction) => {
    for (const place of places) await transaction.saveHeldElsewhere(place);
  });
}

/** What the server answers to somebody whom the provider knows by a fiscal code; nothing where it offers no account. */
export async function vouchedFor(
  { app }: Pick<TestServer, 'app'>,
  issuer: TestIssuer,
  fiscalCode: string,
): Promise<SignInAnswer> {
  issuer.person = { fiscal_number: `TINIT-${fiscalCode}`, acr: STRONG };
  const journey = providerJourney(app, issuer);
  const { flow, url } = await journey.start();
  const [choice] = (await journey.browse(url)).choices;
  if (choice === undefined) return {};
  return (await journey.finish(flow, await journey.codeFor(choice))).json<SignInAnswer>();
}

/** Families and staff in front of a server with a provider. */
export async function startVouchedVisitors(): Promise<{
  readonly at: Visitors;
  readonly issuer: TestIssuer;
}> {
  const issuer = await startTestIssuer('campanella');
  const settings = { name: 'SPID', issuer: issuer.url, clientId: 'campanella', clientSecret: 'of the tests' };
  return { issuer, at: await startVisitors({ provider: createOpenIdConnect(settings) }) };
}

/** Links an address with a new password, and confirms it. */
export async function confirmAddress(
  at: Visitors,
  name: string,
  [password, next]: readonly [string, string],
  address: string,
): Promise<void> {
  const { accessToken } = await at.enter(name, password);
  const linked = await at.act(accessToken, { kind: 'linkEmail', address, newPassword: next });
  const confirmed = await at.page(await at.link('confirmEmail'), {});
  if (linked.status !== 200 || confirmed.status !== 200) throw new Error(JSON.stringify([linked, confirmed]));
}
