import type { SchoolId } from '../../../domain/base/ids.ts';

/**
 * What is wrong at a link. `changed`: its hash is not the one of its content, or does not follow from the link before. `missing`: there
 * are none between two numbers, or at the end. `text`: its content is whole, but its device has a text that is not well formed, kept
 * otherwise than it was hashed (a fault of earlier versions, and no sign of tampering).
 */
export interface ChainFault {
  readonly number: number;
  readonly kind: 'changed' | 'missing' | 'text';
}

/** The chain of a school as it was found. */
export interface ChainReport {
  readonly school: SchoolId;
  /** Links that the school has, by its own count. */
  readonly links: number;
  /** Hash of the last link: kept elsewhere, it shows later whether the chain has been written anew. */
  readonly head: string;
  /** The first faults; there may be more. */
  readonly faults: readonly ChainFault[];
}

/** What was found in a database. */
export interface DatabaseReport {
  /** What is wrong with the file and with what its tables say of each other; no content of any row. */
  readonly file: readonly string[];
  /** Triggers that are gone: what keeps history and register of operations from being changed. */
  readonly guards: readonly string[];
  readonly chains: readonly ChainReport[];
}

/** How much of it is looked at. */
export interface CheckOptions {
  /** Links at the end of each chain; all when absent. */
  readonly lastLinks?: number;
}
