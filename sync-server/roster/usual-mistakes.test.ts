import { describe, expect, it } from 'vitest';
import { importRoster } from './import-roster.ts';
import { failedRun } from './report/failed-run.ts';
import type { ReportLanguage } from './report/report-language.ts';
import { RosterRefusal } from './report/refusal.ts';
import { RosterMoved } from './roster-store.ts';
import { createMemoryStore } from './trial/memory-store.ts';
import { divideName } from './values/full-name.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

async function take(name: string, content: string, language: ReportLanguage = 'it') {
  const store = createMemoryStore();
  const options = { school: 'TEST0001', dryRun: false, now: NOW, language };
  const report = await importRoster(store, [{ name, bytes: Buffer.from(content) }], options);
  const names = store
    .records()
    .flatMap((record) => (record.kind === 'person' ? [`${record.surname}|${record.givenName}`] : []))
    .toSorted((a, b) => a.localeCompare(b, 'it'));
  return {
    report,
    names,
    rejected: report.rejected.map(({ row, column, reasonCode }) => [row, column, reasonCode]),
  };
}

describe('surname and name in one column', () => {
  it('are divided where that is certain; other rows say which columns are wanted', async () => {
    const { names, rejected, report } = await take(
      'alunni.csv',
      [
        'Cognome e Nome;Data di nascita;Codice fiscale;Classe',
        'ROSSI MARIO;3/5/2015;;1A',
        'DE LUCA MARIA PIA;3/5/2015;;1A',
        'De Luca, Anna Maria;4/5/2015;;1A',
        ';4/5/2015;;1A',
        'Hu;4/5/2015;;1A',
      ].join('\n'),
    );
    expect(names).toEqual(['De Luca|Anna Maria', 'Rossi|Mario']);
    expect(rejected).toEqual([
      [3, 'Cognome e Nome', 'nameNotDivided'],
      [5, 'Cognome e Nome', 'missingSurname'],
      [6, 'Cognome e Nome', 'nameNotDivided'],
    ]);
    expect(report.rejected[0]?.reason).toMatch(/due colonne, Cognome e Nome/);
  });

  it('may be under "Alunno", and the other way round', async () => {
    expect((await take('elenco.csv', 'Alunno,Nato il,Classe\nROSSI MARIO,3/5/2015,1A\n')).names).toEqual([
      'Rossi|Mario',
    ]);
    const reversed = 'Nome e cognome,Nato il,Classe\nMARIO ROSSI,3/5/2015,1A\n';
    expect((await take('elenco.csv', reversed)).names).toEqual(['Rossi|Mario']);
  });

  it('are divided as the letters of the fiscal code say', () => {
    expect(divideName('DE LUCA MARIA PIA', 'DLCMRP15E43F257L', false)).toEqual({
      surname: 'DE LUCA',
      givenName: 'MARIA PIA',
    });
    expect(divideName('DE LUCA MARIA PIA', '', false)).toBeUndefined();
  });
});

describe('a quote that never closes', () => {
  const header = 'Cognome,Nome,Username\n';

  it('rejects its own row, and the rows after it are taken', async () => {
    const { names, rejected } = await take(
      'docenti.csv',
      `${header}Neri,Ugo,u.neri\n"Blu,Pia,p.blu\nVerdi,Ada,a.verdi\nGallo,Ivo,i.gallo\n`,
    );
    expect(names).toEqual(['Gallo|Ivo', 'Neri|Ugo', 'Verdi|Ada']);
    expect(rejected).toEqual([[3, '', 'unclosedQuote']]);
  });

  it('that the quote of a later row would close swallows none of the rows between', async () => {
    const { names, rejected } = await take(
      'docenti.csv',
      `${header}"Blu,Pia,p.blu\nVerdi,Ada,a.verdi\n"Gallo",Ivo,i.gallo\n`,
    );
    expect(names).toEqual(['Gallo|Ivo', 'Verdi|Ada']);
    expect(rejected).toEqual([[2, '', 'unclosedQuote']]);
  });

  it('is none where a cell goes on over several lines', async () => {
    const text = 'Cognome,Nome,Username,Indirizzo\nNeri,Ugo,u.neri,"Via Po 3,\nscala B"\nBlu,Pia,p.blu,\n';
    const { names, rejected } = await take('docenti.csv', text);
    expect([names, rejected]).toEqual([['Blu|Pia', 'Neri|Ugo'], []]);
  });
});

