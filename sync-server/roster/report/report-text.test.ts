import { describe, expect, it } from 'vitest';
import { importRoster, type ImportOptions } from '../import-roster.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';
import type { ReportLanguage } from './report-language.ts';
import { reportText } from './report-text.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Codice fiscale;Classe\n';

async function textOf(
  rows: string,
  options: Partial<ImportOptions> = {},
  store: MemoryStore = createMemoryStore(),
) {
  const language: ReportLanguage = options.language ?? 'it';
  const report = await importRoster(store, [{ name: 'alunni.csv', bytes: Buffer.from(HEAD + rows) }], {
    school: 'TEST0001',
    dryRun: true,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['lowerSecondary'],
    language,
    ...options,
  });
  return reportText(report, language).split('\n');
}

const HU = 'Hu;Jun;3/5/2014;;1A\n';

describe('the first line says what was done, or would be', () => {
  it('in a trial', async () => {
    expect((await textOf(`${HU}Re;Ida;4/5/2014;;1A\nRe;;4/5/2014;;1A\n`))[0]).toBe(
      'TEST0001. Prova, nulla è stato scritto. Si aggiungerebbero: 1 scuola, 1 anno scolastico, 1 classe, 2 alunni e 2 iscrizioni. 1 riga non importata.',
    );
  });

  it('in earnest, and when the same list comes again', async () => {
    const store = createMemoryStore();
    expect((await textOf(HU, { dryRun: false, language: 'en' }, store))[0]).toBe(
      'TEST0001. Added to the register: 1 school, 1 school year, 1 class, 1 pupil and 1 enrolment.',
    );
    expect((await textOf(HU, { dryRun: false }, store))[0]).toBe(
      'TEST0001. Nulla da scrivere: nulla di nuovo per il registro.',
    );
    expect((await textOf(HU, {}, store))[0]).toBe('TEST0001. Prova: non ci sarebbe nulla da scrivere.');
    expect((await textOf('Hu;Jun;3/5/2014;;1B\n', {}, store))[0]).toBe(
      'TEST0001. Prova, nulla è stato scritto. Si aggiungerebbero: 1 classe e 1 iscrizione. Cambierebbero: 1 alunno e 1 iscrizione.',
    );
  });
});

describe('what follows', () => {
  it('is first what to correct, then what to answer, then what to know', async () => {
    const lines = await textOf(`${HU}Hu;Jun;3/5/2014;;1B\nRe;;4/5/2014;;1A\nRe;Ugo;4/5/2014;ND;1A\n`);
    expect(lines.filter((line) => /^\S.* \(\d+\)$/.test(line))).toEqual([
      'Non importati, da correggere (1)',
      'Non importati, da chiarire (1)',
      'Da sapere (2)',
    ]);
    expect(lines).toContain(
      '  alunni.csv, riga 3, Cognome: la persona è già in alunni.csv, riga 2 con altri dati',
    );
  });

  it('says in one line what it says of many rows, and shows three of many that differ in a name', async () => {
    const names = 'abcdefg'.split('').map((letter) => `Re${letter};Ida;4/5/2014;PROV${letter}1234;1A\n`);
    const lines = await textOf(`Re;;4/5/2014;;1A\nBo;;4/5/2014;;1A\n${names.join('')}`);
    expect(lines).toContain('  alunni.csv, righe 2, 3, Nome: manca il nome');
    expect(lines.filter((line) => line.includes('è provvisorio'))).toHaveLength(3);
    expect(lines).toContain('    … e altre 4 come queste: righe 7, 8, 9, 10');
  });

  it('says which level was told, and days as people write them', async () => {
    const lines = await textOf(`${HU}Re;Ida;4/5/1999;;1A\n`, {
      levels: ['lowerSecondary', 'upperSecondary'],
    });
    expect(lines.join('\n')).toContain('classe 1A (secondaria di I grado)');
    expect(lines.join('\n')).toContain('2026/27: lezioni 14/09/2026 – 08/06/2027');
    expect(lines.join('\n')).toContain('nascita il 04/05/1999');
    expect(lines.join('\n')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('leaves what the file says between quotation marks as it is', async () => {
    expect((await textOf('Hu;Jun;2014-02-31;;1A\nHu;Jun;;;2026-11-10\n')).join('\n')).toContain(
      '"2014-02-31"',
    );
  });

  it('asks nothing of namesakes whose codes the list has', async () => {
    const rows = [
      'Gatti;Francesca;3/5/2014;GTTFNC14E43F257B;1A',
      'Gatti;Francesca;3/6/2014;GTTFNC14H43F257J;1A',
    ];
    expect((await textOf(`${rows.join('\n')}\n`)).join('\n')).not.toContain('Gatti Francesca');
    // Without a code it would tell, and is asked for.
    const store = createMemoryStore();
    await textOf(`${rows[0] ?? ''}\n`, { dryRun: false }, store);
    const lines = await textOf('Gatti;Francesca;3/6/2014;;2A\n', {}, store);
    expect(lines.join('\n')).toContain('c’è già Gatti Francesca (03/05/2014): tenuti distinti');
  });
});
