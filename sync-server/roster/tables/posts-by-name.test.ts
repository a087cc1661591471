import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const TEACHERS = `Cognome;Nome;Codice fiscale;Username
Galli;Paola;GLLPLA70B41F257Y;
De Luca;Maria;;
De;Luca Maria;;
Verdi;Niccolò;;n.verdi
Rossi;Anna;RSSNNA70A41F257V;
Rossi;Anna;RSSNNA75A41F257A;
`;

async function take(files: Readonly<Record<string, string>>, language: 'it' | 'en' = 'it') {
  const store = createMemoryStore();
  const options = {
    school: 'TEST0001',
    dryRun: false,
    now: NOW,
    language,
    levels: ['lowerSecondary'],
  } as const;
  const given = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  await importRoster(store, given({ 'docenti.csv': TEACHERS }), options);
  const people = () => store.records().filter(({ kind }) => kind === 'person').length;
  const before = people();
  try {
    const { rejected, created } = await importRoster(store, given(files), options);
    const asked = rejected.map(({ row, column, reasonCode }) => `${row} ${column} ${reasonCode}`);
    return { made: people() - before, posts: created.assignments, asked };
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    return { made: people() - before, refused: error.code, value: error.value };
  }
}

describe('a list with subjects and classes is one of posts, and makes nobody', () => {
  it.each([
    ['names in two columns', 'Cognome;Nome;Materia;Classe\nGALLI;PAOLA;Italiano;1A\n', 1, []],
    [
      'a birth date',
      'Cognome;Nome;Data di nascita;Disciplina;Classe\nGALLI;PAOLA;01/02/1970;Italiano;1A\n',
      1,
      [],
    ],
    [
      'another birth date',
      'Cognome;Nome;Data di nascita;Materia;Classe\nGALLI;PAOLA;01/03/1970;Arte;1A\n',
      0,
      ['2 Data di nascita teacherOfOtherDate'],
    ],
    [
      'a pupil’s birth date',
      'Cognome;Nome;Data di nascita;Materia;Classe\nGALLI;PAOLA;01/02/2014;Arte;1A\n',
      0,
      ['2 Data di nascita implausibleBirthDate'],
    ],
    [
      'names in one column',
      'Docente;Insegnamento;Classe\nGALLI PAOLA;Italiano;1A\nProf. Niccolo Verdi;Arte;1A\nn.verdi;Storia;1A\n',
      3,
      [],
    ],
    ['a column “Nominativo”', 'Nominativo;Materia;Classe\n"Galli, Paola";Italiano;1A\n', 1, []],
    [
      'columns of the teacher',
      'Cognome docente;Nome docente;Materia;Classe\nGALLI;PAOLA;Italiano;1A\n',
      1,
      [],
    ],
    [
      'a name that two divide otherwise',
      'Docente;Materia;Classe\nDE LUCA MARIA;Arte;1A\n',
      0,
      ['2 Docente severalTeachers'],
    ],
    [
      'a name that two have',
      'Cognome;Nome;Materia;Classe\nRossi;Anna;Arte;1A\n',
      0,
      ['2 Cognome severalTeachers'],
    ],
    [
      'a name that two have, with a birth date',
      'Cognome;Nome;Data di nascita;Materia;Classe\nRossi;Anna;1/1/1975;Arte;1A\n',
      1,
      [],
    ],
    [
      'a name that two have, with a code',
      'Cognome;Nome;CF;Materia;Classe\nRossi;Anna;RSSNNA75A41F257A;Arte;1A\n',
      1,
      [],
    ],
    [
      'a name that nobody has',
      'Cognome;Nome;Materia;Classe\nBlu;Ugo;Arte;1A\n',
      0,
      ['2 Cognome unknownTeacher'],
    ],
    ['half a name', 'Docente;Materia;Classe\nGALLI;Arte;1A\n', 0, ['2 Docente unknownTeacher']],
    ['an empty cell', 'Cognome;Nome;Materia;Classe\nGalli;;Arte;1A\n', 0, ['2 Nome missingTeacher']],
    ['a supply by name', 'Docente;Materia;Classe;Supplente di\nGALLI PAOLA;Arte;1A;Verdi Niccolò\n', 1, []],
  ])('%s', async (_what, text, posts, asked) => {
    expect(await take({ 'export.csv': text })).toEqual({ made: 0, posts, asked });
  });

  it('whose teachers came in a list of the whole staff, without the word in its name', async () => {
    const staff = 'Cognome;Nome;Qualifica;Sede\nBlu;Ugo;Docente;1A\nBruni;Ida;CS;1A\n';
    const text = 'Docente;Materia;Classe\nBlu Ugo;Arte;1A\nBruni Ida;Arte;1A\n';
    const asked = ['3 Docente unknownTeacher'];
    expect(await take({ 'a.csv': staff, 'b.csv': text })).toEqual({ made: 2, posts: 1, asked });
  });

  it('with the class in the name of its file', async () => {
    const text = 'Cognome;Nome;Materia\nGALLI;PAOLA;Italiano\n';
    expect(await take({ '1A.csv': text })).toEqual({ made: 0, posts: 1, asked: [] });
  });
});

