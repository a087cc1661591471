/** Does all work, in order, so much of it beside each other as there are lanes; answers what each piece has come to, in that order. */
export async function inLanes<W, R>(
  lanes: number,
  all: readonly W[],
  work: (piece: W) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = all.entries();
  const lane = async (): Promise<void> => {
    // All lanes take from one queue.
    for (const [index, piece] of waiting) results[index] = await work(piece);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
