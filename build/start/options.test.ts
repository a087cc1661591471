import { expect, test } from 'vitest';
import { defaultPort, readStartOptions } from './options.ts';

test('starts server and window on the usual port when nothing is said', () => {
  expect(readStartOptions([])).toEqual({ serverOnly: false, fresh: false, empty: false, port: defaultPort });
});

test('takes all options', () => {
  expect(readStartOptions(['--server-only', '--fresh', '--empty', '--port', '9000'])).toEqual({
    serverOnly: true,
    fresh: true,
    empty: true,
    port: 9000,
  });
});

test.each([
  [['--port', '0'], '--port wants a number'],
  [['--port', 'abc'], '--port wants a number'],
  [['--nonsense'], 'Unknown option'],
])('refuses %j', (args, message) => {
  expect(() => readStartOptions(args)).toThrow(message);
});
