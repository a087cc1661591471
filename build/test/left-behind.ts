/** Work by the name that Node has for it: files being read or written, servers, and programs. */
const KINDS = ['FSReqPromise', 'FSReqCallback', 'TCPServerWrap', 'PipeWrap', 'ProcessWrap'] as const;

/** How much of each kind is under way. */
export type Work = Readonly<Record<(typeof KINDS)[number], number>>;

/** How long work that has been told to end may take for it, and how often that is looked at. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 5;

// A test may have put its own clock in the place of the real one.
const { setTimeout: later } = globalThis;

/** Counts the work that is under way in this thread. */
export function workUnderWay(resources: readonly string[] = process.getActiveResourcesInfo()): Work {
  const count = (kind: string) => resources.filter((each) => each === kind).length;
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Work;
}

/** What is under way and was not before: `2 FSReqPromise`. */
export function leftBehind(before: Work, after: Work): readonly string[] {
  return KINDS.filter((kind) => after[kind] > before[kind]).map(
    (kind) => `${after[kind] - before[kind]} ${kind}`,
  );
}

/** Waits for what is ending, so that nothing of one test runs into the next; throws where something does not end. */
export async function untilAllHasEnded(
  before: Work,
  now: () => Work = workUnderWay,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const left = leftBehind(before, now());
    if (left.length === 0) return;
    if (waited >= patienceMs) throw new Error(`The test has left work behind: ${left.join(', ')}`);
    await new Promise((resolve) => later(resolve, LOOK_MS));
  }
}
