import type { Result } from '../../../base/result.ts';
import { startProviderRequestSchema, type SignInWays } from '../../endpoints/session/session.ts';
import type { SignInFailure } from '../act-failures.ts';
import type { SignInProgress } from '../session-state.ts';
import { account, code, request, school } from './verb-values.ts';
import { verb } from './verb.ts';

const { purpose } = startProviderRequestSchema.properties;

/** What the page can ask about a journey to a provider of digital identities. */
export const providerVerbs = {
  /** How people sign in at a school beside the password, where that can be asked. */
  signInWays: verb(request({ school })).answers<Result<SignInWays, SignInFailure>>({ kind: 'internal' }),
  /** Opens the system's browser for a journey to a provider; secret and address stay in the main process (docs/adr/0010). */
  startProvider: verb(request({ school }, { only: request(account), purpose })).answers<
    Result<{ readonly opened: boolean }, SignInFailure>
  >({ kind: 'internal' }),
  reopenProvider: verb().answers<Result<{ readonly opened: boolean }, SignInFailure>>({ kind: 'internal' }),
  /** The code that the browser has shown, as typed; `cancelStep` gives it up. */
  finishProvider: verb(request({ code })).answers<Result<SignInProgress, SignInFailure>>({
    kind: 'internal',
  }),
};
