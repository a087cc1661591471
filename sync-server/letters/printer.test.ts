import { expect, test } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import type { PrintJob } from './draw-pages.ts';
import { createPrinter } from './printer.ts';

const JOB: PrintJob = {
  kind: 'letters',
  head: { schoolName: '', city: '', address: '', contacts: [], url: '', day: '' },
  at: 0,
  letters: [],
};
const school = (number: number) => toSchoolId(`TEST${String(number).padStart(4, '0')}`);

/** A printer whose jobs the test ends, one after another. */
function bench() {
  const ends: ((outcome: 'drawn' | 'torn') => void)[] = [];
  const { print } = createPrinter(
    async () =>
      await new Promise((resolve, reject) => {
        ends.push((outcome) =>
          outcome === 'drawn' ? resolve(new Uint8Array(1)) : reject(new Error('torn')),
        );
      }),
  );
  return {
    print: (number: number) => print(school(number), JOB),
    end: async (outcome: 'drawn' | 'torn' = 'drawn') => {
      await Promise.resolve();
      ends.shift()?.(outcome);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a school has three jobs; a fourth is refused, and taken when the first has ended', async () => {
  const { print, end } = bench();
  const jobs = [print(1), print(1), print(1)];
  expect(print(1)).toBeUndefined();
  await end();
  await expect(jobs[0]).resolves.toHaveLength(1);
  expect(print(1)).toBeDefined();
});

test('a job that fails leaves its place as well', async () => {
  const { print, end } = bench();
  const [first] = [Promise.allSettled([print(1)]), print(1), print(1)];
  await end('torn');
  expect(await first).toMatchObject([{ status: 'rejected' }]);
  expect(print(1)).toBeDefined();
});

test('all schools together have fifteen, so that nobody waits for minutes', () => {
  const { print } = bench();
  for (let number = 1; number <= 5; number += 1)
    expect([print(number), print(number), print(number)]).not.toContain(undefined);
  expect(print(6)).toBeUndefined();
});
