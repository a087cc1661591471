/** Small facts about a local store that outlive it and say nothing about people, such as the offset of the device's clock. */
export interface DeviceMemory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
}

const PREFIX = 'campanella.';

/** A memory in the browser's local storage; where that fails (full disk) it lasts as long as the page. */
export function createDeviceMemory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceMemory {
  const unsaved = new Map<string, string | undefined>();
  return {
    get: (name) => (unsaved.has(name) ? unsaved.get(name) : (storage.getItem(PREFIX + name) ?? undefined)),
    set(name, value) {
      try {
        storage.setItem(PREFIX + name, value);
        unsaved.delete(name);
      } catch {
        unsaved.set(name, value);
      }
    },
    delete(name) {
      unsaved.delete(name);
      storage.removeItem(PREFIX + name);
    },
  };
}

/** A memory that ends with the page. */
export function createTemporaryMemory(): DeviceMemory {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => void values.set(name, value),
    delete: (name) => void values.delete(name),
  };
}
