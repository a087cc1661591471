import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Stop } from '../system/step.ts';
import { checkEntries } from './check-entries.ts';
import { readSigningKey } from './key-pair.ts';
import type { SchoolsCommand } from './options.ts';
import { readSignedList } from './read-signed-list.ts';
import { readText } from './read-text.ts';
import { endOf, signList } from './sign-list.ts';

/** A list that was signed, and what to say of it. */
export interface SignedFile {
  readonly jws: string;
  readonly schools: number;
  readonly ends: string;
}

/** Checks the file of schools, signs it, and writes it where it is wanted; when anything is not right, nothing is written. */
export async function signFile(
  { key, input, out, days }: SchoolsCommand & { readonly kind: 'sign' },
  now: number,
): Promise<SignedFile> {
  const signingKey = await readSigningKey(key);
  const schools = checkEntries(await readText(input, 'list of schools'), input);
  if (out !== undefined) await refuseOlder(out, signingKey.publicKey, now);
  const draft = { schools, issuedAt: now, days };
  const jws = await signList(signingKey, draft);
  if (out !== undefined) await replaceFile(out, `${jws}\n`);
  return { jws, schools: schools.length, ends: endOf(draft) };
}

/** Devices that have the newer list would take this one for an old one played back, and go on without it. */
async function refuseOlder(out: string, publicKey: string, now: number): Promise<void> {
  const there = await readFile(out, 'utf8').catch(() => undefined);
  if (there === undefined) return;
  const read = await readSignedList(there, publicKey);
  if (read.ok && Date.parse(read.value.issuedAt) >= now)
    throw new Stop(
      `The list in ${out} was issued at ${read.value.issuedAt}, which is later than the clock of this computer. Set the clock first.`,
    );
}

/** Either the old list or the new one is there, whatever happens in between. */
async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Stop(
      `The signed list was not written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
