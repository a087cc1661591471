import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,main,renderer,sync-server,build,tests,bench}/**/*.test.{ts,tsx}'],
    // Tests that take long by their nature (many kills, many schedules) end in .slow.test.ts; the quick check leaves them out.
    exclude: [
      '**/node_modules/**',
      ...(process.env['CAMPANELLA_QUICK'] === '1' ? ['**/*.slow.test.ts'] : []),
    ],
    environment: 'node',
    pool: 'threads',
    restoreMocks: true,
    testTimeout: 20_000,
    env: { TZ: 'Europe/Rome' },
    coverage: {
      provider: 'v8',
      include: ['{domain,main,renderer,sync-server}/**/*.{ts,tsx}'],
      reportsDirectory: 'coverage',
    },
  },
});
