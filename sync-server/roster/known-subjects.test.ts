import { expect, test } from 'vitest';
import { importRoster } from './import-roster.ts';
import { createMemoryStore } from './trial/memory-store.ts';

const FILES = {
  'docenti.csv': 'Cognome;Nome;Codice fiscale\nGalli;Paola;GLLPLA70B41F257Y\n',
  'cattedre.csv':
    'Cognome;Nome;Materia;Classe\nGalli;Paola;Religione cattolica;1A\nGalli;Paola;Italiano;1A\nGalli;Paola;Ed. civica;1A\n',
};

test('D27, D70: a dry run says which subjects are taken for religion and civics, the real one writes it, and a later one is silent', async () => {
  const store = createMemoryStore();
  const run = async (dryRun: boolean) => {
    const { warnings } = await importRoster(
      store,
      Object.entries(FILES).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      {
        school: 'TEST0001',
        dryRun,
        now: Date.parse('2026-11-23T10:00:00.000Z'),
        language: 'it',
        levels: ['lowerSecondary'],
      },
    );
    return warnings.flatMap(({ reason, reasonCode }) => (reasonCode === 'subjectProposed' ? [reason] : []));
  };
  const specials = () =>
    store.records().flatMap((one) => (one.kind === 'subject' ? [[one.name, one.special]] : []));
  const told = await run(true);
  expect(told).toEqual([
    expect.stringContaining('Religione cattolica: religione cattolica (giudizi'),
    expect.stringContaining('Ed. civica: educazione civica'),
  ]);
  expect(specials()).toEqual([]);
  expect(await run(false)).toEqual(told);
  expect(specials()).toEqual([
    ['Religione cattolica', 'religion'],
    ['Italiano', undefined],
    ['Ed. civica', 'civics'],
  ]);
  expect(await run(false)).toEqual([]);
});
