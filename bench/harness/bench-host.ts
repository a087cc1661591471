import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveJournals } from './journal-socket.ts';
import { bundlePage } from './page-bundle.ts';

/** Where requests for the server go, and with which session: what the main process adds in the product. */
export interface Upstream {
  readonly url: string;
  readonly token: string;
}

/** The page's own origin: its files, the journal, and the way to the server. Stands for the main process. */
export interface BenchHost {
  readonly url: string;
  /** Where `/api` leads from now on; undefined stands for no network. */
  setUpstream(upstream: Upstream | undefined): void;
  close(): Promise<void>;
}

/** Starts the host on a free port of this machine; journals are kept in the folder. */
export async function startBenchHost(folder: string): Promise<BenchHost> {
  const files = await bundlePage();
  let upstream: Upstream | undefined;

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/api/')) {
      forward(request, response, upstream);
      return;
    }
    const file = files.get(url);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
    });
    response.end(file);
  });
  const journals = serveJournals(server, folder);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    setUpstream: (next) => {
      upstream = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await journals.close();
    },
  };
}

/** Passes a request on unread, as the main process does; without a network it ends as a broken line does. */
function forward(request: IncomingMessage, response: ServerResponse, upstream: Upstream | undefined): void {
  if (!upstream) {
    request.destroy();
    return;
  }
  const {
    host: _page,
    origin: _origin,
    referer: _referer,
    connection: _connection,
    ...headers
  } = request.headers;
  const onward = httpRequest(
    `${upstream.url}${request.url ?? ''}`,
    { method: request.method, headers: { ...headers, authorization: `Bearer ${upstream.token}` } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