describe('a web page under the name of a workbook', () => {
  it('is read by its table, dates as they are written', async () => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const { names, report } = await take(
      'alunni.xls',
      `<html><head><meta charset="utf-8"></head><body><table><tr><td>I.C. Prova</td></tr></table><table border=1>${[
        row(['Cognome', 'Nome', 'Data di nascita', 'Classe']),
        row(['D&#39;ANGELO', 'NICOL&Ograve;', '03/05/2015', '1A']),
        row(['Hu', 'Jun', '31/12/2015', '1A']),
      ].join('')}</table></body></html>`,
    );
    expect(report.rejected).toEqual([]);
    expect(names).toEqual(["D'Angelo|Nicolò", 'Hu|Jun']);
  });

  it('may be a workbook written as XML', async () => {
    const row = (cells: readonly string[]) =>
      `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`;
    const { names } = await take(
      'docenti.xls',
      `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${row(
        ['Cognome', 'Nome', 'Username'],
      )}${row(['Neri', 'Ugo', 'u.neri'])}</Table></Worksheet></Workbook>`,
    );
    expect(names).toEqual(['Neri|Ugo']);
  });
});

describe('a row of totals', () => {
  it.each(['Totale alunni: 1;;;', 'TOTALE;1;;', ';;Totale;1'])(
    '"%s" is left out and said',
    async (totals) => {
      const { names, report } = await take(
        'alunni.csv',
        `Cognome;Nome;Data di nascita;Classe\nHu;Jun;3/5/2015;1A\n${totals}\n`,
      );
      expect([names, report.rejected]).toEqual([['Hu|Jun'], []]);
      expect(report.warnings.map(({ row, reasonCode }) => [row, reasonCode])).toContainEqual([
        3,
        'totalsRow',
      ]);
    },
  );

  it('is not a person whose surname is like it', async () => {
    const text = 'Cognome;Nome;Data di nascita;Classe\nTotale;Ugo;3/5/2015;1A\nToti;Ada;3/5/2015;1A\n';
    expect((await take('alunni.csv', text)).names).toEqual(['Toti|Ada', 'Totale|Ugo'].toSorted());
  });
});

describe('a run that wrote nothing', () => {
  it('because somebody else was writing says so, with an exit code of its own', () => {
    const failed = failedRun(new RosterMoved());
    expect(failed?.exitCode).toBe(3);
    expect(failed?.refusal.text('it')).toMatch(/ripetere lo stesso comando/);
    expect(failed?.refusal.text('en')).toMatch(/same command again/);
    expect(failedRun(new RosterRefusal('emptyFile'))?.exitCode).toBe(2);
    expect(failedRun(new Error('A fault'))).toBeUndefined();
  });
});

describe('two classes of one name', () => {
  it('are told apart in a list as the register itself writes them', async () => {
    const store = createMemoryStore();
    const options = { school: 'TEST0001', dryRun: false, now: NOW, language: 'it' as const };
    const lists = [
      ['Verdi;Ugo;3/5/2020;1A prim.', 'Neri;Eva;3/5/2015;1A sec.'],
      // Ages that either class may have.
      ['Hu;Jun;31/12/2017;1A sec.', 'Sala;Gea;1/1/2017;1A (prim.)'],
    ];
    for (const [index, rows] of lists.entries()) {
      const content = ['Cognome;Nome;Data di nascita;Classe', ...rows].join('\n');
      const files = [{ name: `elenco-${index}.csv`, bytes: Buffer.from(content) }];
      expect((await importRoster(store, files, options)).rejected).toEqual([]);
    }
    const records = store.records();
    const classOf = (surname: string) => {
      const pupil = records.find((record) => record.kind === 'person' && record.surname === surname);
      return records.flatMap((record) =>
        record.kind === 'enrolment' && record.pupil === pupil?.id ? [record.class] : [],
      );
    };
    expect(records.filter(({ kind }) => kind === 'class')).toHaveLength(2);
    expect(classOf('Hu')).toEqual(classOf('Neri'));
    expect(classOf('Sala')).toEqual(classOf('Verdi'));
  });
});
