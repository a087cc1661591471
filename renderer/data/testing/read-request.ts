import type { SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';

/** The request that the data layer sent, unpacked. */
export async function readRequest(init: RequestInit | undefined): Promise<SyncRequest> {
  const headers = new Headers(init?.headers);
  const body = new Response(init?.body);
  const isZipped = headers.get('content-encoding') === 'gzip';
  const stream = isZipped ? body.body?.pipeThrough(new DecompressionStream('gzip')) : body.body;
  return (await new Response(stream).json()) as SyncRequest;
}
