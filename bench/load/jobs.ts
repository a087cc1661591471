/** A device: where it connects and as whom. `teacher` is the number of the teacher whose classes it writes. */
export interface LoadDevice {
  readonly teacher: number;
  readonly token: string;
}

/** Work for the load process; everything it sends is prepared before the clock starts. */
export type LoadJob = { readonly url: string } & (
  | { readonly kind: 'push'; readonly device: LoadDevice; readonly documents: number; readonly batch: number }
  | { readonly kind: 'pull'; readonly device: LoadDevice; readonly documents: number; readonly batch: number }
  | { readonly kind: 'saves'; readonly devices: readonly LoadDevice[]; readonly savesEach: number }
);

/** What came of a job: how long it took, and the time of each request. */
export interface LoadResult {
  readonly seconds: number;
  readonly latencies: readonly number[];
}
