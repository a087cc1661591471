import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { parseChecked, writeAtomically } from './atomic-write.ts';
import type { Strictness } from '../../domain/base/check-schema.ts';
import { errorCode } from './error-code.ts';

/** Ends the name of the second copy. */
export const COPY = '.bak';

/**
 * Writes a small JSON file together with a second copy: one whose keys open what exists nowhere else must survive a bad sector. Each
 * carries a checksum, so that a single changed bit is noticed. Fails when the first cannot be written; the second follows at the next
 * reading where the disk has no room for it now.
 */
export async function writeTwice(path: string, content: object): Promise<void> {
  const text = JSON.stringify({ ...content, check: checksum(content) });
  await writeAtomically(path, text);
  await writeAtomically(`${path}${COPY}`, text).catch(() => undefined);
}

/**
 * Reads a file that is kept twice: the first copy where it is whole, else the second, which then takes its place. `damaged` when there is
 * something and none of it is whole; undefined when there is nothing. `isRight` says whether a whole content belongs to this place.
 */
export async function readTwice<const S extends JsonSchema>(
  path: string,
  schema: S,
  strictness?: Strictness,
  isRight: (content: Infer<S>) => boolean = () => true,
): Promise<Infer<S> | 'damaged' | undefined> {
  const texts = [await readIfPresent(path), await readIfPresent(`${path}${COPY}`)];
  for (const text of texts) {
    const content = text === undefined ? undefined : parseWhole(text, schema, strictness);
    if (text === undefined || content === undefined || !isRight(content.value)) continue;
    if (!content.isChecked) {
      await writeTwice(path, content.value).catch(() => undefined);
      return content.value;
    }
    // Whatever was interrupted or damaged is mended; on a full disk at the next reading.
    for (const [index, place] of [path, `${path}${COPY}`].entries())
      if (texts[index] !== text) await writeAtomically(place, text).catch(() => undefined);
    return content.value;
  }
  return texts.every((text) => text === undefined) ? undefined : 'damaged';
}

/** Removes both copies: what they open cannot be opened any more, also where the computer goes off in between. */
export async function removeTwice(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}${COPY}`, { force: true });
}

function parseWhole<const S extends JsonSchema>(
  text: string,
  schema: S,
  strictness: Strictness | undefined,
): { readonly value: Infer<S> & object; readonly isChecked: boolean } | undefined {
  const value = parseChecked(text, { type: 'object' } as const satisfies JsonSchema, 'lenient');
  if (value === undefined) return undefined;
  const { check, ...content } = value;
  // Files of earlier versions have no checksum, and no second copy: they get both.
  const isChecked = check !== undefined;
  if (isChecked && check !== checksum(content)) return undefined;
  const whole = parseChecked(JSON.stringify(content), schema, strictness);
  return typeof whole === 'object' && whole !== null ? { value: whole, isChecked } : undefined;
}

function checksum(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
