import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRoster } from './import-roster.ts';
import { readPaths } from './reading/read-paths.ts';
import type { RosterFile } from './reading/roster-file.ts';
import { RosterRefusal, type RefusalCode } from './report/refusal.ts';
import { createMemoryStore } from './trial/memory-store.ts';
import { csv, fixture, workbook } from './trial/tables-as-files.ts';

const run = promisify(execFile);
/** Generous: the machine of a test run may be busy. */
const SOON = 10_000;
const MEGABYTE = 1024 * 1024;
const GOOD = fixture('IMPORTA_DOCENTI.csv');
const TEXT = 'Cognome,Nome,Username\nNeri,Franco,f.neri\n';
const text = (name: string, content: string): RosterFile => ({ name, bytes: Buffer.from(content) });
const zip = (name: string, entries: Record<string, Uint8Array>): RosterFile => ({
  name,
  bytes: zipSync(entries),
});

/** Bytes without any order, the same in every run. */
function garbage(outputLength: number): Uint8Array {
  return createHash('shake256', { outputLength }).update('garbage').digest();
}

const REFUSED: readonly (readonly [what: string, file: () => RosterFile, code: RefusalCode])[] = [
  ['an empty file', () => text('docenti.csv', ''), 'emptyFile'],
  ['a file of blank lines', () => text('docenti.csv', '\n ;; \n\n'), 'emptyFile'],
  ['a header without rows', () => text('docenti.csv', 'Cognome,Nome,Username\n'), 'onlyHeadings'],
  ['a list of something else', () => text('spesa.csv', 'pane,latte\n1,2\n'), 'notARoster'],
  [
    'prose',
    () => text('tema.txt', 'Nel mezzo del cammin di nostra vita\nmi ritrovai per una selva oscura\n'),
    'notARoster',
  ],
  [
    'pupils without a class',
    () => text('alunni.csv', 'Cognome,Nome,Data di nascita\nHu,Jun,1/1/2015\n'),
    'missingColumn',
  ],
  [
    'a column twice',
    () => text('docenti.csv', 'Cognome,Cognome,Nome,Username\na,b,c,d\n'),
    'duplicateColumn',
  ],
  [
    'a file of 50 MB',
    () => ({ name: 'alunni.csv', bytes: new Uint8Array(50 * MEGABYTE).fill(0x61) }),
    'tooLarge',
  ],
  ['binary garbage', () => ({ name: 'alunni.csv', bytes: garbage(5000) }), 'notText'],
  ['a PDF', () => text('alunni.pdf', '%PDF-1.7\n…'), 'wrongExtension'],
  ['a program', () => ({ name: 'alunni.exe', bytes: Buffer.from('MZ\x90\x00\x03') }), 'wrongExtension'],
  ['an archive named as a CSV', () => zip('alunni.csv', { 'a.csv': strToU8(TEXT) }), 'contentDiffers'],
  ['a CSV named as an archive', () => text('alunni.zip', TEXT), 'damaged'],
  [
    'a truncated archive',
    () => ({ name: 'a.zip', bytes: fixture('oneroster-1.2-sample.zip').bytes.subarray(0, 900) }),
    'damaged',
  ],
  ['an archive without tables', () => zip('a.zip', { 'foto.jpg': new Uint8Array([1, 2, 3]) }), 'notARoster'],
  [
    'an archive in an archive',
    () => zip('a.zip', { 'b.csv': zipSync({ 'c.csv': strToU8(TEXT) }) }),
    'contentDiffers',
  ],
  ['folders nested deeply', () => zip('a.zip', { 'a/b/c/d/e/docenti.csv': strToU8(TEXT) }), 'nestedTooDeep'],
  [
    'a broken workbook',
    () => ({ name: 'a.xls', bytes: Buffer.from('d0cf11e0a1b11ae1ffff', 'hex') }),
    'damaged',
  ],
  [
    'a quote that never closes in a set of OneRoster',
    () => zip('a.zip', { 'users.csv': strToU8('sourcedId,givenName,familyName\na,"Ugo,Neri\n') }),
    'unclosedQuote',
  ],
  [
    'a web page without tables',
    () => text('alunni.xls', '<!DOCTYPE html><html><body>Accedi</body></html>'),
    'webPage',
  ],
  [
    'too many columns',
    () => text('docenti.csv', `Cognome,Nome,Username${',x'.repeat(400)}\na,b,c\n`),
    'tooManyRows',
  ],
  [
    'too many rows',
    () => text('docenti.csv', `Cognome,Nome,Username\n${'a,b,c\n'.repeat(61_000)}`),
    'tooManyRows',
  ],
];

