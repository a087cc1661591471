import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { buildSession, type BuiltSession } from '../device/build-session.ts';
import type { DeviceSession } from '../device/device-session.ts';
import type { SafeStoragePort } from '../keychain/keychain.ts';
import { fakeSafeStorage } from './keychains.ts';
import { sampleSchool } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A computer with the app on it. */
export interface Computer {
  readonly userData: string;
  readonly time: { wall: number; steady: number };
  readonly logged: string[];
  /** The addresses that the system's browser was given. */
  readonly browser: string[];
  /** How long the app waits for a server that does not answer, in milliseconds, from its next start on. */
  answerWithin: number;
  /** Starts the app on this computer; the one before ends as by kill -9. */
  start(): Promise<BuiltSession & { readonly states: SessionState[] }>;
}

/** Sets up a computer whose installed school has its server at an origin. */
export function computer(
  server: { readonly origin: string },
  safeStorage: SafeStoragePort = fakeSafeStorage(),
  more: Partial<InstalledSchool> = {},
  answerWithin = 10_000,
  userData = temporaryFolder(),
): Computer {
  const time = { wall: 1_700_000_000_000, steady: 0 };
  const logged: string[] = [];
  const browser: string[] = [];
  const pc: Computer = {
    userData,
    time,
    logged,
    browser,
    answerWithin,
    start: async () => {
      const states: SessionState[] = [];
      const built = buildSession({
        userData,
        school: { ...sampleSchool(server.origin), ...more },
        answerWithin: pc.answerWithin,
        fetch,
        safeStorage,
        openOutside: async (url) => {
          browser.push(url);
          await Promise.resolve();
        },
        clocks: { wall: () => time.wall, steady: () => time.steady, random: () => 0 },
        onChange: (state) => states.push(state),
        log: {
          info: () => undefined,
          warn: (event) => logged.push(event),
          error: (event) => logged.push(event),
        },
        lastWords: 50,
        wrapCost: { cost: 1024, blockSize: 8, parallelization: 1 },
      });
      await built.device.start();
      onTestFinished(built.close);
      return { ...built, states };
    },
  };
  return pc;
}

/** All files under a folder. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The key of the open account without the opening, which is another one each time. */
export function keyOf(device: DeviceSession): unknown {
  const asked = device.localStoreKey();
  return asked.ok ? [asked.value.databaseName, asked.value.key] : asked;
}
