import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import { SCALE_LEVELS } from '../../../domain/grades/scales.ts';
import { grade } from '../../kinds/grade/words.ts';
import {
  copiedMark,
  markFaultText,
  markText,
  readMark,
  withMark,
  type Mark,
  type MarkRules,
  type MarkWords,
} from './typed-mark.ts';
import { readWord } from './typed-word.ts';

async function wordsIn(lng: 'it' | 'en'): Promise<MarkWords> {
  const i18n = createInstance();
  await i18n.init({
    lng,
    resources: { [lng]: { translation: grade.texts[lng] } },
    interpolation: { escapeValue: false },
  });
  const formatter = new Intl.NumberFormat(lng);
  return { t: i18n.t, format: { number: (value) => formatter.format(value) } };
}
const it = await wordsIn('it');
const en = await wordsIn('en');

const TENTHS: MarkRules = { scale: 'tenths', grading: undefined };
const PRIMARY: MarkRules = { scale: 'primary', grading: undefined };
const RELIGION: MarkRules = { scale: 'religion', grading: undefined };
const SCALES = [TENTHS, PRIMARY, RELIGION];
const LANGUAGES = [
  ['Italian', it],
  ['English', en],
] as const;
const TEST: MarkRules = { ...TENTHS, test: { maximum: 5000 } };
const PRIMARY_TEST: MarkRules = { ...PRIMARY, test: { maximum: 2000 } };

const read = (text: string, rules = TENTHS) => {
  const mark = readMark(text, rules, it);
  return mark.ok ? mark.value : mark.failure.reason;
};
const said = (text: string, rules = TENTHS) => {
  const mark = readMark(text, rules, it);
  return mark.ok ? undefined : markFaultText(mark.failure, rules, it);
};

