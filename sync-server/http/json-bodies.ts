import type { FastifyInstance } from 'fastify';
import { RequestFailure } from '../base/request-failure.ts';
import { findFault, type JsonFault } from '../base/plain-text.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Members of the body that hold records: these are judged one by one, by the service. */
    readonly recordsIn?: readonly string[];
  }
}

const MESSAGES = {
  text: 'A text is not well formed',
  depth: 'Malformed request',
} as const satisfies Record<JsonFault, string>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads JSON bodies, and refuses what could not be kept as it is: bytes that are no UTF-8 (decoded leniently, two different texts would
 * become one), half surrogate pairs, and nesting beyond all measure. One place for every route. NUL is refused where a text becomes part of
 * the register or the name of a device; elsewhere, in an address or a name that somebody types, it is judged with the rest of the text.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text === undefined) return done(new RequestFailure({ kind: 'badRequest', message: MESSAGES.text }));
    return parse(request, text, (error, value) => {
      if (error) return done(error);
      const fault = findFault(value, new Set(request.routeOptions.config.recordsIn), isWellFormed);
      if (!fault) return done(null, value);
      // The path may quote what the sender has written, and is not told.
      return done(new RequestFailure({ kind: 'badRequest', message: MESSAGES[fault.kind] }));
    });
  });
}

const isWellFormed = (text: string) => text.isWellFormed();

function decode(body: string | Buffer): string | undefined {
  if (typeof body === 'string') return body;
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}
