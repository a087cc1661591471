import type { FastifyInstance } from 'fastify';
import {
  accountActAnswerSchema,
  accountActSchema,
  accountViewSchema,
  beginSecondFactorSchema,
  confirmOwnRecordSchema,
  deviceRecordsSchema,
  mailLanguageSchema,
  recoveryCodesSchema,
  secondFactorConfirmSchema,
  secondFactorEnrolmentSchema,
  type AccountAct,
  type BeginSecondFactor,
  type ConfirmOwnRecordRequest,
} from '../../domain/protocol/account.ts';
import type { MailLanguage } from '../../domain/protocol/mail-language.ts';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { countedAddress } from '../http/client-address.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { AccountActs } from '../services/profile/account-acts.ts';
import type { ChooseLanguage } from '../services/profile/choose-language.ts';
import type { ViewAccount } from '../services/profile/account-view.ts';
import type { Devices } from '../services/profile/devices.ts';
import type { EnrolSecondFactor } from '../services/profile/enrol-second-factor.ts';
import type { PendingEmailActs } from '../services/profile/pending-email-acts.ts';
import type { ConfirmOwnRecord } from '../services/proofs/confirm-record.ts';
import { PICTURE_BYTES, type Pictures } from '../services/profile/picture.ts';

/** What the account routes call. */
export interface AccountServices {
  readonly view: ViewAccount;
  readonly acts: AccountActs;
  readonly pendingEmail: PendingEmailActs;
  readonly secondFactor: EnrolSecondFactor;
  readonly devices: Devices;
  readonly pictures: Pictures;
  readonly chooseLanguage: ChooseLanguage;
  readonly confirmRecord: ConfirmOwnRecord;
}

const BODY_LIMIT = 8192;
const nothing = { 204: { type: 'null' }, default: failureSchema } as const;

/**
 * `/api/account…` for the page and `POST /session/act` for the main process alone, which carries passwords. All of them are about the
 * account of the session that asks: none takes another one's name.
 */
export function accountRoutes(
  app: FastifyInstance,
  { require, signedIn }: Authentication,
  {
    view,
    acts,
    pendingEmail,
    secondFactor,
    devices,
    pictures,
    chooseLanguage,
    confirmRecord,
  }: AccountServices,
): void {
  app.route({
    method: 'GET',
    url: '/api/account',
    schema: { response: { 200: accountViewSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request) => valueOrFail(await view(signedIn(request))),
  });
  app.route<{ Body: AccountAct }>({
    method: 'POST',
    url: '/session/act',
    bodyLimit: BODY_LIMIT,
    schema: { body: accountActSchema, response: { 200: accountActAnswerSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return valueOrFail(await acts(signedIn(request), request.body, countedAddress(request)));
    },
  });
  app.route({
    method: 'POST',
    url: '/api/account/email/resend',
    schema: { response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await pendingEmail.resend(signedIn(request)));
      return await reply.code(204).send();
    },
  });
  app.route({
    method: 'DELETE',
    url: '/api/account/email/pending',
    schema: { response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await pendingEmail.remove(signedIn(request)));
      return await reply.code(204).send();
    },
  });
  app.route<{ Body: ConfirmOwnRecordRequest }>({
    method: 'POST',
    url: '/api/account/record/confirm',
    schema: { body: confirmOwnRecordSchema, response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await confirmRecord(signedIn(request), request.body.seen));
      return await reply.code(204).send();
    },
  });
  app.route<{ Body: { readonly language: MailLanguage } }>({
    method: 'PUT',
    url: '/api/account/language',
    schema: { body: mailLanguageSchema, response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await chooseLanguage(signedIn(request), request.body.language));
      return await reply.code(204).send();
    },
  });
  secondFactorRoutes(app, { require, signedIn }, secondFactor);
  app.route<{ Params: { readonly session: string } }>({
    method: 'POST',
    url: '/api/account/devices/:session/end',
    schema: { response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await devices.end(signedIn(request), request.params.session));
      return await reply.code(204).send();
    },
  });
  app.route<{ Params: { readonly session: string } }>({
    method: 'GET',
    url: '/api/account/devices/:session/records',
    schema: { response: { 200: deviceRecordsSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request) => valueOrFail(await devices.records(signedIn(request), request.params.session)),
  });
  pictureRoutes(app, { require, signedIn }, pictures);
}

function secondFactorRoutes(
  app: FastifyInstance,
  { require, signedIn }: Pick<Authentication, 'require' | 'signedIn'>,
  secondFactor: EnrolSecondFactor,
): void {
  app.route<{ Body: BeginSecondFactor }>({
    method: 'POST',
    url: '/api/account/second-factor/begin',
    bodyLimit: BODY_LIMIT,
    schema: {
      body: beginSecondFactorSchema,
      response: { 200: secondFactorEnrolmentSchema, default: failureSchema },
    },
    onRequest: require,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return valueOrFail(
        await secondFactor.begin(signedIn(request), request.body.code, countedAddress(request)),
      );
    },
  });
  for (const [name, act] of [
    ['confirm', secondFactor.confirm],
    ['recovery-codes', secondFactor.renewCodes],
  ] as const)
    app.route<{ Body: { readonly code: string } }>({
      method: 'POST',
      url: `/api/account/second-factor/${name}`,
      bodyLimit: BODY_LIMIT,
      schema: {
        body: secondFactorConfirmSchema,
        response: { 200: recoveryCodesSchema, default: failureSchema },
      },
      onRequest: require,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return valueOrFail(await act(signedIn(request), request.body.code, countedAddress(request)));
      },
    });
}

function pictureRoutes(
  app: FastifyInstance,
  { require, signedIn }: Pick<Authentication, 'require' | 'signedIn'>,
  pictures: Pictures,
): void {
  const url = '/api/account/picture';
  app.route({
    method: 'GET',
    url,
    schema: { produces: ['image/png', 'image/jpeg', 'image/webp'] },
    onRequest: require,
    handler: async (request, reply) => {
      const picture = await pictures.read(signedIn(request));
      if (!picture) return await reply.code(204).send();
      return await reply
        .type(picture.mediaType)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(picture.bytes));
    },
  });
  app.register(async (withBytes) => {
    const types = ['image/png', 'image/jpeg', 'image/webp'];
    withBytes.addContentTypeParser(
      types,
      { parseAs: 'buffer' },
      async (_request: unknown, body: unknown) => body,
    );
    withBytes.route<{ Body: unknown }>({
      method: 'PUT',
      url,
      bodyLimit: PICTURE_BYTES,
      schema: { response: nothing },
      onRequest: require,
      handler: async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        valueOrFail(await pictures.save(signedIn(request), bytes));
        return await reply.code(204).send();
      },
    });
  });
  app.route({
    method: 'DELETE',
    url,
    schema: { response: nothing },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await pictures.save(signedIn(request), undefined));
      return await reply.code(204).send();
    },
  });
}
