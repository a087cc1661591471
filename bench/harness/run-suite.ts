import type { Round, Scale, Suite } from './suite.ts';

/** Runs every round of a suite and says on the error stream how far it is, so that standard output stays for the result. */
export async function runSuite(suite: Suite, scale: Scale): Promise<readonly Round[]> {
  const started = performance.now();
  console.error(`${suite.name}: ${suite.title}`);
  const running = await suite.start(scale);
  try {
    const rounds: Round[] = [];
    for (let number = 0; number < scale.runs; number += 1) {
      rounds.push(await running.round(number));
      console.error(`  round ${number + 1} of ${scale.runs}, ${seconds(started)} s`);
    }
    return rounds;
  } finally {
    await running.close();
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}
