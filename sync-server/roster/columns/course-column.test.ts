import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const NAMES = ['Alfa', 'Beta', 'Gamma', 'Delta'];

/** Takes a list with some columns of a class; answers classes, addresses, and the rejected rows. */
async function taken(columns: string, ...rows: readonly string[]) {
  const store = createMemoryStore();
  const text = rows.map((row, index) => `${NAMES[index]};Ada;${index + 1}/2/2012;${row}`).join('\n');
  const bytes = Buffer.from(`Cognome;Nome;Data di nascita;${columns}\n${text}\n`);
  const { rejected } = await importRoster(store, [{ name: 'alunni.csv', bytes }], {
    school: 'PROV0001',
    dryRun: false,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['upperSecondary'],
  });
  const records = store.records();
  return {
    classes: records.flatMap((one) => (one.kind === 'class' ? [`${one.year}${one.section}`] : [])),
    addresses: records.flatMap((one) => (one.kind === 'personalData' ? (one.address ?? []) : [])),
    rejected: rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`),
  };
}

const ASKED = ['2 classOfSeveralCourses', '3 classOfSeveralCourses'];

describe('a class of one name with several courses or sites', () => {
  it.each([
    ['Classe;Sezione;Indirizzo', '1;A;Liceo scientifico', '1;A;Liceo classico'],
    ['Classe;Sezione;Indirizzo', '1;A;LSA', '1;A;AFM'],
    ['Classe;Sezione;Corso', 'I;A;LS', 'I;A;LC'],
    ['Classe;Indirizzo di studio', '1A;Informatica', '1A;Meccanica'],
    ['Classe;Plesso', '1A;Centro', '1^A;Collina'],
    ['Classe;Codice meccanografico', '1A;MOEE00000A', '1A;MOEE00000B'],
    ['Classe;Indirizzo', '1A;Turismo', '1A;Amministrazione finanza e marketing'],
    ['Classe;Sede', '1A;Via Roma 5', '1A;Via Po 3'],
  ])('is asked, and nobody comes into one register: %s', async (columns, ...rows) => {
    expect(await taken(columns, ...rows)).toEqual({ classes: [], addresses: [], rejected: ASKED });
  });

  it('stops only the pupils of that class', async () => {
    const { classes, rejected } = await taken(
      'Classe;Plesso',
      '1A;Centro',
      '1A;Collina',
      '2A;Centro',
      '3B;Collina',
    );
    expect([classes.toSorted(), rejected]).toEqual([['2A', '3B'], ASKED]);
  });

  it.each([
    ['the class says it', 'Classe;Corso', ['1A LS;LS', '1A LC;LC'], ['1A LC', '1A LS'], []],
    ['all have the same', 'Classe;Plesso', ['1A;Centro', '1A;CENTRO', '1A;'], ['1A'], []],
    [
      'a column of courses is no address',
      'Classe;Indirizzo',
      ['1A;Liceo classico', '2A;Liceo scientifico'],
      ['1A', '2A'],
      [],
    ],
    [
      'streets are addresses',
      'Classe;Indirizzo',
      ['1A;Via Roma 5', '1A;Corso Italia'],
      ['1A'],
      ['Via Roma 5', 'Corso Italia'],
    ],
    [
      'a place without a street is one too',
      'Classe;Indirizzo',
      ['1A;Montegibbio', '1A;Roma', '1A;Montegibbio', '1A;Roma'],
      ['1A'],
      ['Montegibbio', 'Roma', 'Montegibbio', 'Roma'],
    ],
  ])('is one class where %s', async (_what, columns, rows, classes, addresses) => {
    const outcome = await taken(columns, ...rows);
    expect({ ...outcome, classes: outcome.classes.toSorted() }).toEqual({ classes, addresses, rejected: [] });
  });
});
