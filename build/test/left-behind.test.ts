import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { leftBehind, untilAllHasEnded, workUnderWay } from './left-behind.ts';

test('a server that nobody closes is left behind, until somebody does', async () => {
  const before = workUnderWay();
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  await expect(untilAllHasEnded(before, workUnderWay, 20)).rejects.toThrow(
    'The test has left work behind: 1 TCPServerWrap',
  );
  server.close();
  await untilAllHasEnded(before);
});

test('a program that is still running is left behind, until it has ended', async () => {
  const before = workUnderWay();
  const program = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  await expect(untilAllHasEnded(before, workUnderWay, 20)).rejects.toThrow('1 ProcessWrap');
  program.kill('SIGKILL');
  await untilAllHasEnded(before);
});

test('what was there before the test is not its own, and other kinds are not counted', () => {
  const before = workUnderWay(['TCPServerWrap', 'MessagePort']);
  expect(leftBehind(before, workUnderWay(['TCPServerWrap', 'MessagePort', 'MessagePort']))).toEqual([]);
  expect(leftBehind(before, workUnderWay(['TCPServerWrap', 'FSReqPromise']))).toEqual(['1 FSReqPromise']);
  expect(leftBehind(before, workUnderWay([]))).toEqual([]);
});
