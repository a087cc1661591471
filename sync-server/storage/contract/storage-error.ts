/**
 * Why the storage could not do its work: no space left, locked by another process for too long, the entry exists already, or a school
 * pass or e-mail address belongs to another account.
 */
export type StorageFault = 'full' | 'busy' | 'damaged' | 'duplicateEntry' | 'duplicateAccount';

/** A failure of the storage that callers can act on; everything else is thrown as it came. */
export class StorageError extends Error {
  readonly fault: StorageFault;

  constructor(fault: StorageFault, options?: ErrorOptions) {
    super(`Storage: ${fault}`, options);
    this.name = 'StorageError';
    this.fault = fault;
  }
}
