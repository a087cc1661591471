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

interface Route {
  readonly Body: Buffer;
  readonly Querystring: { readonly dryRun?: '0' | '1'; readonly language?: 'it' | 'en' };
  readonly Headers: { readonly 'x-file-name': string };
}

/** `POST /api/office/roster/import`: the bytes of one roster file, its name percent-encoded in `x-file-name`. */
export function rosterImportRoute(
  app: FastifyInstance,
  authentication: Authentication,
  importFile: OfficeImport,
): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.route<Route>({
    method: 'POST',
    url: '/api/office/roster/import',
    bodyLimit: FILE_LIMIT,
    schema: {
      querystring,
      headers,
      response: { 200: { type: 'object', additionalProperties: true }, default: failureSchema },
    },
    onRequest: authentication.require,
    handler: async (request) => {
      if (!Buffer.isBuffer(request.body))
        throw new RequestFailure({ kind: 'badRequest', message: 'Send the bytes of a file' });
      const { dryRun, language = 'it' } = request.query;
      const roster = {
        bytes: request.body,
        dryRun: dryRun === '1',
        language,
        name: fileName(request.headers['x-file-name']),
      };
      return valueOrFail(await importFile(authentication.signedIn(request), roster));
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