describe('a mark that is typed in a cell', () => {
  test.each([
    ['6', { quarters: 24 }],
    ['6+', { quarters: 25 }],
    ['6½', { quarters: 26 }],
    ['6,5', { quarters: 26 }],
    ['6.5', { quarters: 26 }],
    ['6/7', { quarters: 26 }],
    ['7-', { quarters: 27 }],
    [' 10 ', { quarters: 40 }],
  ] as const)('D50: %s is a grade', (text, mark) => expect(read(text)).toEqual(mark));

  test.each([
    ['imp', { event: 'unprepared' }],
    ['Impreparato', { event: 'unprepared' }],
    ['ASS.', { event: 'absentAtTest' }],
    ['a', { event: 'absentAtTest' }],
    ['g', { event: 'excused' }],
    ['nc', { event: 'notClassified' }],
    ['non svolto', { event: 'notDone' }],
    ['nsv', { event: 'notDone' }],
    ['ns', { event: 'notDone' }],
    ['+', { event: 'participationPlus' }],
    ['-', { event: 'participationMinus' }],
    ['−', { event: 'participationMinus' }],
  ] as const)('D52: %s is an event', (text, mark) => expect(read(text)).toEqual(mark));

  test.each([
    ['ottimo', { level: 'excellent' }],
    ['o', { level: 'excellent' }],
    ['Disc', { level: 'fair' }],
    ['dist', { level: 'distinguished' }],
    ['non suff', { level: 'notSufficient' }],
    ['ass', { event: 'absentAtTest' }],
  ] as const)('D25: in primary school %s is a judgement, or an event', (text, mark) =>
    expect(read(text, PRIMARY)).toEqual(mark),
  );

  test.each([
    ['35', { score: 3500 }],
    ['35,5', { score: 3550 }],
    ['35.25/50', { score: 3525 }],
    ['0', { score: 0 }],
    ['ass', { event: 'absentAtTest' }],
  ] as const)('D53: in a test of 50 points %s is a score', (text, mark) =>
    expect(read(text, TEST)).toEqual(mark),
  );

  test.each([
    ['15', { score: 1500 }],
    ['15/20', { score: 1500 }],
    ['14,5', { score: 1450 }],
    ['b', { level: 'good' }],
    ['ass', { event: 'absentAtTest' }],
  ] as const)(
    'D66: in a primary test of 20 points %s is a score, or what may stand in its place',
    (text, mark) => expect(read(text, PRIMARY_TEST)).toEqual(mark),
  );

  test('D45: nothing typed is an empty value', () => expect(read('  ')).toEqual({}));

  test.each([
    ['0,75', TENTHS, 'outOfRange'],
    ['0.5', TENTHS, 'outOfRange'],
    ['10.25', TENTHS, 'outOfRange'],
    ['12', TENTHS, 'outOfRange'],
    ['6++', TENTHS, 'notAGrade'],
    ['6--', TENTHS, 'notAGrade'],
    ['10+', TENTHS, 'outOfRange'],
    ['1-', TENTHS, 'outOfRange'],
    ['0', TENTHS, 'outOfRange'],
    ['6,3', TENTHS, 'betweenSteps'],
    ['boh', TENTHS, 'notAGrade'],
    ['2,5', { ...TENTHS, grading: { lowest: 12 } }, 'belowLowest'],
    ['6+', { ...TENTHS, grading: { step: 'half' as const } }, 'betweenSteps'],
    ['7', PRIMARY, 'notALevel'],
    ['15/20', PRIMARY, 'notALevel'],
    ['21', PRIMARY_TEST, 'aboveMaximum'],
    ['15/30', PRIMARY_TEST, 'otherMaximum'],
    ['7+', PRIMARY_TEST, 'notAScore'],
    ['mediocre', PRIMARY, 'notALevel'],
    ['dis', PRIMARY, 'several'],
    ['NS', PRIMARY, 'several'],
    ['N.S.', PRIMARY, 'several'],
    ['n', PRIMARY, 'several'],
    ['i', RELIGION, 'several'],
    ['51', TEST, 'aboveMaximum'],
    ['51/50', TEST, 'aboveMaximum'],
    ['35/40', TEST, 'otherMaximum'],
    ['35,555', TEST, 'notAScore'],
    ['7-', TEST, 'notAScore'],
    ['imp 4', TENTHS, 'notCounted'],
  ] as const)('D46: %s is refused, never brought to what it may have meant', (text, rules, reason) =>
    expect(read(text, rules)).toBe(reason),
  );

  test('D46: a refusal says what would do', () => {
    expect(said('51', TEST)).toBe('«51» è più del massimo della prova, 50 punti.');
    expect(said('6,3', TENTHS)).toBe(
      '«6,3» non è un voto della scuola: si danno quarti di voto, come 6+, 6½ e 7-.',
    );
    expect(said('dis', PRIMARY)).toBe(
      '«dis» può voler dire più cose: scrivi ds per distinto, dc per discreto.',
    );
    expect(said('NS', PRIMARY)).toBe(
      '«NS» può voler dire più cose: scrivi nsu per non sufficiente, nsv per non svolto.',
    );
    expect(said('imp 4')).toBe('In questa scuola «impreparato» non vale 4.');
  });

  test('D66: a number in a column of judgements is refused with what may be written, and where points are', () => {
    const judgements = 'ottimo, distinto, buono, discreto, sufficiente, non sufficiente';
    for (const text of ['0', '7', '10'])
      expect(said(text, PRIMARY)).toBe(
        `«${text}» non è un giudizio. Si può scrivere: ${judgements}. I punti, come 15/20, si scrivono in una prova a punteggi.`,
      );
    expect(said('mediocre', PRIMARY)).toBe(
      `«mediocre» non è un giudizio di questa materia. Si può scrivere: ${judgements}.`,
    );
    // Of religion there are no points (D27).
    expect(said('7', RELIGION)).not.toContain('punt');
  });

  test('D66: in words nobody unprepared counts as a number, whatever the school has set', () => {
    const grading = { unpreparedCounts: 16 };
    expect(read('imp', { ...PRIMARY, grading })).toEqual({ event: 'unprepared' });
    expect(read('imp 4', { ...PRIMARY, grading })).toBe('notALevel');
  });

  test('D52: somebody unprepared counts as what the school has set, where the teacher says so of this one', () => {
    const rules: MarkRules = { ...TENTHS, grading: { unpreparedCounts: 16 } };
    expect(read('imp', rules)).toEqual({ event: 'unprepared' });
    expect(read('imp 4', rules)).toEqual({ event: 'unprepared', quarters: 16 });
    expect(read('imp 3', rules)).toBe('notCounted');
  });
});