describe('a list that may be of others than pupils is asked as a whole', () => {
  const child = 'HU;JUN;3/5/2014';
  it.each([
    [
      'marks',
      'a.csv',
      `Cognome;Nome;Data di nascita;Classe;Materia;Voto\n${child};1A;Arte;7\n`,
      'marksOfPupils',
      'Voto',
    ],
    [
      'absences',
      'a.csv',
      'Alunno;Materia;Docente;Classe;Ore di assenza\nHu Jun;Arte;n.verdi;1A;3\n',
      'marksOfPupils',
      'Ore di assenza',
    ],
    [
      'marks without a class',
      'a.csv',
      'Cognome;Nome;Codice fiscale;Materia;Media\nHu;Jun;X;Arte;7\n',
      'marksOfPupils',
      'Media',
    ],
    [
      'a file of marks',
      'voti 1A.csv',
      `Cognome;Nome;Data di nascita;Classe;Materia\n${child};1A;Arte\n`,
      'marksOfPupils',
      'voti 1A.csv',
    ],
    [
      'pupils by subject',
      'a.csv',
      'Alunno;Data di nascita;Materia;Classe\nHu Jun;3/5/2014;Arte;1A\n',
      'subjectOfPupils',
      'Materia',
    ],
    [
      'a file of pupils',
      'alunni.csv',
      `Cognome;Nome;Data di nascita;Classe;Materia\n${child};1A;Arte\n`,
      'subjectOfPupils',
      'Materia',
    ],
    [
      'pupils with their teacher',
      'a.csv',
      'Cognome;Nome;Classe;Materia;Docente\nHU;JUN;1A;Arte;GALLI PAOLA\n',
      'subjectOfPupils',
      'Materia',
    ],
    [
      'guardians with a child’s class',
      'genitori.csv',
      'Cognome;Nome;Data di nascita;Classe\nHu;Li;3/5/1984;1A\n',
      'guardiansAlone',
      'genitori.csv',
    ],
    [
      'guardians by their relation',
      'a.csv',
      'Cognome;Nome;Data di nascita;Parentela;Classe\nHu;Li;3/5/1984;padre;1A\n',
      'guardiansAlone',
      'Parentela',
    ],
    [
      'guardians with a child’s name',
      'a.csv',
      'Cognome;Nome;Data di nascita;Alunno;Classe\nHu;Li;3/5/1984;Hu Jun;1A\n',
      'guardiansAlone',
      'Alunno',
    ],
    [
      'guardians without a class',
      'a.csv',
      'Cognome;Nome;E-mail;Figlio\nHu;Li;li@x.it;Jun\n',
      'guardiansAlone',
      'Figlio',
    ],
    [
      'teachers with a class',
      'docenti.csv',
      'Cognome;Nome;Data di nascita;Classe\nBlu;Ugo;1/1/1970;1A\n',
      'staffWithClass',
      'docenti.csv',
    ],
    [
      'staff without the word',
      'a.csv',
      'Cognome;Nome;Data di nascita;Qualifica;Classe\nBlu;Ugo;1/1/1970;CS;1A\n',
      'staffWithClass',
      'Qualifica',
    ],
    [
      'a council',
      'consiglio di classe.csv',
      'Cognome;Nome;Data di nascita;Classe\nBlu;Ugo;1/1/1970;1A\n',
      'staffWithClass',
      'consiglio di classe.csv',
    ],
  ])('%s', async (_what, file, text, refused, value) => {
    expect(await take({ [file]: text })).toEqual({ made: 0, refused, value });
  });

  it('and so is a grown-up with the name of a teacher, where nothing else speaks of staff', async () => {
    const rows = 'Galli;Paola;1/2/1970;;1A\nGalli;Paola;1/2/1980;PUPIL;1A\nGalli;Paola;1/2/2014;;1A\n';
    const text = `Cognome;Nome;Data di nascita;Codice fiscale;Classe\n${rows.replace('PUPIL', 'GLLPLA80B41F257A')}`;
    expect(await take({ 'a.csv': text })).toMatchObject({ made: 2, asked: ['2 Cognome nameOfStaff'] });
  });

  it('and one of pupils with words that only resemble these is taken', async () => {
    const text = `Cognome;Nome;Data di nascita;Classe;Alunno;Media\n${child};1A;HU JUN;7\n`;
    expect((await take({ '1A istituto professionale.csv': text })).made).toBe(1);
  });

  it('a column that a list does not have is named in words', async () => {
    const text = 'Cognome;Nome;Classe\nHu;Jun;1A\n';
    expect((await take({ 'a.csv': text })).asked).toEqual(['2 Data di nascita missingBirthDate']);
    expect((await take({ 'a.csv': text }, 'en')).asked).toEqual(['2 Date of birth missingBirthDate']);
  });
});
