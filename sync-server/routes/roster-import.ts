import type { FastifyInstance } from 'fastify';
import {
  cancelImport,
  importRoster,
  readImport,
} from '../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Authentication } from '../http/authentication.ts';
import { acceptBytes, routeOf, type Serve } from '../http/serve.ts';
import { RequestFailure, valueOrFail } from '../base/request-failure.ts';
import type { OfficeImport } from '../office/import/office-import.ts';

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

/**
 * `POST /api/office/roster/import`: the bytes of one roster file, its name percent-encoded in `x-file-name`; `GET`: where it stands;
 * `DELETE`: ends it with nothing written.
 */
export function rosterImportRoute(
  app: FastifyInstance,
  { serve, authentication }: { readonly serve: Serve; readonly authentication: Authentication },
  office: OfficeImport,
): void {
  acceptBytes(app, importRoster.body.mediaTypes);
  const post = routeOf(importRoster, authentication);
  app.route<Route>({
    ...post,
    schema: { ...post.schema, headers },
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
  serve(readImport, ({ who }) => office.state(who));
  serve(cancelImport, ({ who }) => office.cancel(who));
}

function fileName(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    // A name with a bare per cent sign was not encoded.
    return header;
  }
}
