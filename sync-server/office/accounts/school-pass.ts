import { randomInt } from 'node:crypto';
import type { AccountReader } from '../../storage/contract/accounts.ts';

/** A school pass has eight digits and begins with none that a spreadsheet would drop (S14). */
const LEAST = 10_000_000;
const BEYOND = 100_000_000;

/** A school pass that no account of this server has. */
export async function newSchoolPass(reader: AccountReader): Promise<string> {
  for (;;) {
    const schoolPass = String(randomInt(LEAST, BEYOND));
    if ((await reader.accountByPass(schoolPass)) === undefined) return schoolPass;
  }
}
