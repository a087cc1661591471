import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

interface Outcome {
  readonly people: (type: 'pupil' | 'guardian' | 'staff') => readonly string[];
  readonly addresses: readonly string[];
  readonly held: readonly string[];
  readonly rejected: readonly string[];
  readonly warned: readonly string[];
  readonly codes: readonly string[];
}

/** Imports lists one after the other, each of one or more files; then the last one once more, which must change nothing. */
async function lists(...steps: readonly (string | Readonly<Record<string, string>>)[]): Promise<Outcome> {
  const store = createMemoryStore();
  const options = { school: 'PROV0001', dryRun: false, now: NOW, levels: ['upperSecondary'] } as const;
  const run = async (step: string | Readonly<Record<string, string>>) => {
    const files = typeof step === 'string' ? { 'alunni.csv': step } : step;
    const given = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    return await importRoster(store, given, options);
  };
  let report = await run(steps[0] ?? '');
  for (const step of steps.slice(1)) report = await run(step);
  const before = JSON.stringify(store.records());
  const again = await run(steps.at(-1) ?? '');
  expect(JSON.stringify(store.records())).toBe(before);
  expect(again.rejected.map(({ row }) => row)).toEqual(report.rejected.map(({ row }) => row));
  const records = store.records();
  const data = records.filter((record) => record.kind === 'personalData');
  return {
    people: (type) =>
      records.flatMap((record) =>
        record.kind === 'person' && record.type === type
          ? [[record.surname, record.givenName, record.birthDate ?? ''].join(' ').trim()]
          : [],
      ),
    addresses: data
      .filter(({ children }) => children.length > 0)
      .map(({ emails, children }) => `${emails.join()} ${children.length}`),
    held: data.flatMap(({ unconfirmedEmails = [] }) => unconfirmedEmails),
    rejected: report.rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`),
    warned: report.warnings.filter(({ row }) => row > 0).map(({ row, reasonCode }) => `${row} ${reasonCode}`),
    codes: data.flatMap(({ fiscalCode }) => fiscalCode ?? []),
  };
}

const PUPIL = 'Cognome;Nome;Data di nascita;Codice fiscale;Classe\n';
const FAMILY =
  'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Codice fiscale;Genitore1 Telefono;Genitore1 Email\n';

describe('what identifies nobody joins nobody', () => {
  it.each([
    'ND',
    'XXXX',
    'N.D.',
    '-',
    '0000000000',
    '1234567890',
    'da comunicare',
    '99999999999',
    'AAAAAA00A00A000A',
  ])('a fiscal code %s, of pupils across lists', async (code) => {
    const { people, rejected, codes } = await lists(
      `${PUPIL}Singh;Arjun;3/3/2011;${code};1A\n`,
      `${PUPIL}Singh;Amar;9/9/2012;${code};1B\n`,
    );
    expect([people('pupil').length, rejected, codes]).toEqual([2, [], []]);
  });

  it('a provisional code of eleven digits that several have', async () => {
    const row = (child: string, mother: string) => `${child};1/1/2012;1A;Hu;${mother};90312450361;;\n`;
    const { people, codes } = await lists(`${FAMILY}${row('Hu;Jun', 'Li')}${row('Hu;Wei', 'Mei')}`);
    expect([people('guardian').toSorted(), codes]).toEqual([['Hu Li', 'Hu Mei'], []]);
  });

  it('but one of their own tells that a mother of two is one', async () => {
    const row = (child: string) => `Hu;${child};1/1/2012;1A;Hu;Li;90312450361;;\n`;
    const { people } = await lists(`${FAMILY}${row('Jun')}${row('Wei')}`);
    expect(people('guardian')).toEqual(['Hu Li']);
  });

  it.each(['3', '12', '007'])('a row number %s', async (id) => {
    const head = 'ID;Cognome;Nome;Classe\n';
    const { people, rejected } = await lists(
      `${head}${id};Rossi;Anna;1A\n`,
      `${head}${id};Bianchi;Anna;1B\n`,
    );
    expect([people('pupil').toSorted(), rejected]).toEqual([['Bianchi Anna', 'Rossi Anna'], []]);
  });

  it('a column that counts its rows, however long', async () => {
    const head = 'Matricola;Cognome;Nome;Data di nascita;Classe\n';
    const list = (names: readonly string[]) =>
      `${head}${names.map((name, index) => `${index + 1};${name};Anna;${(index % 28) + 1}/3/2012;1A`).join('\n')}\n`;
    const many = Array.from({ length: 1200 }, (_, index) => `Cognome${'abcdefghij'[index % 10]}${index}`);
    const { people } = await lists(list(many), list(['Altra', ...many.slice(0, 30)]));
    expect(people('pupil')).toHaveLength(1201);
  });

  it('a telephone that many families have', async () => {
    const row = (child: string) => `${child};1/1/2012;1A;Rossi;Maria;;059 222333;\n`;
    const children = ['Alfa;A', 'Beta;B', 'Gamma;C', 'Delta;D'];
    expect((await lists(`${FAMILY}${children.map(row).join('')}`)).people('guardian')).toHaveLength(4);
  });

  it('a telephone of two families: two mothers, said', async () => {
    const row = (child: string) => `${child};1/1/2012;1A;Rossi;Maria;;333 7654321;\n`;
    const { people, warned } = await lists(`${FAMILY}${row('Alfa;Anna')}`, `${FAMILY}${row('Beta;Bruno')}`);
    expect(people('guardian')).toHaveLength(2);
    expect(warned).toContain('2 guardianHomonym');
  });

  it('a username that says nothing', async () => {
    const { people } = await lists({
      'docenti.csv': 'Cognome;Nome;Username\nRossi;Rita;ND\nVerdi;Vito;ND\n',
    });
    expect(people('staff')).toHaveLength(2);
  });
});

describe('a code against its own row', () => {
  it('of a brother: the code is left out, and nobody is renamed', async () => {
    const code = 'RSSMRA12C43A944G';
    const { people, rejected } = await lists(
      `${PUPIL}Rossi;Maria;3/3/2012;${code};1A\n`,
      `${PUPIL}Rossi;Ugo;4/4/2013;${code};1B\n`,
    );
    expect([people('pupil'), rejected]).toEqual([['Rossi Maria 2012-03-03'], ['2 fiscalCodeOfAnother']]);
  });

  it('that nobody else has is not kept', async () => {
    const { people, codes, warned } = await lists(`${PUPIL}Verdi;Ugo;4/4/2013;RSSMRA12C43A944G;1B\n`);
    expect([people('pupil').length, codes]).toEqual([1, []]);
    expect(warned).toContain('2 fiscalCodeContradicts');
  });

  it('of another sex or date is not kept either', async () => {
    const { codes } = await lists(`${PUPIL}Rossi;Maria;4/3/2012;RSSMRA12C43A944G;1B\n`);
    expect(codes).toEqual([]);
  });

  it('a provisional code does not take the place of the real one', async () => {
    const { codes } = await lists(
      `${PUPIL}Rossi;Maria;3/3/2012;RSSMRA12C43A944G;1A\n`,
      `${PUPIL}Rossi;Maria;3/3/2012;PRV20260012;1A\n`,
    );
    expect(codes).toEqual(['RSSMRA12C43A944G']);
  });
});

describe('two who are two', () => {
  it('homonyms born the same day, in one class, with two codes', async () => {
    const { people, rejected } = await lists(
      `${PUPIL}Rossi;Maria;3/3/2012;RSSMRA12C43A944G;1A\nRossi;Maria;3/3/2012;RSSMRA12C43H501S;1A\n`,
    );
    expect([people('pupil').length, rejected]).toEqual([2, []]);
  });

  it.each([
    ['Hùng', 'Hưng'],
    ['An', 'Ân'],
    ['Dao', 'Đào'],
    ['Marco', 'Mirco'],
  ])('twins %s and %s of one list and class', async (one, other) => {
    const row = (name: string) => `Nguyễn;${name};3/3/2012;;1A\n`;
    const { people, rejected } = await lists(`${PUPIL}${row(one)}${row(other)}`);
    expect([people('pupil').length, rejected]).toEqual([2, []]);
  });

  it('homonyms of two birth dates, both in the list', async () => {
    const { people } = await lists(
      `${PUPIL}Rossi;Anna;1/2/2012;;1A\n`,
      `${PUPIL}Rossi;Anna;1/2/2012;;1A\nRossi;Anna;2/1/2012;;1A\n`,
    );
    expect(people('pupil')).toHaveLength(2);
  });

  it('homonyms with two identifiers of one program', async () => {
    const head = 'Codice SIDI;Cognome;Nome;Data di nascita;Classe\n';
    const rows = ['28839122;Rossi;Anna;1/2/2012;1A\n', '28839777;Rossi;Anna;1/2/2012;1A\n'];
    expect((await lists(head + rows.join(''))).people('pupil')).toHaveLength(2);
    const { people, rejected } = await lists(head + (rows[0] ?? ''), head + (rows[1] ?? ''));
    expect([people('pupil').length, rejected]).toEqual([1, ['2 sameNameOtherIdentifier']]);
  });

  it('an aunt and a mother of like names in one row', async () => {
    const head =
      'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore2 Cognome;Genitore2 Nome\n';
    const { people } = await lists(`${head}Alfa;Anna;1/2/2012;1A;Rossi;Maria;Rossi;Maria Teresa\n`);
    expect(people('guardian')).toHaveLength(2);
  });

  it('teachers of one name with other addresses: a question', async () => {
    const head = 'Cognome;Nome;Email\n';
    const { people, rejected } = await lists(
      { 'docenti.csv': `${head}Rossi;Maria;m.rossi@posta.example\n` },
      { 'docenti.csv': `${head}Rossi;Maria;maria@altra.example\n` },
    );
    expect([people('staff').length, rejected]).toEqual([1, ['2 sameNameOtherContacts']]);
  });
});

describe('one who is one', () => {
  it('with a birth date that the same code confirms', async () => {
    const { people } = await lists(
      `${PUPIL}Rossi;Maria;4/3/2012;RSSMRA12C43A944X;1A\n`,
      `${PUPIL}Rossi;Maria;3/3/2012;RSSMRA12C43A944G;1A\n`,
    );
    expect(people('pupil')).toEqual(['Rossi Maria 2012-03-03']);
  });

  it.each(['2/1/2012', '1/2/2013', '11/2/2012'])(
    'with a mistyped birth date, in the same class: %s',
    async (date) => {
      const { people, warned } = await lists(
        `${PUPIL}Alfa;Anna;1/2/2012;;1A\n`,
        `${PUPIL}Alfa;Anna;${date};;1A\n`,
      );
      expect(people('pupil')).toHaveLength(1);
      expect(warned).toEqual(expect.arrayContaining(['2 birthDateCorrected']));
    },
  );

  it('or it is asked, where the date is another one', async () => {
    const { people, rejected } = await lists(
      `${PUPIL}Alfa;Anna;1/2/2012;;1A\n`,
      `${PUPIL}Alfa;Anna;20/9/2013;;1A\n`,
    );
    expect([people('pupil').length, rejected]).toEqual([1, ['2 namesakeInClass']]);
  });

  it('with a second name, and with the identifier of another program', async () => {
    const { people } = await lists(
      `${PUPIL}Rossi;Anna;1/2/2012;;1A\n`,
      `${PUPIL}Rossi;Anna Maria;1/2/2012;;1A\n`,
    );
    expect(people('pupil')).toEqual(['Rossi Anna Maria 2012-02-01']);
    const head = 'ID;Cognome;Nome;Data di nascita;Classe\n';
    const ids = await lists(
      `${head}A-1743;Rossi;Anna;1/2/2012;1A\n`,
      `${head}28839122;Rossi;Anna;1/2/2012;1A\n`,
    );
    expect(ids.people('pupil')).toHaveLength(1);
  });

  it('with a code in which the tax office has put letters for digits', async () => {
    const { people } = await lists(
      `${PUPIL}Rossi;Maria;3/3/2012;RSSMRA12C43A944G;1A\n`,
      `${PUPIL}Rossi;Mariae;3/3/2012;RSSMRA12C43A9Q4G;1A\n`,
    );
    expect(people('pupil')).toHaveLength(1);
  });

  it('in two files of one run, said where they differ', async () => {
    const { people, rejected } = await lists({
      '1A.csv': `${PUPIL}Rossi;Anna;1/2/2012;;1A\n`,
      '1B.csv': `${PUPIL}Rossi;Anna;1/2/2012;;1B\n`,
    });
    expect([people('pupil').length, rejected]).toEqual([1, ['2 duplicateRow']]);
  });
});

describe('an address', () => {
  it('of several families is held back, and one that is no address of theirs left out', async () => {
    const row = (child: string, mother: string, email: string) =>
      `${child};1/1/2012;1A;${mother};;;${email}\n`;
    const { held, warned, addresses } = await lists(
      `${FAMILY}${row('Alfa;Anna', 'Hu;Li', 'li@posta.example')}${row('Beta;Bruno', 'Rossi;Eva', 'li@posta.example')}` +
        row('Gamma;Ciro', 'Blu;Pia', 'nd@nd.it'),
    );
    expect(held).toEqual(['li@posta.example', 'li@posta.example']);
    expect(warned).toEqual(
      expect.arrayContaining(['2 addressOfSeveral', '3 addressOfSeveral', '4 notAnIdentifier']),
    );
    expect(addresses).toContain(' 1');
  });

  it('of both parents is theirs', async () => {
    const head =
      'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Email;Genitore2 Cognome;Genitore2 Nome;Genitore2 Email\n';
    const row = (name: string) =>
      `Alfa;${name};1/2/2012;1A;Alfa;Ugo;casa@posta.example;Blu;Pia;casa@posta.example\n`;
    expect((await lists(head + row('Anna') + row('Bice'))).held).toEqual([]);
  });

  it('that came with a surmise waits for a clerk, whatever lists come after', async () => {
    const head = 'Cognome;Nome;Data di nascita;Codice fiscale;Classe;Email\n';
    const row = (date: string, code: string, email: string) =>
      `${head}Rossi;Maria;${date};${code};1A;${email}\n`;
    const surmised = row('3/3/2012', '', 'm@posta.example');
    const coded = row('3/3/2012', 'RSSMRA12C43A944G', 'm@posta.example');
    const store = createMemoryStore();
    const heldAfter = async (text: string) => {
      const file = { name: 'alunni.csv', bytes: Buffer.from(text) };
      await importRoster(store, [file], {
        school: 'PROV0001',
        dryRun: false,
        now: NOW,
        levels: ['upperSecondary'],
      });
      return store
        .records()
        .flatMap((record) => (record.kind === 'personalData' ? (record.unconfirmedEmails ?? []) : []));
    };
    expect(await heldAfter(row('4/3/2012', '', ''))).toEqual([]);
    expect(await heldAfter(surmised)).toEqual(['m@posta.example']);
    // The same list again proves nothing, nor does one with a code, which may be the other person's.
    expect(await heldAfter(surmised)).toEqual(['m@posta.example']);
    expect(await heldAfter(coded)).toEqual(['m@posta.example']);
    expect(await heldAfter(coded)).toEqual(['m@posta.example']);
  });
});
