/** What a test answers to the system's dialog for saving a file: an event of the window, which says whether it was saved. */
export const SYSTEM_DIALOG = 'harness:save';

/** Waits for the test's answer. */
export async function answerOfSystemDialog(): Promise<boolean> {
  return await new Promise((resolve) => {
    addEventListener(SYSTEM_DIALOG, (event) => resolve((event as CustomEvent<boolean>).detail), {
      once: true,
    });
  });
}
