import { utils, write, type WorkSheet } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RecordKind, RecordOfKind } from '../../domain/kinds/registry.ts';
import { importRoster } from './import-roster.ts';
import type { RosterFile } from './reading/roster-file.ts';
import { RosterRefusal } from './report/refusal.ts';
import { createMemoryStore } from './trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const HEADER = ['Cognome', 'Nome', 'Data di nascita', 'Classe'];

async function take(...files: readonly RosterFile[]) {
  const store = createMemoryStore();
  const options = { school: 'TEST0001', dryRun: false, now: NOW, levels: ['upperSecondary'] } as const;
  const report = await importRoster(store, files, options);
  const of = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
    store.records().filter((record): record is RecordOfKind<K> => record.kind === kind);
  return {
    of,
    pupils: of('person')
      .filter(({ type }) => type === 'pupil')
      .map(({ surname, givenName, birthDate, classes }) =>
        [surname, givenName, birthDate, ...classes.map((id) => id.slice(-2))].join(' '),
      ),
    rejected: report.rejected.map(({ row, column, reasonCode }) => `${row} ${column} ${reasonCode}`),
    warned: report.warnings
      .filter(({ file }) => file !== '')
      .map(({ row, reasonCode }) => `${row} ${reasonCode}`),
    report,
  };
}

const csv = (text: string | Uint8Array, name = 'alunni.csv'): RosterFile => ({
  name,
  bytes: Buffer.from(text),
});

interface Page {
  readonly rows: readonly (readonly unknown[])[];
  readonly isHidden?: boolean;
  readonly change?: (sheet: WorkSheet) => void;
}

