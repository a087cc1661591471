import { readFile } from 'node:fs/promises';
import { Stop } from '../system/step.ts';

/** Reads a file that the user has named; `what` it is stands in the message when it cannot be read. */
export async function readText(file: string, what: string): Promise<string> {
  try {
    // Some editors begin a file with a mark of its encoding.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Stop(
      `The ${what} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
