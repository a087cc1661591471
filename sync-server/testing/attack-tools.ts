import type { Visitors } from './visitor.ts';

/** The middle of measured times. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How long two kinds of try take, in turns, so that whatever else the machine does falls on both. */
export async function timeInTurns(
  tries: number,
  first: (index: number) => Promise<unknown>,
  second: (index: number) => Promise<unknown>,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let index = -2; index < tries; index += 1)
    for (const [which, work] of [first, second].entries()) {
      const start = performance.now();
      await work(index + 2);
      // The first ones warm up.
      if (index >= 0) times[which]?.push(performance.now() - start);
    }
  return [median(times[0]), median(times[1])];
}

/** An address from which nobody has tried anything yet. */
export function freshAddress(index: number): string {
  return `10.${9 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
}

/** Gives each of these accounts a confirmed address, without the detour through a mail. */
export async function confirmAddresses(
  { storage, clock }: Visitors,
  usernames: readonly string[],
): Promise<readonly string[]> {
  return await storage.accounts.transaction(async (transaction) => {
    const addresses: string[] = [];
    for (const username of usernames) {
      const account = await transaction.account(username);
      const profile = account && (await transaction.profile(account.profile));
      if (!profile) continue;
      const address = `${username.toLowerCase().replace('.', '-')}@example.it`;
      await transaction.saveProfile({ ...profile, email: { address, confirmedAt: clock.now } });
      addresses.push(address);
    }
    return addresses;
  });
}