function book(pages: Readonly<Record<string, Page>>, isDate1904 = false): RosterFile {
  const made = utils.book_new();
  for (const [title, { rows, change }] of Object.entries(pages)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    change?.(sheet);
    utils.book_append_sheet(made, sheet, title);
  }
  made.Workbook = {
    WBProps: { date1904: isDate1904 },
    Sheets: Object.entries(pages).map(([name, { isHidden }]) => ({
      name,
      Hidden: isHidden === true ? 1 : 0,
    })),
  };
  const bytes: unknown = write(made, { type: 'buffer', bookType: 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new Error('A workbook is bytes');
  return { name: 'scuola.xlsx', bytes };
}

describe('the sheets of a workbook', () => {
  const people = (surname: string, ...more: readonly string[]) => [surname, 'Anna', '1/2/2012', ...more];

  it('are all read, each kind by its own header, and the others are named', async () => {
    const { pupils, of, report, warned } = await take(
      book({
        Leggimi: { rows: [['Istruzioni'], ['Compilare il foglio seguente']] },
        Riepilogo: {
          rows: [
            ['Classe', 'Sezione', 'Totale'],
            ['1', 'A', 20],
          ],
        },
        Alunni: { rows: [HEADER, people('Alfa', '1A')] },
        Docenti: {
          rows: [
            ['Cognome', 'Nome', 'E-mail'],
            ['Neri', 'Ugo', 'u.neri@scuola.example'],
          ],
        },
        Nascosto: { rows: [HEADER, people('Ombra', '1A')], isHidden: true },
        'Ritirati 25-26': { rows: [HEADER, people('Partita', '1A')] },
      }),
    );
    expect(pupils).toEqual(['Alfa Anna 2012-02-01 1A']);
    expect(of('person').map(({ type }) => type)).toEqual(['pupil', 'staff']);
    expect(warned).toEqual(['0 sheetsIgnored']);
    expect(report.warnings.find(({ reasonCode }) => reasonCode === 'sheetsIgnored')?.reason).toContain(
      'Leggimi, Riepilogo, Nascosto, Ritirati 25-26',
    );
  });

  it('may be one for each class, whose name is that of the sheet', async () => {
    const header = HEADER.slice(0, 3);
    const { pupils, rejected } = await take(
      book({
        '1A': { rows: [header, people('Alfa')] },
        'Classe 1B': { rows: [['Elenco alunni'], [], header, people('Beta'), ['Totale', 1]] },
        'Foglio 3': { rows: [['Classe 2^ C a.s. 2026/27'], header, people('Gamma')] },
      }),
    );
    expect(rejected).toEqual([]);
    expect(pupils).toEqual([
      'Alfa Anna 2012-02-01 1A',
      'Beta Anna 2012-02-01 1B',
      'Gamma Anna 2012-02-01 2C',
    ]);
  });

  it('that have no class are no list of pupils, and are named', async () => {
    const { pupils, warned } = await take(
      book({
        Alunni: { rows: [HEADER, people('Alfa', '1A')] },
        Altro: { rows: [HEADER.slice(0, 3), people('Beta')] },
      }),
    );
    expect([pupils, warned]).toEqual([['Alfa Anna 2012-02-01 1A'], ['0 sheetsIgnored']]);
  });

  it('may have many lines above the header, and a class in cells that are merged', async () => {
    const notes = Array.from({ length: 20 }, (_, index) => [`Nota ${index + 1}`]);
    const { pupils } = await take(
      book({
        Foglio1: {
          rows: [...notes, HEADER, people('Alfa', '1A'), people('Beta')],
          change: (sheet) => {
            sheet['!merges'] = [{ s: { r: 21, c: 3 }, e: { r: 22, c: 3 } }];
          },
        },
      }),
    );
    expect(pupils).toEqual(['Alfa Anna 2012-02-01 1A', 'Beta Anna 2012-02-01 1A']);
  });

  it('count days from 1904 in all cells where the workbook does', async () => {
    const { pupils } = await take(
      book(
        {
          A: {
            rows: [
              HEADER,
              ['Alfa', 'Anna', 39507, '1A'],
              ['Beta', 'Bea', 39507, '1A'],
              ['Gamma', 'Ciro', '39507', '1A'],
            ],
            change: (sheet) => {
              const cell: unknown = sheet['C3'];
              if (typeof cell === 'object') Object.assign(cell ?? {}, { z: 'dd/mm/yyyy' });
            },
          },
        },
        true,
      ),
    );
    expect(pupils.map((text) => text.split(' ')[2])).toEqual(['2012-03-01', '2012-03-01', '2012-03-01']);
  });

  it('have their letters put right that were encoded twice before', async () => {
    const { pupils, warned } = await take(
      book({ A: { rows: [HEADER, ['AlÃ²', 'NicolÃ²', '1/2/2012', '1A']] } }),
    );
    expect([pupils, warned]).toEqual([['Alò Nicolò 2012-02-01 1A'], ['2 encodedTwice']]);
  });
});

describe('a file of several tables that is no workbook', () => {
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const row = (...texts: readonly string[]) => `<tr>${cells('td', texts)}</tr>`;

  it('is read by all of them: a web page', async () => {
    const table = (surname: string, name: string) =>
      `<table>${row(...HEADER)}${row(surname, 'Anna', '1/2/2012', name)}</table>`;
    const page = `<html><body><table><tr><td>Istituto</td></tr></table>${table('Alfa', '1A')}${table('Beta', '1B')}</body></html>`;
    const { pupils, warned } = await take(csv(page, 'alunni.xls'));
    expect([pupils, warned]).toEqual([['Alfa Anna 2012-02-01 1A', 'Beta Anna 2012-02-01 1B'], []]);
  });

  it('is read by all of them: a workbook written as XML, with a sheet for each class', async () => {
    const line = (...texts: readonly string[]) =>
      `<Row>${texts.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`;
    const sheet = (title: string, surname: string) =>
      `<Worksheet ss:Name="${title}"><Table>${line(...HEADER.slice(0, 3))}${line(surname, 'Anna', '1/2/2012')}</Table></Worksheet>`;
    const names = 'urn:schemas-microsoft-com:office:spreadsheet';
    const xml = `<?xml version="1.0"?>\n<Workbook xmlns="${names}" xmlns:ss="${names}">${sheet('1A', 'Alfa')}${sheet('1B', 'Beta')}</Workbook>`;
    expect((await take(csv(xml, 'alunni.xls'))).pupils).toEqual([
      'Alfa Anna 2012-02-01 1A',
      'Beta Anna 2012-02-01 1B',
    ]);
  });

  it('says what it leaves out: an archive with a workbook in it', async () => {
    const text = `${HEADER.join(';')}\nAlfa;Anna;1/2/2012;1A\n`;
    const bytes = zipSync({
      'alunni.csv': strToU8(text),
      'altri.xlsx': book({ A: { rows: [HEADER] } }).bytes,
    });
    const { pupils, report } = await take({ name: 'elenchi.zip', bytes });
    expect(pupils).toHaveLength(1);
    expect(report.warnings.find(({ reasonCode }) => reasonCode === 'sheetsIgnored')?.reason).toContain(
      'altri.xlsx',
    );
  });
});

describe('a list below many lines', () => {
  it('is found by its header, whatever its separator', async () => {
    const notes = Array.from({ length: 30 }, (_, index) => `Nota ${index + 1}`).join('\n');
    const text = `${notes}\nCognome|Nome|Data di nascita|Classe\nAlfa|Anna|'1/2/2012|1A\n`;
    expect((await take(csv(text))).pupils).toEqual(['Alfa Anna 2012-02-01 1A']);
  });
});

describe('a class in the name of a file', () => {
  it('is the class of its pupils', async () => {
    const text = 'Cognome;Nome;Data di nascita\nAlfa;Anna;1/2/2012\n';
    expect((await take(csv(text, '1A.csv'), csv(text.replace('Alfa', 'Beta'), '1^B.csv'))).pupils).toEqual([
      'Alfa Anna 2012-02-01 1A',
      'Beta Anna 2012-02-01 1B',
    ]);
  });
});

describe('a row of another number of cells than the header', () => {
  const header = 'Cognome,Nome,Data di nascita,Classe,Indirizzo,Citta,Telefono\n';

  it.each([
    ['a comma without quotes', 'Alfa,Anna,1/2/2012,1A,Via Po, 3,Modena,059 123456'],
    ['a cell left out in front', 'Anna,1/2/2012,1A,Via Po 3,Modena,059 123456'],
    ['a cell left out inside', 'Alfa,Anna,1A,Via Po 3,Modena,059 123456'],
    ['a cell left out before the telephone', 'Alfa,Anna,1/2/2012,1A,Via Po 3,059 123456'],
  ])('is rejected with its number: %s', async (_what, row) => {
    const { pupils, rejected } = await take(
      csv(`${header}Beta,Bea,1/2/2012,1A,Via Po 5,Modena,059 1234567\n${row}\n`),
    );
    expect(pupils).toEqual(['Beta Bea 2012-02-01 1A']);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatch(/^3 +too(?:Many|Few)Cells$/);
  });

  it('is taken where only blank cells at its end are missing, or are too many', async () => {
    const { pupils, rejected, warned } = await take(
      csv(`${header}Alfa,Anna,1/2/2012,1A\nBeta,Bea,1/2/2012,1A,,,,,\nGamma,Ada,1/2/2012,1A,,\n`),
    );
    expect([pupils.length, rejected, warned]).toEqual([3, [], []]);
  });

  it('may have notes in columns without a name', async () => {
    const text = 'Cognome;Nome;Data di nascita;Classe;;\nAlfa;Anna;1/2/2012;1A;porta il violino;\n';
    expect((await take(csv(text))).rejected).toEqual([]);
  });

  it('is taken as far as its cells are proved by what they hold, and says so', async () => {
    const { of, warned } = await take(csv(`${header}Alfa,Anna,1/2/2012,1A,Modena\n`));
    expect(of('personalData')[0]).not.toHaveProperty('address');
    expect(warned).toEqual(['2 tooFewCells']);
  });

  it('may have moved although their number is right: digits are no name', async () => {
    const text = 'Cognome,Nome,Classe,Data di nascita,Genitore1 Cognome,Genitore1 Nome,Genitore1 Telefono\n';
    const { pupils, rejected } = await take(
      csv(`${text}Alfa,Anna,1A,1/2/2012,Rosa,333 1234567,a@posta.example\n`),
    );
    expect([pupils, rejected]).toEqual([[], ['2 Genitore1 Nome notAName']]);
  });
});

describe('no cell refuses its file', () => {
  const header = 'Cognome,Nome,Data di nascita,Classe,Indirizzo,Telefono,Note\n';
  const good = 'Beta,Bea,1/2/2012,1A,Via Po 5,059 1234567,\n';

  it.each([
    ['a formula in a name', '=1+1,Anna,1/2/2012,1A,,,', '2 Cognome formula'],
    ['a formula behind a tab', '"\t@SUM(1+1)",Anna,1/2/2012,1A,,,', '2 Cognome formula'],
    ['a program', `"=cmd|' /C calc'!A0",Anna,1/2/2012,1A,,,`, '2 Cognome formula'],
    ['an endless name', `${'x'.repeat(500)},Anna,1/2/2012,1A,,,`, '2 Cognome tooLong'],
    ['a broken letter', 'Mar\uFFFD,Anna,1/2/2012,1A,,,', '2 Cognome brokenCharacter'],
  ])('%s rejects its row', async (_what, row, expected) => {
    const { pupils, rejected } = await take(csv(`${header}${row}\n${good}`));
    expect([pupils, rejected]).toEqual([['Beta Bea 2012-02-01 1A'], [expected]]);
  });

  it.each([
    ['a formula in a column that is not read', 'Alfa,Anna,1/2/2012,1A,,,=1+1', []],
    ['an endless telephone', `Alfa,Anna,1/2/2012,1A,,${'0591234567 e poi '.repeat(20)},`, []],
    ['a telephone without a number', 'Alfa,Anna,1/2/2012,1A,,chiedere alla nonna,', ['2 badPhone']],
    ['a broken letter in an address', 'Alfa,Anna,1/2/2012,1A,Via Forl\uFFFD,,', ['2 brokenCharacter']],
    ['a control character', 'Al\u0002fa,Anna,1/2/2012,1A,,,', ['2 oddCharacters']],
    ['text that a program marked', 'Alfa,Anna,1/2/2012,1A,,"=""0591234567""",', []],
  ])('%s leaves its row', async (_what, row, expected) => {
    const { pupils, rejected, warned } = await take(csv(`${header}${good}`.replace('\n', `\n${row}\n`)));
    expect(pupils[0]).toBe('Alfa Anna 2012-02-01 1A');
    expect([rejected, warned.filter((text) => !text.endsWith('columnsIgnored'))]).toEqual([[], expected]);
  });
});

describe('a name with a sign in the place of a letter', () => {
  it.each([
    ['Nicol?', 'Anna'],
    ['?arko', 'Anna'],
    ['Nicol=C3=B2', 'Anna'],
    ['Rossi', 'Zo?'],
  ])('is asked: %s %s', async (surname, givenName) => {
    const { pupils, rejected } = await take(
      csv(`${HEADER.join(';')}\n${surname};${givenName};1/2/2012;1A\n`),
    );
    expect(pupils).toEqual([]);
    expect(rejected.map((text) => text.split(' ').at(-1))).toEqual(['brokenCharacter']);
  });
});

describe('dates of a list', () => {
  const list = (...dates: readonly string[]) =>
    csv(
      `${HEADER.join(';')}\n${dates.map((date, index) => `Alfa${'abcdefgh'[index]};Anna;${date};1A`).join('\n')}\n`,
    );

  it.each([
    ['03/25/2012', '03/04/2012'],
    ['3/4/2012 12:00:00 AM', '5/6/2012 12:00:00 AM'],
    ['03-04-12', '04-13-12'],
  ])('refuse it where the month comes first: %s, %s', async (...dates) => {
    const refusal = await take(list(...dates)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RosterRefusal);
    expect(refusal).toMatchObject({ code: 'monthFirstDates' });
  });

  it('are doubtful where both orders are there, and one slip among many is its own row’s affair', async () => {
    expect((await take(list('13/4/2012', '4/13/2012', '3/4/2012', '5/5/2012'))).rejected).toEqual([
      '3 Data di nascita dateOrderUnclear',
      '4 Data di nascita dateOrderUnclear',
    ]);
    const many = ['13/4/2012', '14/4/2012', '15/4/2012', '16/4/2012', '17/4/2012', '3/4/2012', '4/13/2012'];
    expect((await take(list(...many))).rejected).toEqual(['8 Data di nascita badDate']);
  });

  it('that nobody of this school was born on are asked', async () => {
    const { rejected, warned, pupils } = await take(
      list('1/2/27', '1/2/1927', '1/2/2025', '1/2/88', '1/2/1988', '1/2/2021', '1/2/12'),
    );
    expect(rejected.map((text) => text.slice(0, 1))).toEqual(['2', '3', '4', '5']);
    // Grown-ups attend evening courses of upper secondary schools.
    expect(warned).toEqual(['7 unusualAge']);
    expect(pupils).toHaveLength(3);
  });
});

describe('names in every script', () => {
  it('are taken as they are, and what the letters cannot print is said', async () => {
    const header = `${HEADER.join(';')};Genitore1 Cognome;Genitore1 Nome\n`;
    const { of, warned, rejected } = await take(
      csv(`${header}გიორგაძე;გიორგი;1/2/2012;1A;অধিকারী;রহিম\nဦး;အောင်;1/2/2012;1A;王;小明\n`),
    );
    expect(rejected).toEqual([]);
    expect(of('person').map(({ surname }) => surname)).toEqual(['გიორგაძე', 'অধিকারী', 'ဦး', '王']);
    expect(warned).toEqual(['3 notPrintable']);
  });
});
