import { describe, expect, it } from 'vitest';
import { importRoster, type ImportOptions } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Classe';
const NAMES = [
  'Rossi;Anna;01/02/2011',
  'Verdi;Ugo;02/02/2011',
  'Gallo;Pio;03/02/2011',
  'Neri;Ada;04/02/2011',
];
const listOf = (...classes: readonly string[]) =>
  [HEAD, ...classes.map((name, index) => `${NAMES[index]};${name}`)].join('\n');

/** Imports one list after another; answers the classes of the last day, and what the last import said. */
async function after(
  ...steps: readonly {
    readonly on: string;
    readonly text: string;
    readonly name?: string;
    readonly options?: Partial<ImportOptions>;
  }[]
) {
  const store = createMemoryStore();
  let said: readonly string[] = [];
  for (const { on, text, name = 'alunni.csv', options } of steps)
    try {
      const report = await importRoster(store, [{ name, bytes: Buffer.from(text) }], {
        school: 'PROV0001',
        dryRun: false,
        now: Date.parse(`${on}T10:00:00.000Z`),
        levels: ['upperSecondary'],
        ...options,
      });
      const codes = [...report.rejected, ...report.warnings.filter(({ file }) => file !== '')];
      said = codes.map(({ row, reasonCode }) => `${row} ${reasonCode}`);
    } catch (error) {
      if (!(error instanceof RosterRefusal)) throw error;
      said = [error.code, error.value];
    }
  const open = store
    .records()
    .flatMap((one) => (one.kind === 'enrolment' && one.to === undefined ? [one.class.slice(2)] : []));
  return { open, said };
}

const LAST_YEAR = { on: '2025-09-20', text: listOf('1A', '1A', '1A', '1B') };

describe('a list that moves nearly everybody to another year of course', () => {
  it.each(['2026-07-10', '2026-08-25'])('is asked on %s: it is the next year’s', async (on) => {
    const { open, said } = await after(LAST_YEAR, { on, text: listOf('2A', '2A', '2A', '1B') });
    expect(said).toEqual(['yearUnclear', '1A → 2A']);
    expect(open).toEqual(['25.US.1A', '25.US.1A', '25.US.1A', '25.US.1B']);
  });

  it('is asked in October: it is last year’s', async () => {
    const promoted = { on: '2026-09-10', text: listOf('2A', '2A', '2A', '2B') };
    const { open, said } = await after(LAST_YEAR, promoted, { ...LAST_YEAR, on: '2026-10-10' });
    expect(said).toEqual(['yearUnclear', '2A → 1A, 2B → 1B']);
    expect(open).toEqual(['26.US.2A', '26.US.2A', '26.US.2A', '26.US.2B']);
  });

  it('is taken by whoever names the year', async () => {
    const { open } = await after(LAST_YEAR, {
      on: '2026-07-10',
      text: listOf('2A', '2A', '2A', '2B'),
      options: { startYear: 2026 },
    });
    expect(open).toEqual(['26.US.2A', '26.US.2A', '26.US.2A', '26.US.2B']);
  });

  it.each([
    ['new sections', listOf('1B', '1B', '1B', '1A')],
    ['one pupil set back among many', listOf('1A', '1A', '2A', '1B')],
  ])('is not one of %s', async (_what, text) => {
    const { said } = await after(LAST_YEAR, { on: '2025-11-10', text });
    expect(said).not.toContain('yearUnclear');
  });

  it('counts nothing in September, when everybody begins the new year', async () => {
    const { open, said } = await after(LAST_YEAR, { on: '2026-09-01', text: listOf('2A', '2A', '2A', '2B') });
    expect({ open, said }).toEqual({ open: ['26.US.2A', '26.US.2A', '26.US.2A', '26.US.2B'], said: [] });
  });
});

it('a list of these weeks that moves nobody says into which year it went', async () => {
  const { open, said } = await after({ on: '2026-07-10', text: listOf('1A') });
  expect({ open, said }).toEqual({ open: ['25.US.1A'], said: ['1 yearEnding'] });
});

describe('a list that says of which year it is', () => {
  const text = listOf('1A', '1A');
  it.each([
    ['in the name of its file', { text, name: 'alunni 2025-26.csv' }],
    ['in its title', { text: `Elenco alunni a.s. 2025/2026\n${text}` }],
    ['in its title, shortly', { text: `Classi prime A.S. 25/26\n${text}` }],
    ['and is next year’s', { text, name: 'alunni_2027_28.csv' }],
  ])('%s is refused when the import is of another', async (_where, list) => {
    const { open, said } = await after({ on: '2026-11-20', ...list });
    expect(said[0]).toBe('otherYear');
    expect(open).toEqual([]);
  });

  it.each([
    ['the year of the import', { text: `Elenco alunni a.s. 2026/27\n${text}`, name: 'alunni 2026-27.csv' }],
    ['a day', { text: `Stampato il 11/12/2026\n${text}`, name: 'alunni-2026-09-20.csv' }],
    ['last year’s beside this one’s', { text: `Iscritti 2025/26 e 2026/27\n${text}` }],
    ['a telephone', { text: `Istituto di Prova, tel. 059 25 26 27\n${text}` }],
  ])('is taken where that is %s', async (_what, list) => {
    const { open, said } = await after({ on: '2026-11-20', ...list });
    expect({ open, said }).toEqual({ open: ['26.US.1A', '26.US.1A'], said: [] });
  });

  it('row by row loses the rows of another year', async () => {
    const rows = ['2025/26', '2026/27', '2026', ''].map((year, index) => `${NAMES[index]};1A;${year}`);
    const { open, said } = await after({
      on: '2026-11-20',
      text: [`${HEAD};Anno scolastico`, ...rows].join('\n'),
    });
    expect({ open, said }).toEqual({ open: ['26.US.1A', '26.US.1A', '26.US.1A'], said: ['2 otherYear'] });
  });
});
