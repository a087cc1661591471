import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import {
  accountEventsSchema,
  actReportSchema,
  blockRequestSchema,
  confirmRecordsRequestSchema,
  issueAnswerSchema,
  issueRequestSchema,
  neverActivatedSchema,
  officeAccountsSchema,
  usernamesRequestSchema,
  type BlockRequest,
  type ConfirmRecordsRequest,
  type IssueRequest,
  type UsernamesRequest,
} from '../../domain/protocol/office-accounts.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { OfficeServices } from '../services/accounts/office-services.ts';
import type { Reissue } from '../services/accounts/reissue.ts';

/** Two hundred usernames and a reason. */
const BODY_LIMIT = 16_384;
/** Acts that hash or write for many: a clerk's clicks are far fewer, a runaway script's are not. */
const costly = { rateLimit: { max: 60, timeWindow: 60_000 } };

const eventsQuery = {
  type: 'object',
  properties: {
    username: { type: 'string', minLength: 1, maxLength: 40 },
    below: { type: 'string', pattern: '^[0-9]{1,15}$' },
  },
  additionalProperties: false,
} as const;

/** `/api/office/accounts`: what office and principal see of the accounts of their school, and do with them. */
export function officeAccountRoutes(
  app: FastifyInstance,
  authentication: Authentication,
  {
    list,
    issue,
    reissue,
    blocks,
    mails,
    confirmAddresses,
    confirmRecords,
    refuseRecords,
    reports,
  }: OfficeServices,
): void {
  const onRequest = authentication.require;
  const report = { 200: actReportSchema, default: failureSchema };
  const url = (act: string) => `/api/office/accounts/${act}`;

  app.route({
    method: 'GET',
    url: '/api/office/accounts',
    schema: { response: { 200: officeAccountsSchema, default: failureSchema } },
    onRequest,
    handler: async (request) => valueOrFail(await list(authentication.signedIn(request))),
  });
  app.route<{ Body: IssueRequest }>({
    method: 'POST',
    url: url('issue'),
    bodyLimit: BODY_LIMIT,
    config: costly,
    schema: {
      body: { ...issueRequestSchema, minProperties: 1, maxProperties: 1 },
      response: { 200: issueAnswerSchema, default: failureSchema },
    },
    onRequest,
    handler: async (request) => valueOrFail(await issue(authentication.signedIn(request), request.body)),
  });
  const onUsernames = (act: string, run: Reissue) => {
    app.route<{ Body: UsernamesRequest }>({
      method: 'POST',
      url: url(act),
      bodyLimit: BODY_LIMIT,
      config: costly,
      schema: { body: usernamesRequestSchema, response: report },
      onRequest,
      handler: async (request) =>
        valueOrFail(await run(authentication.signedIn(request), request.body.usernames)),
    });
  };
  onUsernames('reissue', reissue);
  onUsernames('mail', mails.mail);
  onUsernames('confirm-addresses', confirmAddresses);
  onUsernames('unblock', blocks.unblock);
  for (const [act, run] of [
    ['confirm-record', confirmRecords],
    ['refuse-record', refuseRecords],
  ] as const) {
    app.route<{ Body: ConfirmRecordsRequest }>({
      method: 'POST',
      url: url(act),
      bodyLimit: BODY_LIMIT,
      config: costly,
      schema: { body: confirmRecordsRequestSchema, response: report },
      onRequest,
      handler: async (request) => valueOrFail(await run(authentication.signedIn(request), request.body)),
    });
  }
  app.route<{ Body: BlockRequest }>({
    method: 'POST',
    url: url('block'),
    bodyLimit: BODY_LIMIT,
    schema: { body: blockRequestSchema, response: report },
    onRequest,
    handler: async (request) => {
      const { usernames, reason } = request.body;
      return valueOrFail(await blocks.block(authentication.signedIn(request), usernames, reason));
    },
  });
  for (const [act, run] of [
    ['block-leavers', blocks.blockLeavers],
    ['remind', mails.remind],
  ] as const) {
    app.route({
      method: 'POST',
      url: url(act),
      bodyLimit: 1024,
      config: costly,
      schema: { response: report },
      onRequest,
      handler: async (request) => valueOrFail(await run(authentication.signedIn(request))),
    });
  }
  app.route<{ Querystring: { readonly username?: string; readonly below?: string } }>({
    method: 'GET',
    url: url('events'),
    schema: {
      querystring: eventsQuery,
      response: { 200: accountEventsSchema, default: failureSchema },
    },
    onRequest,
    handler: async (request) => {
      const { username, below } = request.query;
      const filter = {
        ...(username === undefined ? {} : { username }),
        ...(below === undefined ? {} : { below: Number(below) }),
      };
      return valueOrFail(await reports.events(authentication.signedIn(request), filter));
    },
  });
  app.route({
    method: 'GET',
    url: url('never-activated'),
    schema: { response: { 200: neverActivatedSchema, default: failureSchema } },
    onRequest,
    handler: async (request) =>
      valueOrFail(await reports.countNeverActivated(authentication.signedIn(request))),
  });
  app.route({
    method: 'GET',
    url: url('export.csv'),
    config: costly,
    onRequest,
    async handler(request, reply) {
      const csv = valueOrFail(await reports.neverActivated(authentication.signedIn(request)));
      return await reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="utenze-mai-attivate.csv"')
        .type('text/csv; charset=utf-8')
        .send(csv);
    },
  });
}
