import type { Result } from '../../domain/base/result.ts';
import type {
  AnswerOf,
  BodyOf,
  Bytes,
  Endpoint,
  NOTHING,
  ParamsOf,
  QueryOf,
} from '../../domain/protocol/endpoint.ts';
import type { Failure } from '../../domain/protocol/failure.ts';

/** Who asks, by the audience of the endpoint: at the door nobody is signed in. */
interface Asker<Who> {
  readonly signedOut: undefined;
  readonly self: Who;
  readonly office: Who;
  readonly device: Who;
}

/** What has been asked, checked against the endpoint's schemas; `Who` is somebody who is signed in. */
export interface Asked<E extends Endpoint, Who> {
  readonly who: Asker<Who>[E['audience']];
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** The address by which attempts are counted. */
  readonly address: string;
}

/** A file as an answer: its bytes, and what a browser would call it. */
export interface ServedFile {
  readonly bytes: Uint8Array | string;
  /** One of the endpoint's media types; the first one where there is no choice. */
  readonly mediaType?: string;
  readonly name?: string;
}

/** What a service gives for an endpoint: undefined as a file is "there is none". */
export type Given<E extends Endpoint> = E['answer'] extends Bytes
  ? ServedFile | undefined
  : E['answer'] extends typeof NOTHING
    ? unknown
    : AnswerOf<E>;

/** What the server does when an endpoint is asked. */
export type Work<E extends Endpoint, Who> = (asked: Asked<E, Who>) => Promise<Result<Given<E>, Failure>>;
