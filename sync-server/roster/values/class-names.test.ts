import { describe, expect, it } from 'vitest';
import { joinClassName, readClassCell, readClassName } from './class-names.ts';

const show = (text: string) => {
  const cell = readClassCell(text);
  return cell.kind === 'one' ? `${cell.name.year}|${cell.name.section}` : cell.kind;
};

describe('a class in one cell', () => {
  it.each([
    // Sections of several letters, beginning with A too: only a small a, or a sign, is an ordinal.
    ['1 AB', '1|AB'],
    ['1AA', '1|AA'],
    ['1 ALS', '1|ALS'],
    ['1^AS', '1|AS'],
    ['2ª AFM', '2|AFM'],
    ['1as', '1|AS'],
    ['1a B', '1|B'],
    ['1aB', '1|B'],
    ['1a', '1|A'],
    ['3ABS', '3|ABS'],
    ['3A1', '3|A1'],
    ['1C-2', '1|C-2'],
    // Courses behind the section.
    ['1A LSA', '1|A LSA'],
    ['3B LSU', '3|B LSU'],
    ['2A Informatica', '2|A INFORMATICA'],
    ['1 A-SIA', '1|A SIA'],
    ['4A (TUR)', '4|A TUR'],
    ['4A - Turismo', '4|A TURISMO'],
    ['5 B Scienze applicate', '5|B SCIENZE APPLICATE'],
    ['1ª A LES', '1|A LES'],
    ['1A ITI', '1|A ITI'],
    ['3B IPSIA', '3|B IPSIA'],
    // Roman years and words.
    ['III B', '3|B'],
    ['IIIB', '3|B'],
    ['IV^C', '4|C'],
    ['V-D', '5|D'],
    ['iii b', '3|B'],
    ['II AFM', '2|AFM'],
    ['III A LSU', '3|A LSU'],
    ['IVA', '4|A'],
    ['Prima B', '1|B'],
    ['QUINTA AS', '5|AS'],
    ['classe 5 D', '5|D'],
    ['Classe: 2 C', '2|C'],
    // What stands around a class is no part of its name.
    ['cl.1A', '1|A'],
    ['1 Sez A', '1|A'],
    ['1^ sez. A', '1|A'],
    ['CLASSE PRIMA SEZ. A', '1|A'],
    ['2 sezione B', '2|B'],
    ['1^ anno A', '1|A'],
    ['Primo anno sez. B', '1|B'],
    ['2da A', '2|A'],
    ['3za B', '3|B'],
    ['1ma A', '1|A'],
    ['1oA', '1|A'],
    ['2o B', '2|B'],
    ['01A', '1|A'],
    ['1_A', '1|A'],
    ['1A.', '1|A'],
    ['1\u2011A', '1|A'],
    ['1 \u2212 A', '1|A'],
  ])('%j is %s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each(['1A-2A', '1 A/B', '1A/1B', '1A, 2A', '1A+1B', '1A & 1B', '1A e 1B', '1A e B', '1A-B', '1A2A'])(
    '%j is several',
    (text) => {
      expect(show(text)).toBe('several');
    },
  );
  it.each([
    '1A → 1B',
    '1A poi 1B',
    'ex 1A ora 1B',
    '1A (2025/26) 2A (2026/27)',
    'III A - III B',
    'IIIA-IIIB',
    'VA/VB',
    '3A AFM / 3A SIA',
    '1^A/2^A',
    '1A; 1B',
    'pluriclasse 1A-2A',
    'PRIMA E SECONDA A',
    'Prima A Seconda B',
    'I/II A',
    '1A_1B',
  ])('%j is several too: a mover, an articulated class, a class for each year', (text) => {
    expect(show(text)).toBe('several');
  });

  it.each([
    '',
    'A',
    '1',
    'III',
    'IV',
    'II',
    'VI',
    'VIA',
    'XI B',
    '6A',
    '12A',
    '1A B',
    '2a Informatica',
    'Coro',
    '3 5',
    // Several letters behind the section may be other sections, and what is said of a pupil is no course.
    '1 A B C',
    '1A ritirato',
    '1A (nuovo iscritto)',
    '1A non frequentante',
    '1A all’estero',
    '1A DSA',
    '1 nd',
    '1 n.d.',
    '1 da assegnare',
  ])('%j is none for sure', (text) => {
    expect(show(text)).toBe('none');
  });
});

describe('the level behind a class', () => {
  it.each([
    ['1A sec.', '1|A|lowerSecondary'],
    ['1A sec', '1|A|lowerSecondary'],
    ['1^ A (prim.)', '1|A|primary'],
    ['2B primaria', '2|B|primary'],
    ['2B - secondaria di I grado', '2|B|lowerSecondary'],
    ['3C secondaria di II grado', '3|C|upperSecondary'],
    ['1 LSA sup.', '1|LSA|upperSecondary'],
    // Of a school of either level, and of a section or course that only begins like one.
    ['1A secondaria', '1|A SECONDARIA|'],
    ['1 SEC', '1|SEC|'],
    ['1A Primavera', '1|A PRIMAVERA|'],
    ['1A', '1|A|'],
  ])('%j is %s', (text, expected) => {
    const name = readClassName(text);
    expect(name && `${name.year}|${name.section}|${name.level ?? ''}`).toBe(expected);
  });
});

describe('class and section in two columns', () => {
  it.each([
    ['1', 'AS', '1|AS'],
    ['3', 'AFM', '3|AFM'],
    ['1', 'S', '1|S'],
    ['1^', 'A', '1|A'],
    ['1.0', 'A', '1|A'],
    ['III', 'A', '3|A'],
    ['III', 'B', '3|B'],
    ['IV', 'A', '4|A'],
    ['V^', 'C', '5|C'],
    ['II', 'I', '2|I'],
    ['Terza', 'B', '3|B'],
    ['1A', 'A', '1|A'],
    ['1a', 'B', '1|B'],
    ['1A LSA', 'A', '1|A LSA'],
    ['1A', 'LSA', '1|A LSA'],
    ['2', 'A Informatica', '2|A INFORMATICA'],
    ['1', '1A', '1|A'],
    ['1^', '1^A', '1|A'],
    ['IV', '4B', '4|B'],
    ['', '2C', '2|C'],
    ['1', 'sez. A', '1|A'],
    ['Primo anno', 'A', '1|A'],
    ['1', 'ND', 'none'],
    ['1', '2A', 'none'],
    // Contradictions are seen, and never settled by chance.
    ['1A', 'B', 'none'],
    ['1', 'A/B', 'several'],
    ['III', '', 'none'],
  ])('%j and %j are %s', (year, section, expected) => {
    expect(show(joinClassName(year, section))).toBe(expected);
  });

  it('two cells that name different classes never give one name', () => {
    const cells = ['1AB', '1B', '1AS', '1S', '1A LSA', '1LSA', '1B LSA', '1A SIA', '3A', '3B', '1AA', '1A'];
    const names = cells.map((cell) => JSON.stringify(readClassName(cell)));
    expect(new Set(names).size).toBe(cells.length);
  });
});
