import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdsStorage } from '../../storage/open.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'campanella-import-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs the command on a list of pupils; interrupts it when its error stream says a word. */
async function run(rows: number, options: readonly string[], interruptAt?: RegExp) {
  const file = path.join(folder, 'alunni.csv');
  const lines = Array.from({ length: rows }, (_, index) => `Filo${index};Ada;${(index % 28) + 1}/3/2014;1A`);
  await writeFile(file, `Cognome;Nome;Data di nascita;Classe\n${lines.join('\n')}\n`);
  const child = spawn(
    process.execPath,
    [
      path.join(import.meta.dirname, 'cli.ts'),
      '--school',
      'PROV0001',
      '--level',
      'lowerSecondary',
      '--data',
      path.join(folder, 'data'),
      '--lang',
      'en',
      ...options,
      file,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let progress = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    const said = progress;
    progress += chunk;
    if (interruptAt?.test(progress) === true && !interruptAt.test(said)) child.kill('SIGINT');
  });
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { output, progress, code };
}

test('the command reports on its output and says on the error stream how far it is', async () => {
  const { output, progress, code } = await run(3, ['--json']);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ created: { pupils: 3 } });
  expect(progress.split('\n')).toEqual([
    'Reading the files… (Ctrl+C ends the import with nothing written)',
    'Comparing with the register…',
    'Writing…',
    '',
  ]);
});

test('interrupted while it compares, it writes nothing and leaves no trace', async () => {
  const { output, progress, code } = await run(20_000, [], /Comparing/);
  expect([code, output]).toEqual([130, '']);
  expect(progress.split('\n').slice(-3)).toEqual([
    'Stopping…',
    'The import was ended: nothing was written.',
    '',
  ]);
  expect(holdsStorage(path.join(folder, 'data'))).toBe(false);
});

test('interrupted in Italian, it says in Italian that nothing was written', async () => {
  const { progress, code } = await run(20_000, ['--lang', 'it'], /Confronto/);
  expect(code).toBe(130);
  expect(progress).toContain('(Ctrl+C ferma l’importazione senza scrivere nulla)');
  expect(progress).toContain('Importazione fermata: nulla è stato scritto.');
});

test('interrupted while it writes, the next run finds nothing of it, or all where the signal came too late', async () => {
  const { code, progress } = await run(3000, [], /Writing/);
  const again: unknown = JSON.parse((await run(5, ['--json'])).output);
  const five = { pupils: 5 };
  expect([0, 130]).toContain(code);
  // Whoever was too late is not left to believe that it was ended.
  expect(progress).toContain(code === 130 ? 'nothing was written' : 'Too late to end it');
  expect(again).toMatchObject(code === 130 ? { created: five } : { unchanged: five });
});
