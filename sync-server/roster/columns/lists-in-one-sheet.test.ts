import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

async function taken(text: string, name = 'alunni.csv') {
  const store = createMemoryStore();
  const report = await importRoster(store, [{ name, bytes: Buffer.from(text) }], {
    school: 'PROV0001',
    dryRun: false,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['upperSecondary'],
  });
  return {
    people: store
      .records()
      .flatMap((one) =>
        one.kind === 'person' ? [[one.surname, ...one.classes.map((id) => id.slice(8))].join(' ')] : [],
      ),
    rejected: report.rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`),
    warned: report.warnings.flatMap(({ file, row, reasonCode }) =>
      file === '' ? [] : [`${row} ${reasonCode}`],
    ),
  };
}

const HEAD = 'Cognome;Nome;Data di nascita';
const ANNA = 'Rossi;Anna;01/02/2011';
const UGO = 'Verdi;Ugo;02/02/2011';
const PIO = 'Gallo;Pio;03/02/2011';

describe('lists of several classes in one sheet, each below a line with its class', () => {
  it.each([
    ['below one header', [HEAD, 'Classe 1A;;', ANNA, 'Classe 1B;;', UGO]],
    ['with the header each time', ['Elenco;;', 'Classe 1A;;', HEAD, ANNA, 'Classe 1B;;', HEAD, UGO]],
    ['by the class alone', [HEAD, '1A;;', ANNA, ';1B;', UGO]],
    ['with the school year', [HEAD, 'Classe 1^A a.s. 2026/27;;', ANNA, 'Classe: 1^B a.s. 2026/27;;', UGO]],
    ['in merged cells, which some programs fill', [HEAD, '1A;1A;1A', ANNA, '1B;1B;1B', UGO]],
  ])('%s', async (_how, lines) => {
    const { people, rejected } = await taken(lines.join('\n'));
    expect({ people, rejected }).toEqual({ people: ['Rossi 1A', 'Verdi 1B'], rejected: [] });
  });

  it('leaves those in doubt who stand above the first of them', async () => {
    const { people, rejected } = await taken([HEAD, PIO, 'Classe 1A;;', ANNA].join('\n'));
    expect({ people, rejected }).toEqual({ people: ['Rossi 1A'], rejected: ['2 missingClass'] });
  });

  it('is of the class of the file until another is named', async () => {
    const { people } = await taken([HEAD, PIO, 'Classe 1B;;', UGO].join('\n'), '1A.csv');
    expect(people).toEqual(['Gallo 1A', 'Verdi 1B']);
  });
});

describe('a header that comes again is nobody', () => {
  it.each([
    [
      'pupils',
      'alunni.csv',
      'Cognome;Nome;Codice fiscale;Classe',
      'Rossi;Anna;RSSNNA11B41H501S;1A',
      'Rossi 1A',
    ],
    ['teachers', 'docenti.csv', 'Cognome;Nome;Email;Username', 'Bini;Leo;leo@scuola.example;leo', 'Bini'],
    ['other staff', 'ata.csv', 'Cognome;Nome;Tipo', 'Bini;Leo;C', 'Bini'],
  ])('in a list of %s', async (_who, name, header, row, person) => {
    const { people, rejected, warned } = await taken([header, row, header.toUpperCase()].join('\n'), name);
    expect({ people, rejected }).toEqual({ people: [person], rejected: [] });
    expect(warned).toContain('3 repeatedHeader');
  });
});
