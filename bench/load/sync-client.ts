import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { Agent, request } from 'node:http';
import type { PushRow, SyncAnswer } from '../../domain/protocol/endpoints/register/sync.ts';

/** A plain HTTP client that keeps its connections, and does as little as possible beside. */
export interface SyncClient {
  post(token: string, body: string): Promise<SyncAnswer>;
  close(): void;
}

/** Body of a request that pushes rows of attendance. */
export function pushBody(rows: readonly PushRow[]): string {
  return JSON.stringify({
    protocol: PROTOCOL_VERSION,
    client: 'bench',
    push: { attendance: rows },
    pull: {},
  });
}

/** Connects to one server. */
export function createSyncClient(url: string): SyncClient {
  const agent = new Agent({ keepAlive: true });
  return {
    post: (token, body) =>
      new Promise((resolve, reject) => {
        const sent = request(
          `${url}/api/sync`,
          {
            agent,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              authorization: `Bearer ${token}`,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              if (response.statusCode === 200) resolve(JSON.parse(text) as SyncAnswer);
              else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
            });
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Throws unless the server stored every row. */
export function requireStored(answer: SyncAnswer, rows: number): void {
  const outcomes = answer.push.attendance ?? [];
  const other = outcomes.find(({ outcome }) => outcome !== 'stored');
  if (other) throw new Error(`A row was not stored: ${JSON.stringify(other)}`);
  if (outcomes.length !== rows) throw new Error(`${outcomes.length} outcomes for ${rows} rows`);
}
