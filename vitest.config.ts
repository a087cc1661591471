import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const quick = process.env['CAMPANELLA_QUICK'] === '1';

const every = '{domain,main,renderer,sync-server,build,tests,bench}/**/*.test.{ts,tsx}';

/** Tests that take long by their nature (many kills, many schedules): they count memory and time, so nobody else is in their thread. */
const slow = '**/*.slow.test.ts';

/** Tests that put another module in the place of one of ours: nobody else may have loaded it before, or find it afterwards. */
const mocking = globSync(every, { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(`${import.meta.dirname}/${file}`, 'utf8').includes('vi.mock('),
);

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    // Some tests wait for a disk or for a line: others fill the pause.
    maxWorkers: Math.max(4, availableParallelism()),
    restoreMocks: true,
    setupFiles: ['build/test/unit-setup.ts'],
    // For machines several times slower than a developer's: a test that passes waits for none of these.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    env: { TZ: 'Europe/Rome' },
    // How many examples, schedules and kills are tried (domain/testing/budget.ts): 20 is for a night, 0.2 for a hurry.
    provide: { budget: Number(process.env['CAMPANELLA_TEST_BUDGET'] ?? 1) },
    coverage: {
      provider: 'v8',
      include: ['{domain,main,renderer,sync-server}/**/*.{ts,tsx}'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: [every],
          exclude: ['**/node_modules/**', slow, ...mocking],
          // A thread loads every module once for all its files: half of the work was loading.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          // The quick check leaves out what takes long.
          include: [...mocking, ...(quick ? [] : [slow])],
          exclude: ['**/node_modules/**'],
          isolate: true,
        },
      },
    ],
  },
});
