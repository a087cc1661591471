import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import {
  refreshRequestSchema,
  sessionTokensSchema,
  signInRequestSchema,
  type RefreshRequest,
  type SignInRequest,
} from '../../domain/protocol/session.ts';
import { valueOrFail } from '../http-failures.ts';
import type { Refresh, SignOut } from '../services/session/refresh.ts';
import type { SignIn } from '../services/session/sign-in.ts';

/** What the session routes call. */
export interface SessionServices {
  readonly signIn: SignIn;
  readonly refresh: Refresh;
  readonly signOut: SignOut;
}

const BODY_LIMIT = 8192;

/** `POST /session/sign-in`, `/session/refresh`, `/session/sign-out`: for the desktop's main process alone. */
export function sessionRoutes(app: FastifyInstance, { signIn, refresh, signOut }: SessionServices): void {
  const tokens = { 200: sessionTokensSchema, default: failureSchema };
  app.route<{ Body: SignInRequest }>({
    method: 'POST',
    url: '/session/sign-in',
    bodyLimit: BODY_LIMIT,
    schema: { body: signInRequestSchema, response: tokens },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return valueOrFail(await signIn(request.body, request.ip));
    },
  });
  app.route<{ Body: RefreshRequest }>({
    method: 'POST',
    url: '/session/refresh',
    bodyLimit: BODY_LIMIT,
    schema: { body: refreshRequestSchema, response: tokens },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return valueOrFail(await refresh(request.body.refreshToken));
    },
  });
  app.route<{ Body: RefreshRequest }>({
    method: 'POST',
    url: '/session/sign-out',
    bodyLimit: BODY_LIMIT,
    schema: { body: refreshRequestSchema, response: { 204: { type: 'null' }, default: failureSchema } },
    handler: async (request, reply) => {
      await signOut(request.body.refreshToken);
      return await reply.code(204).send();
    },
  });
}
