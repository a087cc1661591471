import { StorageError } from '../storage/contract/storage-error.ts';
import type { Storage } from '../storage/contract/storage.ts';

/** A storage whose disk can be made to fill up at any write of a transaction, or at its commit. */
export interface Breakable {
  readonly storage: Storage;
  /** Breaks the write of this number from now on, counted from one. */
  breakAt(write: number): void;
  /** Mends it; answers whether it has broken meanwhile. */
  mend(): boolean;
}

const WRITES = /^(?:append|save|add|remove|end|open|prune|clear|lookAt)/;

/** Puts a storage whose writes can fail in front of a sound one. */
export function breakable(sound: Storage): Breakable {
  let left = Infinity;
  let hasBroken = false;
  const step = () => {
    left -= 1;
    if (left !== 0) return;
    hasBroken = true;
    throw new StorageError('full');
  };
  const commit = async <T, U>(transaction: T & object, work: (transaction: T) => Promise<U>): Promise<U> => {
    const value = await work(counted(transaction, step));
    step();
    return value;
  };
  const { accounts } = sound;
  return {
    storage: {
      ...sound,
      transaction: (school, work) => sound.transaction(school, async (own) => await commit(own, work)),
      accounts: {
        ...accounts,
        transaction: (work) => accounts.transaction(async (own) => await commit(own, work)),
      },
    },
    breakAt(write) {
      left = write;
      hasBroken = false;
    },
    mend() {
      left = Infinity;
      return hasBroken;
    },
  };
}

/** The same verbs, each write of which is a step, those of the accounts within included. */
function counted<T extends object>(transaction: T, step: () => void): T {
  return new Proxy(transaction, {
    get(own, name) {
      const verb: unknown = Reflect.get(own, name);
      if (name === 'accounts' && typeof verb === 'object' && verb !== null) return counted(verb, step);
      if (typeof verb !== 'function' || !WRITES.test(String(name))) return verb;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        step();
        return await (Reflect.apply(verb, own, given) as Promise<unknown>);
      };
    },
  });
}
