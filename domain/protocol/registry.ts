import type { Endpoint } from './endpoint.ts';
import * as account from './endpoints/account/account-endpoints.ts';
import * as officeAccounts from './endpoints/office-accounts/office-accounts-endpoints.ts';
import * as officeSubstitutions from './endpoints/office-substitutions/office-substitutions-endpoints.ts';
import * as officePapers from './endpoints/office-papers/office-papers-endpoints.ts';
import * as office from './endpoints/office/office-endpoints.ts';
import * as register from './endpoints/register/register-endpoints.ts';
import * as session from './endpoints/session/session-endpoints.ts';

/** Every message between a device and the server, by area and name. A new one is a constant in the file of its area. */
export const endpoints: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  Object.entries({
    session,
    account,
    register,
    officeAccounts,
    office,
    officePapers,
    officeSubstitutions,
  }).flatMap(([area, messages]) =>
    Object.entries<Endpoint>(messages).map(([name, endpoint]) => [`${area}.${name}`, endpoint]),
  ),
);
