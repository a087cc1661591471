/** A failure that the user can act on: its message is printed without a stack. */
export class Stop extends Error {}

/** Runs one step and prints one line with its duration: `name: what it says (1.2 s)`. */
export async function step<T>(name: string, work: () => Promise<T>, say?: (value: T) => string): Promise<T> {
  const started = performance.now();
  const value = await work();
  console.log(`${name}: ${say === undefined ? 'done' : say(value)} (${duration(started)})`);
  return value;
}

/** Time since a `performance.now()` reading, as people read it. */
export function duration(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Runs a script's main function; ends the process with code 1 and a plain message when it fails. */
export async function runMain(main: () => Promise<number | void>): Promise<void> {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}
