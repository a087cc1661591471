import { parseJson } from '../../../../domain/base/canonical-json.ts';
import type { FailureKind } from '../../../../domain/protocol/failure-table.ts';
import { readFailure } from '../../../../domain/protocol/failure.ts';
import { OPENING_HEADER, type OpeningId } from '../../../../domain/protocol/bridge/journal.ts';
import type { SyncAnswer, SyncRequest } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { readAnswer } from './readable-answer.ts';

/** What came of one request: an answer, a failure named by the server, or no usable answer at all. */
export type PostResult =
  | { readonly kind: 'answer'; readonly answer: SyncAnswer }
  | {
      readonly kind: 'failure';
      readonly status: number;
      readonly failure?: FailureKind;
      readonly retryAfter?: number;
    }
  | { readonly kind: 'unreachable' };

/** Sends one sync request. Never throws. */
export type PostSync = (request: SyncRequest) => Promise<PostResult>;

const COMPRESS_FROM = 2_048;
/** A line that says nothing for so long is dead; one that is slow takes as long as it takes, or the same answer would be cut off for ever. */
const SILENCE = 30_000;

/** Posts to the page's own origin; the main process adds the session and passes it on to the school's server. */
export function createPostSync(options: {
  readonly url: string;
  readonly opening: OpeningId;
  readonly fetch: typeof globalThis.fetch;
  readonly closed: AbortSignal;
}): PostSync {
  return async (request) => {
    const abort = new AbortController();
    const stop = () => abort.abort();
    let timer = setTimeout(stop, SILENCE);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(stop, SILENCE);
    };
    options.closed.addEventListener('abort', stop);
    try {
      const { body, headers } = await encode(request);
      const response = await options.fetch(options.url, {
        method: 'POST',
        headers: { ...headers, [OPENING_HEADER]: options.opening },
        body,
        signal: abort.signal,
      });
      return await decode(response, heard);
    } catch {
      // No network, a proxy that cuts the line, a time-out: all mean "try again later".
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
      options.closed.removeEventListener('abort', stop);
    }
  };
}

async function encode(request: SyncRequest): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  const text = JSON.stringify(request);
  const headers = { 'content-type': 'application/json' };
  if (text.length < COMPRESS_FROM) return { body: text, headers };
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const body = await new Response(zipped).arrayBuffer();
  return { body, headers: { ...headers, 'content-encoding': 'gzip' } };
}

async function decode(response: Response, heard: () => void): Promise<PostResult> {
  const body = parseJson(await readText(response, heard));
  if (response.ok) {
    const answer = readAnswer(body);
    return answer ? { kind: 'answer', answer } : { kind: 'unreachable' };
  }
  const failure = readFailure(body);
  const seconds = failure?.retryAfter ?? Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: 'failure',
    status: response.status,
    ...(failure === undefined ? {} : { failure: failure.kind }),
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds } : {}),
  };
}

async function readText({ body }: Response, heard: () => void): Promise<string> {
  heard();
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    heard();
    text += decoder.decode(value, { stream: true });
  }
}
