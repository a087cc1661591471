import type { Result } from '../../domain/base/result.ts';
import type { Failure } from '../../domain/protocol/failure.ts';

/** A failure on its way to the error handler. */
export class RequestFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'RequestFailure';
    this.failure = failure;
  }
}

/** The value of a result; a failure goes to the error handler. */
export function valueOrFail<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new RequestFailure(result.failure);
}
