import { ok } from '../../domain/base/result.ts';
import * as endpoints from '../../domain/protocol/endpoints/session/session-endpoints.ts';
import type { SignInWays } from '../../domain/protocol/endpoints/session/session.ts';
import type { Serve } from '../http/serve.ts';
import type { Recover } from '../identity/recovery/recovery.ts';
import type { Refresh, SignOut } from '../identity/sessions/refresh.ts';
import type { SignIn } from '../identity/sessions/sign-in.ts';
import type { SignInSteps } from '../identity/sessions/sign-in-steps.ts';
import type { SwitchAccount } from '../identity/sessions/switch-account.ts';
import type { ProviderSignIn } from '../identity/providers/provider-sign-in.ts';

/** What the session routes call. */
export interface SessionServices {
  readonly signIn: SignIn;
  readonly steps: SignInSteps;
  readonly switchAccount: SwitchAccount;
  readonly refresh: Refresh;
  readonly signOut: SignOut;
  readonly recover: Recover;
}

/** Of who is not signed in yet, or no more: for the desktop's main process alone. */
export function sessionRoutes(serve: Serve, services: SessionServices, ways: SignInWays): void {
  const { signIn, steps, switchAccount, refresh, signOut, recover } = services;
  serve(endpoints.readSignInWays, async () => ok(ways));
  serve(endpoints.signIn, ({ body, address }) => signIn(body, address));
  serve(endpoints.answerSecondFactor, ({ body, address }) => steps.secondFactor(body, address));
  serve(endpoints.chooseNewPassword, ({ body }) => steps.newPassword(body));
  serve(endpoints.answerEnrolment, ({ body, address }) => steps.confirmSecondFactor(body, address));
  serve(endpoints.switchAccount, ({ body }) => switchAccount(body));
  serve(endpoints.refreshSession, ({ body }) => refresh(body.refreshToken));
  serve(endpoints.recover, ({ body, address }) => recover(body, address));
  serve(endpoints.endSession, async ({ body }) => ok(await signOut(body)));
}

/** Signing in by a provider of identities, where the server has one. */
export function providerSessionRoutes(serve: Serve, provider: ProviderSignIn): void {
  serve(endpoints.startProvider, async ({ body }) => ok(provider.start(body.purpose)));
  serve(endpoints.finishProvider, ({ body, address }) => provider.finish(body, address));
}
