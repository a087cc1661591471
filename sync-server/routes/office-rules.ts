import type { FastifyInstance } from 'fastify';
import {
  accessRulesAnswerSchema,
  accessRulesSchema,
  type AccessRules,
} from '../../domain/protocol/access-rules.ts';
import { failureSchema } from '../../domain/protocol/failure.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { AccessRuleActs } from '../services/accounts/access-rules.ts';

const URL = '/api/office/accounts/rules';
const BODY_LIMIT = 4096;

/** `GET` and `POST /api/office/accounts/rules`: who needs a second factor, which pupils have accounts, whose password opens nothing. */
export function officeRuleRoutes(
  app: FastifyInstance,
  authentication: Authentication,
  acts: AccessRuleActs,
): void {
  const response = { 200: accessRulesAnswerSchema, default: failureSchema };
  app.route({
    method: 'GET',
    url: URL,
    schema: { response },
    onRequest: authentication.require,
    handler: async (request) => valueOrFail(await acts.read(authentication.signedIn(request))),
  });
  app.route<{ Body: AccessRules }>({
    method: 'POST',
    url: URL,
    bodyLimit: BODY_LIMIT,
    schema: { body: accessRulesSchema, response },
    onRequest: authentication.require,
    handler: async (request) =>
      valueOrFail(await acts.change(authentication.signedIn(request), request.body)),
  });
}
