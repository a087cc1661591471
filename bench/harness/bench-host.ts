import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { openJournal, type Journal } from '../../main/journal/journal.ts';
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
  const journals = createJournals(folder);
  let upstream: Upstream | undefined;

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/api/')) {
      forward(request, response, upstream);
      return;
    }
    if (url.startsWith('/journal/')) {
      void journals.answer(url, request, response).catch(fail(response));
      return;
    }
    const file = files.get(url);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
    });
    response.end(file);
  });
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

function fail(response: ServerResponse): (error: unknown) => void {
  return (error) => {
    response.writeHead(500).end(String(error));
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

function createJournals(folder: string): {
  answer(url: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
} {
  const open = new Map<string, Promise<Journal>>();
  const journalOf = (name: string) => {
    const known = open.get(name) ?? openJournal(path.join(folder, `${name}.journal`), randomBytes(32));
    open.set(name, known);
    return known;
  };
  return {
    async answer(url, request, response) {
      const [, , name = '', verb = ''] = url.split('/');
      const journal = await journalOf(name);
      const text = await bodyOf(request);
      response.end(JSON.stringify(await carryOut(journal, verb, JSON.parse(text))));
    },
    async close() {
      for (const journal of open.values()) await (await journal).close();
    },
  };
}

function carryOut(journal: Journal, verb: string, content: unknown): Promise<unknown> {
  // The casts: only our own page speaks to this host.
  switch (verb) {
    case 'append':
      return journal.append(content as readonly JournalEntry[]);
    case 'settle':
      return journal.settle(content as readonly string[]);
    case 'refuse':
      return journal.refuse(content as readonly Pick<Required<JournalEntry>, 'entry' | 'refusal'>[]);
    case 'read':
      return journal.read();
    default:
      return Promise.reject(new Error(`No such verb: ${verb}`));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
