/** What found no room on the disk; as long as there is anything, the header says so. */
export interface DiskRoom {
  lacking(what: string): void;
  found(what: string): void;
}

/** Keeps the list and tells when it becomes empty or stops being so. */
export function createDiskRoom(onChange: (isFull: boolean) => void): DiskRoom {
  const outside = new Set<string>();
  return {
    lacking(what) {
      outside.add(what);
      onChange(true);
    },
    found(what) {
      if (outside.delete(what) && outside.size === 0) onChange(false);
    },
  };
}
