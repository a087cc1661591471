import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,main,renderer,sync-server,build,tests,bench}/**/*.test.{ts,tsx}'],
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
