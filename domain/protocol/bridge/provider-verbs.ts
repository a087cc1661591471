import type { Result } from '../../base/result.ts';
import type { SignInFailure } from './act-failures.ts';
import type { SignInProgress } from './session-state.ts';
import type { ProviderRequest, SignInWays } from '../endpoints/session/session.ts';

/** What the page can ask about a journey to a provider of digital identities. */
export interface ProviderVerbs {
  /** How people sign in at a school beside the password, where that can be asked. */
  signInWays(request: { readonly school: string }): Result<SignInWays, SignInFailure>;
  /** Opens the system's browser for a journey to a provider; secret and address stay in the main process (docs/adr/0010). */
  startProvider(request: ProviderRequest): Result<{ readonly opened: boolean }, SignInFailure>;
  reopenProvider(): Result<{ readonly opened: boolean }, SignInFailure>;
  /** The code that the browser has shown, as typed; `cancelStep` gives it up. */
  finishProvider(request: { readonly code: string }): Result<SignInProgress, SignInFailure>;
}

/** Their names; the compiler demands each. */
export const PROVIDER_VERBS: Readonly<Record<keyof ProviderVerbs, true>> = {
  signInWays: true,
  startProvider: true,
  reopenProvider: true,
  finishProvider: true,
};
