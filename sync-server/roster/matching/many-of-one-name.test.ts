import { expect, test } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

/** A birthday of its own for each of some two thousand. */
function birthday(index: number): string {
  return `${(index % 28) + 1}/${(Math.floor(index / 28) % 12) + 1}/${2010 + Math.floor(index / 336)}`;
}

test('a list of one name over and over is refused row by row after five hundred, and not compared without end', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => `Rossi;Ada;${birthday(index)};1A`);
  const report = await importRoster(
    createMemoryStore(),
    [
      {
        name: 'alunni.csv',
        bytes: Buffer.from(`Cognome;Nome;Data di nascita;Classe\n${rows.join('\n')}\n`),
      },
    ],
    { school: 'PROV0001', dryRun: true, now: NOW, levels: ['lowerSecondary'] },
  );
  expect(report.created.pupils).toBeGreaterThan(400);
  expect(report.created.pupils).toBeLessThanOrEqual(501);
  expect(new Set(report.rejected.map(({ reasonCode }) => reasonCode))).toContain('ambiguousPerson');
});
