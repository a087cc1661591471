import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests. `npm run e2e` builds the product, sets up the display and the keyring, and tells the tests through the environment
 * where Electron and Chromium are (CAMPANELLA_ELECTRON_EXECUTABLE, CAMPANELLA_CHROMIUM_EXECUTABLE) and whether there is a keyring
 * (CAMPANELLA_KEYRING, 1 or 0).
 *
 * On Electron every test runs once, without a keyring. Tests about what the keyring changes carry a tag: `@keyring-both` runs with and
 * without, `@keyring-only` runs with one only.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // For machines several times slower than a developer's: a test that passes waits for neither.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // One per round, because windows on one screen take the keyboard from each other; rounds run beside each other (build/test/rounds.ts).
  workers: 1,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['CAMPANELLA_E2E_REPORT'] ?? 'out/reports/e2e.json' }],
  ],
  use: {
    // Without a film: it costs more than the steps, and the tree of each step is there.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    screenshot: 'only-on-failure',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
  },
  projects: [
    {
      name: 'electron-keyring',
      testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'],
      grep: /@keyring-both|@keyring-only/,
    },
    {
      name: 'electron-no-keyring',
      testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'],
      grepInvert: /@keyring-only/,
    },
    {
      name: 'chromium',
      testMatch: ['chromium/**/*.spec.ts'],
      // Each test opens what it looks at: parts of equal size can run beside each other.
      fullyParallel: true,
      use: {
        browserName: 'chromium',
        // Emptied between tests, with what it keeps, its clock and its look; what it has compiled stays.
        reuseContext: true,
        launchOptions: {
          ...(process.env['CAMPANELLA_CHROMIUM_EXECUTABLE']
            ? { executablePath: process.env['CAMPANELLA_CHROMIUM_EXECUTABLE'] }
            : {}),
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      },
    },
  ],
});
