import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import type { Authentication } from '../http/authentication.ts';
import { RequestFailure, valueOrFail } from '../http-failures.ts';
import type { OfficeImport } from '../services/office-import.ts';

const FILE_LIMIT = 20_000_000;

const querystring = {
  type: 'object',
  properties: {
    dryRun: { type: 'string', enum: ['0', '1'] },
    language: { type: 'string', enum: ['it', 'en'] },
  },
  additionalProperties: false,
} as const;

const headers = {
  type: 'object',
  properties: { 'x-file-name': { type: 'string', minLength: 1, maxLength: 600 } },
  required: ['x-file-name'],
} as const;

const URL_OF_IMPORT = '/api/office/roster/import';

const stateSchema = {
  type: 'object',
  properties: { phase: { type: 'string', enum: ['idle', 'waiting', 'reading', 'planning', 'writing'] } },
  required: ['phase'],
  additionalProperties: false,
} as const;

interface Route {
  readonly Body: Buffer;
  readonly Querystring: { readonly dryRun?: '0' | '1'; readonly language?: 'it' | 'en' };
  readonly Headers: { readonly 'x-file-name': string };
}

/**
 * `POST /api/office/roster/import`: the bytes of one roster file, its name percent-encoded in `x-file-name`; `GET`: where it stands;
 * `DELETE`: ends it with nothing written.
 */
export function rosterImportRoute(
  app: FastifyInstance,
  authentication: Authentication,
  office: OfficeImport,
): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.route<Route>({
    method: 'POST',
    url: URL_OF_IMPORT,
    bodyLimit: FILE_LIMIT,
    schema: {
      querystring,
      headers,
      response: { 200: { type: 'object', additionalProperties: true }, default: failureSchema },
    },
    onRequest: authentication.require,
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body))
        throw new RequestFailure({ kind: 'badRequest', message: 'Send the bytes of a file' });
      const { dryRun, language = 'it' } = request.query;
      const roster = {
        bytes: request.body,
        dryRun: dryRun === '1',
        language,
        name: fileName(request.headers['x-file-name']),
      };
      const gone = new AbortController();
      // A clerk who has closed the page waits for no report: nothing is written that nobody has asked to keep.
      reply.raw.once('close', () => {
        if (!reply.raw.writableEnded) gone.abort();
      });
      return valueOrFail(await office.run(authentication.signedIn(request), roster, gone.signal));
    },
  });
  app.route({
    method: 'GET',
    url: URL_OF_IMPORT,
    schema: { response: { 200: stateSchema, default: failureSchema } },
    onRequest: authentication.require,
    handler: async (request) => valueOrFail(await office.state(authentication.signedIn(request))),
  });
  app.route({
    method: 'DELETE',
    url: URL_OF_IMPORT,
    onRequest: authentication.require,
    async handler(request, reply) {
      valueOrFail(await office.cancel(authentication.signedIn(request)));
      return await reply.code(204).send();
    },
  });
}

function fileName(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    // A name with a bare per cent sign was not encoded.
    return header;
  }
}
