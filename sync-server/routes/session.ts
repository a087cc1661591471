import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  recoveryAnswerSchema,
  recoveryRequestSchema,
  type RecoveryRequest,
} from '../../domain/protocol/account.ts';
import { failureSchema, type Failure } from '../../domain/protocol/failure.ts';
import { endSessionRequestSchema, type EndSessionRequest } from '../../domain/protocol/end-session.ts';
import {
  codeRequestSchema,
  newPasswordRequestSchema,
  refreshRequestSchema,
  sessionTokensSchema,
  signInAnswerSchema,
  signInRequestSchema,
  switchRequestSchema,
  type CodeRequest,
  type NewPasswordRequest,
  type RefreshRequest,
  type SignInRequest,
  type SwitchRequest,
} from '../../domain/protocol/session.ts';
import type { JsonSchema } from '../../domain/base/schema.ts';
import type { Result } from '../../domain/base/result.ts';
import { countedAddress } from '../http/client-address.ts';
import { valueOrFail } from '../http-failures.ts';
import type { Refresh, SignOut } from '../services/session/refresh.ts';
import type { SignIn } from '../services/session/sign-in.ts';
import type { SignInSteps } from '../services/session/sign-in-steps.ts';
import type { SwitchAccount } from '../services/session/switch-account.ts';
import type { Recover } from '../services/recovery/recovery.ts';

/** What the session routes call. */
export interface SessionServices {
  readonly signIn: SignIn;
  readonly steps: SignInSteps;
  readonly switchAccount: SwitchAccount;
  readonly refresh: Refresh;
  readonly signOut: SignOut;
  readonly recover: Recover;
}

const BODY_LIMIT = 8192;

/** `POST /session/…` of who is not signed in yet, or no more: for the desktop's main process alone. */
export function sessionRoutes(app: FastifyInstance, services: SessionServices): void {
  const { signIn, steps, switchAccount, refresh, signOut, recover } = services;

  /** A route that answers a value or a failure, neither of which anything on the way may keep. */
  function post<B>(
    name: string,
    [body, answer]: readonly [JsonSchema, JsonSchema],
    work: (request: FastifyRequest<{ Body: B }>) => Promise<Result<unknown, Failure>>,
  ): void {
    app.route<{ Body: B }>({
      method: 'POST',
      url: `/session/${name}`,
      bodyLimit: BODY_LIMIT,
      schema: { body, response: { 200: answer, default: failureSchema } },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return valueOrFail(await work(request));
      },
    });
  }

  post<SignInRequest>('sign-in', [signInRequestSchema, signInAnswerSchema], (request) =>
    signIn(request.body, countedAddress(request)),
  );
  post<CodeRequest>('second-factor', [codeRequestSchema, signInAnswerSchema], (request) =>
    steps.secondFactor(request.body, countedAddress(request)),
  );
  post<NewPasswordRequest>('new-password', [newPasswordRequestSchema, signInAnswerSchema], ({ body }) =>
    steps.newPassword(body),
  );
  post<CodeRequest>('confirm-second-factor', [codeRequestSchema, signInAnswerSchema], (request) =>
    steps.confirmSecondFactor(request.body, countedAddress(request)),
  );
  post<SwitchRequest>('switch', [switchRequestSchema, sessionTokensSchema], ({ body }) =>
    switchAccount(body),
  );
  post<RefreshRequest>('refresh', [refreshRequestSchema, sessionTokensSchema], ({ body }) =>
    refresh(body.refreshToken),
  );
  post<RecoveryRequest>('recover', [recoveryRequestSchema, recoveryAnswerSchema], (request) =>
    recover(request.body, countedAddress(request)),
  );
  app.route<{ Body: EndSessionRequest }>({
    method: 'POST',
    url: '/session/sign-out',
    bodyLimit: BODY_LIMIT,
    schema: { body: endSessionRequestSchema, response: { 204: { type: 'null' }, default: failureSchema } },
    handler: async (request, reply) => {
      await signOut(request.body);
      return await reply.code(204).send();
    },
  });
}