describe('a run is refused as a whole, and nothing is changed, by', () => {
  it.each(REFUSED)('%s', async (_what, file, code) => {
    const store = createMemoryStore();
    const started = performance.now();
    const failure = await refusalOf(async () => await importRoster(store, [GOOD, file()], options));
    expect(failure.code).toBe(code);
    expect(failure.text('it')).not.toMatch(/[{}]/);
    expect(failure.text('en')).not.toBe(failure.text('it'));
    expect(store.writes()).toBe(0);
    expect(performance.now() - started).toBeLessThan(SOON);
  });

  it('an archive that expands too much, of any kind', async () => {
    const bomb = zip('a.zip', { 'users.csv': new Uint8Array(10 * MEGABYTE) });
    expect(bomb.bytes.length).toBeLessThan(MEGABYTE / 10);
    const book = zip('a.xlsx', {
      '[Content_Types].xml': strToU8('<x/>'),
      'xl/workbook.xml': new Uint8Array(10 * MEGABYTE),
    });
    const many = zip(
      'b.zip',
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}.csv`, strToU8('a')])),
    );
    for (const file of [bomb, book, many]) {
      const started = performance.now();
      const failure = await refusalOf(async () => await importRoster(createMemoryStore(), [file], options));
      expect(failure.code).toBe('expandsTooMuch');
      expect(performance.now() - started).toBeLessThan(SOON);
    }
  });

  it('a bomb of a gigabyte, which is never held in memory', async () => {
    // In a process of its own, since other tests of this one need memory too.
    const script = `
      import { readFileSync } from 'node:fs';
      import { expandArchive } from ${JSON.stringify(path.join(import.meta.dirname, 'reading/archive.ts'))};
      const bytes = readFileSync(process.argv[1]);
      const before = process.resourceUsage().maxRSS;
      let code = 'none';
      try { expandArchive(bytes, 'a.zip'); } catch (error) { code = error.code; }
      console.log(JSON.stringify({ code, grownBy: (process.resourceUsage().maxRSS - before) * 1024 }));
    `;
    const folder = await mkdtemp(path.join(tmpdir(), 'roster-'));
    try {
      const file = path.join(folder, 'a.zip');
      await writeFile(file, bombOf(1024));
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, file]);
      const { code, grownBy } = JSON.parse(stdout) as { readonly code: string; readonly grownBy: number };
      expect(code).toBe('expandsTooMuch');
      expect(grownBy).toBeLessThan(400 * MEGABYTE);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the school', () => {
  it('must be named where it is not the only one', async () => {
    const code = async (school?: string) =>
      (
        await refusalOf(
          async () =>
            await importRoster(createMemoryStore(), [GOOD], {
              dryRun: true,
              now: 0,
              ...(school ? { school } : {}),
            }),
        )
      ).code;
    expect(await code()).toBe('schoolNeeded');
    expect(await code('MOIC8ZZ001')).toBe('badSchoolCode');
  });
});

describe('workbooks', () => {
  it('with a formula cell lose that row only: nobody knows what the formula said', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Cognome', 'Nome', 'Username'],
      ['Neri', 'Ugo', 'u.neri'],
      ['Blu', 'Pia', 'p.blu'],
    ]);
    sheet['A3'] = { t: 's', v: 'Blu', f: 'UPPER("blu")' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Docenti');
    const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
    if (!(bytes instanceof Uint8Array)) throw new Error('A workbook is bytes');
    const report = await importRoster(createMemoryStore(), [{ name: 'docenti.xlsx', bytes }], options);
    expect(report.created.staff).toBe(1);
    expect(report.rejected.map(({ row, column, reasonCode }) => [row, column, reasonCode])).toEqual([
      [3, 'Cognome', 'formula'],
    ]);
  });

  it('may hold what a CSV may hold', async () => {
    const rows = [
      ['Cognome', 'Nome', 'Username'],
      ['Neri', 'Ugo', 'u.neri'],
    ];
    for (const file of [
      workbook('d.xlsx', rows, 'xlsx'),
      workbook('d.xls', rows, 'xls'),
      csv('d.xls', rows, '\t'),
    ])
      expect((await importRoster(createMemoryStore(), [file], options)).created.staff).toBe(1);
  });
});

describe('paths', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'roster-'));
    await writeFile(path.join(folder, 'docenti.csv'), TEXT);
    await mkdir(path.join(folder, 'a/b/c/d'), { recursive: true });
    await writeFile(path.join(folder, 'a/b/c/d/docenti.csv'), TEXT);
    await mkdir(path.join(folder, 'empty'));
    await symlink(path.join(folder, 'docenti.csv'), path.join(folder, 'link.csv'));
    await writeFile(path.join(folder, 'large.csv'), new Uint8Array(21 * MEGABYTE));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([
    ['missing.csv', 'missingFile'],
    ['link.csv', 'symbolicLink'],
    ['large.csv', 'tooLarge'],
    ['a', 'nestedTooDeep'],
    ['empty', 'noFiles'],
  ] as const)('%s is refused', async (name, code) => {
    expect((await refusalOf(async () => await readPaths([path.join(folder, name)]))).code).toBe(code);
  });

  it('read a file by its name', async () => {
    const files = await readPaths([path.join(folder, 'docenti.csv')]);
    expect(files.map(({ name }) => name)).toEqual(['docenti.csv']);
  });
});

/** An archive of one entry that is so many megabytes of nothing, whatever it says of itself. */
function bombOf(megabytes: number): Buffer {
  const name = 'users.csv';
  const megabyte = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_SYNC_FLUSH });
  const end = deflateRawSync('');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(megabytes * megabyte.length + end.length, 18);
  header.writeUInt32LE(100, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([
    header,
    Buffer.from(name),
    ...Array.from({ length: megabytes }, () => megabyte),
    end,
  ]);
}

const options = { school: 'TEST0001', dryRun: false, now: Date.parse('2026-11-23T10:00:00.000Z') };

async function refusalOf(work: () => Promise<unknown>): Promise<RosterRefusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RosterRefusal) return error;
    throw error;
  }
  throw new Error('A refusal was expected');
}
