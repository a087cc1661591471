import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import {
  officeRestoredSchema,
  setAsideAnswerSchema,
  setAsideRequestSchema,
  type SetAsideRequest,
} from '../../domain/protocol/office-restored.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { ReadRestored } from '../services/restored/office-restored.ts';
import type { SetAside } from '../services/restored/set-aside.ts';

const URL = '/api/office/restored';
/** Two hundred places, each of at most a few hundred characters. */
const BODY_LIMIT = 131_072;

/** What the office sees and does after the store was put back from a copy. */
export interface RestoredActs {
  readonly read: ReadRestored;
  readonly setAside: SetAside;
}

/** `GET /api/office/restored`: what came back after the store was put back from a copy, and what did not; `POST …/set-aside`: what nobody waits for. */
export function officeRestoredRoutes(
  app: FastifyInstance,
  { require, signedIn }: Authentication,
  { read, setAside }: RestoredActs,
): void {
  app.route({
    method: 'GET',
    url: URL,
    schema: { response: { 200: officeRestoredSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request) => valueOrFail(await read(signedIn(request))),
  });
  app.route<{ Body: SetAsideRequest }>({
    method: 'POST',
    url: `${URL}/set-aside`,
    bodyLimit: BODY_LIMIT,
    schema: { body: setAsideRequestSchema, response: { 200: setAsideAnswerSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request) => valueOrFail(await setAside(signedIn(request), request.body)),
  });
}
