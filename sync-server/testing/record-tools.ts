import type { PersonId } from '../../domain/base/ids.ts';
import type { SignInAnswer } from '../../domain/protocol/session.ts';
import { personalDataId, type PersonalData } from '../../domain/records/personal-data.ts';
import { providerJourney } from './provider-journey.ts';
import type { TestIssuer } from './test-issuer.ts';
import { envelope, SCHOOL } from './test-school.ts';
import type { TestServer } from './test-server.ts';

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
