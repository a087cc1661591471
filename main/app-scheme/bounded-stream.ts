/** Hands a stream on; a piece that does not come in time breaks it, so that a dead line cannot hang its reader. */
export function boundedStream(
  source: ReadableStream<Uint8Array>,
  silence: number,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      let timer: NodeJS.Timeout | undefined;
      try {
        const chunk = await Promise.race([
          reader.read(),
          new Promise<never>((_resolve, reject) => {
            timer = setTimeout(() => reject(new Error('The answer stopped half-way')), silence);
          }),
        ]);
        if (chunk.done) controller.close();
        else controller.enqueue(chunk.value);
      } catch (error) {
        onEnd();
        controller.error(error);
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: async (reason) => {
      onEnd();
      await reader.cancel(reason).catch(() => undefined);
    },
  });
}
