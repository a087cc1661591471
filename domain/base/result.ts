/** The outcome of an operation that is expected to fail at times: a value or a plain typed error. */
export type Result<T, F> = Success<T> | Failed<F>;

/** The good half of a {@link Result}. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

/** The bad half of a {@link Result}. */
export interface Failed<F> {
  readonly ok: false;
  readonly failure: F;
}

/** Wraps a value as a success. */
export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** Wraps a typed error as a failure. */
export function fail<F>(failure: F): Failed<F> {
  return { ok: false, failure };
}
