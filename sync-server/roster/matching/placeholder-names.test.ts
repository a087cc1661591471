import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';
import { isNoGuardian, isPlaceholderName } from './placeholder-names.ts';

describe('cells that say there is nobody', () => {
  it.each([
    ['ND', 'ND'],
    ['n.d.', 'N.D.'],
    ['-', '-'],
    ['XXX', 'XXX'],
    ['XXX', 'YYY'],
    ['Nessuno', 'Nessuno'],
    ['idem', 'idem'],
    ['Non', 'pervenuto'],
    ['Test', 'Prova'],
    ['Supplente', 'da nominare'],
    ['Da definire', 'Docente'],
  ])('%s %s', (surname, givenName) => {
    expect(isPlaceholderName(surname, givenName)).toBe(true);
  });

  it.each([
    ['Manca', 'Maria'],
    ['Null', 'Anna'],
    ['Na', 'No'],
    ['-', 'Suharto'],
    ['Suharto', '-'],
    ['Li', 'Li'],
    ['Vedova', 'Emilio'],
  ])('but not %s %s, which are names', (surname, givenName) => {
    expect(isNoGuardian(surname, givenName)).toBe(false);
  });

  it.each([
    ['deceduto', 'deceduto'],
    ['Rossi', 'Ugo (deceduto)'],
    ['Verdi †', 'defunta'],
  ])('nor a guardian: %s %s', (surname, givenName) => {
    expect(isNoGuardian(surname, givenName)).toBe(true);
  });
});

async function taken(text: string, name = 'alunni.csv') {
  const store = createMemoryStore();
  const report = await importRoster(store, [{ name, bytes: Buffer.from(text) }], {
    school: 'PROV0001',
    dryRun: false,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['upperSecondary'],
    language: 'it',
  });
  return {
    people: store
      .records()
      .flatMap((one) => (one.kind === 'person' ? [`${one.surname} ${one.givenName}`] : [])),
    rejected: report.rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`),
    warned: report.warnings.flatMap(({ file, row, reasonCode }) =>
      file === '' ? [] : [`${row} ${reasonCode}`],
    ),
  };
}

describe('nobody is made of them', () => {
  it('as a pupil or a teacher: the row is asked', async () => {
    const head = 'Cognome;Nome;Data di nascita;Classe\n';
    expect(await taken(`${head}ND;ND;01/02/2011;1A\nRossi;Anna;01/02/2011;1A\n`)).toMatchObject({
      people: ['Rossi Anna'],
      rejected: ['2 placeholderName'],
    });
    const teachers = 'Cognome;Nome;Username\nSupplente;Da nominare;supplente\nBini;Leo;leo\n';
    expect(await taken(teachers, 'docenti.csv')).toMatchObject({
      people: ['Bini Leo'],
      rejected: ['2 placeholderName'],
    });
  });

  it('as a guardian: the pupil is taken, and it is said', async () => {
    const head = 'Cognome;Nome;Data di nascita;Classe;Genitore1 cognome;Genitore1 nome\n';
    const rows = ['Rossi;Anna;01/02/2011;1A;ND;ND', 'Verdi;Ugo;02/02/2011;1A;Verdi;Leo (deceduto)'];
    expect(await taken(head + rows.join('\n'))).toEqual({
      people: ['Rossi Anna', 'Verdi Ugo'],
      rejected: [],
      warned: ['2 guardianPlaceholder', '3 guardianPlaceholder'],
    });
  });

  it('and they are no family that two pupils have in common', async () => {
    const head = 'Cognome;Nome;Data di nascita;Classe;Genitore1 cognome;Genitore1 nome\n';
    const rows = ['Rossi;Anna;01/02/2011;1A;ND;ND', 'Rossi;Anna;11/09/2010;1B;ND;ND'];
    expect((await taken(head + rows.join('\n'))).people).toEqual(['Rossi Anna', 'Rossi Anna']);
  });

  it('and a code that is none is not said to be kept', async () => {
    const { warned } = await taken(
      'Cognome;Nome;Data di nascita;Classe;Codice fiscale\nRossi;Anna;01/02/2011;1A;ND\nVerdi;Ugo;02/02/2011;1A;CF PROVVISORIO\n',
    );
    expect(warned).toEqual(['3 notAnIdentifier']);
  });
});

it('a name in capitals that has letters of no capital is the same name', async () => {
  const head = 'Cognome;Nome;Data di nascita;Classe\n';
  const rows = ['Groß;Jürgen;02/02/2011;1A', 'GROSS;JÜRGEN;02/02/2011;1A', 'Παπάς;Γιώργος;03/02/2011;1A'];
  const { people } = await taken(`${head}${rows.join('\n')}\nΠΑΠΆΣ;ΓΙΏΡΓΟΣ;03/02/2011;1A\n`);
  expect(people).toEqual(['Groß Jürgen', 'Παπάς Γιώργος']);
});
