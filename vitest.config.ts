import { defineConfig } from 'vitest/config';

const quick = process.env['CAMPANELLA_QUICK'] === '1';

export default defineConfig({
  test: {
    include: ['{domain,main,renderer,sync-server,build,tests,bench}/**/*.test.{ts,tsx}'],
    // Tests that take long by their nature (many kills, many schedules) end in .slow.test.ts; the quick check leaves them out.
    exclude: ['**/node_modules/**', ...(quick ? ['**/*.slow.test.ts'] : [])],
    environment: 'node',
    pool: 'threads',
    // The quick check loads every module once for all files of a thread, and fills the pauses of some tests with others.
    isolate: !quick,
    ...(quick ? { maxWorkers: 4 } : {}),
    restoreMocks: true,
    setupFiles: ['build/test/unit-setup.ts'],
    // For machines several times slower than a developer's: a test that passes waits for none of these.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    env: { TZ: 'Europe/Rome' },
    coverage: {
      provider: 'v8',
      include: ['{domain,main,renderer,sync-server}/**/*.{ts,tsx}'],
      reportsDirectory: 'coverage',
    },
  },
});
