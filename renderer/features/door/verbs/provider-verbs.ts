import type { Result } from '../../../../domain/base/result.ts';
import type { SignInFailure } from '../../../../domain/protocol/bridge/act-failures.ts';
import type { SignInProgress } from '../../../../domain/protocol/bridge/session-state.ts';
import type { ProviderRequest, SignInWays } from '../../../../domain/protocol/endpoints/session/session.ts';

/** Whether the system's browser has opened the page. */
type Opened = Promise<Result<{ readonly opened: boolean }, SignInFailure>>;

/** Signing in, or consenting, by a provider of digital identities: a browser beside the app, and a code from it (docs/adr/0010). */
export interface ProviderVerbs {
  readonly ways: (school: string) => Promise<Result<SignInWays, SignInFailure>>;
  readonly start: (request: ProviderRequest) => Opened;
  readonly reopen: () => Opened;
  readonly finish: (code: string) => Promise<Result<SignInProgress, SignInFailure>>;
  readonly cancel: () => void;
}
