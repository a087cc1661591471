import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as accountChecks from './accounts-contract.ts';
import * as recordChecks from './records-contract.ts';
import type { Storage } from './storage.ts';

/** A storage that a check may write to, and what takes it away again. */
export interface OpenedStorage {
  readonly storage: Storage;
  readonly remove: () => Promise<void>;
}

/** Declares the tests that every adapter passes; `open` gives each of them an empty storage. */
export function describeStorageContract(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`the storage contract, kept by ${name}`, () => {
    let opened: OpenedStorage;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.remove();
    });
    test.each([...Object.entries(recordChecks), ...Object.entries(accountChecks)])(
      '%s',
      async (_check, check) => {
        await expect(check(opened.storage)).resolves.toBeUndefined();
      },
    );
  });
}
