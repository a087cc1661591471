import type { SchoolId } from '../../../domain/base/ids.ts';
import type { AccessTokens } from '../tokens/access-token.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { SignInTickets } from '../tokens/sign-in-ticket.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import type { Links } from '../../mail/links.ts';
import type { PostOffice } from '../../mail/post-office.ts';
import type { PasswordPolicy } from '../passwords/password-policy.ts';
import type { SecondFactors } from '../factors/second-factors.ts';
import type { SchoolSnapshots } from '../../school/school-snapshots.ts';
import type { LimitedTries } from '../tries/limited-tries.ts';

/** What the session services work with. */
export interface SessionContext {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly tokens: AccessTokens;
  readonly now: () => number;
  /** Told when a session has ended, so that its live connections are cut. */
  readonly onEnded: (school: SchoolId, session: string) => void;
}

/** What the services work with that prove who somebody is. */
export interface IdentityContext extends SessionContext {
  readonly tickets: SignInTickets;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly secondFactors: SecondFactors;
  readonly tries: LimitedTries;
  readonly links: Links;
  readonly postOffice: PostOffice;
  /** Told which sessions' accounts have changed (portfolio, address), so that their devices ask again (S34). */
  readonly onAccountChanged: (sessions: ReadonlySet<string>) => void;
  /** Whether an identity provider is configured: without one no school can switch its passwords off. */
  readonly hasProvider: boolean;
}
