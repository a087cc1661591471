import { afterEach, expect, test, vi } from 'vitest';
import { clientName } from './client-name.ts';

afterEach(() => void vi.unstubAllGlobals());

test('carries the version that the build put in', () => {
  vi.stubGlobal('CAMPANELLA_VERSION', '4.5.6');
  expect(clientName()).toBe('campanella 4.5.6');
});

test('claims no version where the sources run without a build', () => {
  expect(clientName()).toBe('campanella');
});
