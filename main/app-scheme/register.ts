import type { Protocol } from 'electron';
import { APP_ORIGIN } from './content-security.ts';

/** Declares the app's scheme. Must run before Electron is ready, or the page has no origin, no fetch and no database. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Sends each request on the app's origin to the server's proxy or to the bundled files. */
export function routeAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  handlers: {
    readonly api: (request: Request) => Promise<Response>;
    readonly files: (request: Request) => Promise<Response>;
  },
): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (`app://${host}` !== APP_ORIGIN) return new Response(null, { status: 404 });
    return pathname === '/api' || pathname.startsWith('/api/')
      ? await handlers.api(request)
      : await handlers.files(request);
  });
}
