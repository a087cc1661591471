/** Milliseconds in which a healthy disk answers a person, and work in the background, which may be long by itself. */
const HEALTHY = { person: 3_000, background: 30_000 };
/** How long to wait for a disk that has left an earlier question without an answer; it may be busy, and not silent. */
const SILENT = { person: 250, background: 15_000 };

/** Waits for a disk as long as it makes sense to. */
export interface Patience {
  /** Fails when the answer takes too long; what was asked goes on, and may still be carried out. */
  within<T>(waiting: keyof typeof HEALTHY, work: Promise<T>): Promise<T>;
}

/**
 * After a commit that found the disk full, Chromium closes the connection and leaves some of the requests under way without any answer,
 * neither success nor failure: whoever waits for them waits for ever.
 */
export function createPatience(): Patience {
  let isSilent = false;
  return {
    async within(waiting, work) {
      const answer = work.then((value) => {
        isSilent = false;
        return value;
      });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooLong = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(
          () => {
            isSilent = true;
            reject(new Error('The local store does not answer'));
          },
          (isSilent ? SILENT : HEALTHY)[waiting],
        );
      });
      try {
        return await Promise.race([answer, tooLong]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
