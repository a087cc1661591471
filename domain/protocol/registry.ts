import type { Endpoint } from './endpoint.ts';
import * as account from './endpoints/account.ts';
import * as officeAccounts from './endpoints/office-accounts.ts';
import * as office from './endpoints/office.ts';
import * as register from './endpoints/register.ts';
import * as session from './endpoints/session.ts';

/** Every message between a device and the server, by area and name. A new one is a constant in the file of its area. */
export const endpoints: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  Object.entries({ session, account, register, officeAccounts, office }).flatMap(([area, messages]) =>
    Object.entries<Endpoint>(messages).map(([name, endpoint]) => [`${area}.${name}`, endpoint]),
  ),
);