describe('the text of a cell', () => {
  const marks: readonly (readonly [MarkRules, Mark])[] = [
    ...Array.from({ length: 37 }, (_, index) => [TENTHS, { quarters: 4 + index }] as const),
    ...SCALES.flatMap((rules) => EVENT_GRADES.map((event) => [rules, { event }] as const)),
    ...[PRIMARY, RELIGION].flatMap((rules) =>
      SCALE_LEVELS[rules.scale].map(({ code }) => [rules, { level: code }] as const),
    ),
    ...[0, 1, 50, 1205, 3550, 5000].map((score) => [TEST, { score }] as const),
    [
      { ...TENTHS, grading: { unpreparedCounts: 15 } },
      { event: 'unprepared', quarters: 15 },
    ],
    [TENTHS, {}],
    ...[0, 1450, 2000].map((score) => [PRIMARY_TEST, { score }] as const),
    [PRIMARY_TEST, { level: 'good' }],
  ];
  test.each(LANGUAGES)('is read again as the mark that it says, in %s', (_, words) => {
    for (const [rules, mark] of marks) {
      const text = markText(mark, rules, words);
      expect(readMark(text, rules, words), text).toEqual({ ok: true, value: mark });
    }
  });

  const everywhere = SCALES.flatMap((rules) =>
    LANGUAGES.map(([name, words]) => [rules.scale, name, rules, words] as const),
  );
  test.each(everywhere)(
    'D46: each abbreviation of %s means one thing alone in %s',
    (_scale, _name, rules, { t }) => {
      const codes = [...SCALE_LEVELS[rules.scale].map(({ code }) => code), ...EVENT_GRADES];
      for (const code of codes) expect(readWord(t(`grade.short.${code}`), codes, t)).toEqual([code]);
    },
  );

  test('D53: points are shown with how many there are, as they were typed', () => {
    for (const typed of ['35/50', '35,5/50']) {
      const mark = readMark(typed, TEST, it);
      expect(mark.ok && markText(mark.value, { test: { maximum: 5000 } }, it)).toBe(typed);
    }
    expect(markText({ score: 3500 }, { test: { maximum: 5000 } }, it)).toBe('35/50');
  });

  test('shows of a filled rubric what it comes to', () => {
    const value = { rubric: [{ criterion: 'a', level: 1 }] };
    expect(markText(value, { number: 40 }, it)).toBe('10');
    expect(markText(value, {}, it)).toBe('griglia: livello di 1 criterio');
    expect(markText(value, { filled: { score: 950, maximum: 1200 } }, it)).toBe('9,5/12');
  });

  test('a judgement in sentences stays beside a new mark', () => {
    expect(withMark({ quarters: 24, judgement: 'Chiara', reason: 'x' }, { quarters: 28 })).toEqual({
      quarters: 28,
      judgement: 'Chiara',
    });
  });
});

describe('points that are copied', () => {
  const seven: MarkRules = { ...TENTHS, test: { maximum: 700 } };

  test('D50, D53: come back where there are the same points, and are no mark elsewhere, with the reason', () => {
    const copied = copiedMark('6/7', { score: 600 }, it) ?? '';
    expect(copied).toBe('6/7 p.');
    expect(read(copied, seven)).toEqual({ score: 600 });
    expect(read(copied, TEST)).toBe('otherMaximum');
    expect(read(copied)).toBe('points');
    expect(said(copied)).toBe('«6/7 p.» è un punteggio: in questa prova si scrivono voti, non punti.');
    expect(said(copied, PRIMARY)).toMatch(/^«6\/7 p\.» non è un giudizio\./);
    // What a teacher types is read as before.
    expect(read('6/7')).toEqual({ quarters: 26 });
    expect(read('6/7', seven)).toEqual({ score: 600 });
  });

  test('are those alone that say of how many', () => {
    expect(copiedMark('12,5/20', { score: 1250 }, it)).toBe('12,5/20 p.');
    expect(copiedMark('6', { score: 600 }, it)).toBeUndefined();
    expect(copiedMark('6½', { quarters: 26 }, it)).toBeUndefined();
    expect(copiedMark('', {}, it)).toBeUndefined();
  });
});
