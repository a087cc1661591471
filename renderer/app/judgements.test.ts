import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInstance } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { inScale, inScaleOf, sharedScale } from '../i18n/scale-texts.ts';
import { catalogues } from './catalogue.ts';

/** The rooms that speak of a course, by their names in the catalogue. */
const ROOMS =
  /^(?:assessment|grade|earlierGrade|proposal|classGrades|classMatrix|gradeForms|pupilGrades|proposals|common\.refusal)\./;
/** What is called otherwise where there are judgements, word by word. */
const MARK = { it: /\bvot[oi]\b/i, en: /\b(?:grade|mark)s?\b(?! absent)/i } as const;
/** Texts that are read where there are numbers alone, or of the numbers beside the judgements (D66, D71), and those that are read before any course is known. */
const OF_NUMBERS = [
  'grade.comesTo',
  'grade.fault.',
  'grade.steps.',
  'gradeForms.legend.tenths.',
  'gradeForms.points.ways.marks',
  'gradeForms.conversion.',
  'gradeForms.rubric.totalGrade',
  'gradeForms.grade.mark.number',
  'gradeForms.filling.countsOf',
  'gradeForms.fault.notAGrade',
  'gradeForms.fault.notRising',
  'gradeForms.recovery.about_better',
  'classGrades.averageHead.',
  'classGrades.average.',
  'classGrades.beforeName',
  'classGrades.classAverage',
  'classGrades.typeAverage',
  'classGrades.bothAverages',
  'classGrades.averageOf',
  'classMatrix.count',
  'classMatrix.way.',
  'classMatrix.belowWay',
  'classMatrix.printedNoAverage',
  'classMatrix.spread',
  'pupilGrades.average.',
  'pupilGrades.counted',
  'pupilGrades.trend.',
  'pupilGrades.whatIf.',
  'proposal.scales.',
  'proposals.count',
  'proposals.fault.number',
  'proposals.basis.',
  'proposals.rounding.',
  'proposals.civics',
  'proposals.fill',
  'proposals.fromNumbers',
  'proposals.average.',
] as const;
const OF_NO_COURSE = [
  'classGrades.name',
  'classGrades.loading',
  'classGrades.noCourse',
  'classMatrix.section',
  'pupilGrades.notHere',
  'proposals.section',
  'proposals.name',
  'proposals.nothing',
] as const;

function texts(part: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? texts(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)] as const],
  );
}

const spoken = (language: 'it' | 'en') =>
  texts(catalogues[language]).filter(([key]) => ROOMS.test(key) && !/\.wordsFor\w+$/.test(key));
const isOfWords = (key: string) => /_words(?:_zero|_one|_other)?$/.test(key);
const ofWords = (key: string) => key.replace(/(?:_(zero|one|other))?$/, (plural) => `_words${plural}`);

test.each(['it', 'en'] as const)(
  'D66–D68 no text of a gradebook calls a judgement a mark (%s)',
  (language) => {
    const all = spoken(language);
    const keys = new Set(all.map(([key]) => key));
    const isExempt = (key: string) => [...OF_NUMBERS, ...OF_NO_COURSE].some((each) => key.startsWith(each));
    const found = all.filter(
      ([key, text]) =>
        MARK[language].test(text.replaceAll(/\{\{\w+\}\}/g, '')) &&
        (isOfWords(key) || (!isExempt(key) && !keys.has(ofWords(key)))),
    );
    expect(found).toEqual([]);
  },
);

const i18n = createInstance();
beforeAll(async () => {
  await i18n.init({ lng: 'it', resources: { it: { translation: catalogues.it } } });
});

test('D66 the words are those of the scale: of judgements in primary school and in religion, of marks elsewhere', () => {
  const { t } = i18n;
  const ask = (scale: Parameters<typeof inScale>[1]) => inScale(t, scale)('gradeForms.withdraw.ask');
  expect(ask('primary')).toBe('Ritira la valutazione…');
  expect(ask('religion')).toBe('Ritira la valutazione…');
  expect(ask('tenths')).toBe('Ritira il voto…');
  expect(ask(undefined)).toBe('Ritira il voto…');
  const primary = inScale(t, 'primary');
  expect(primary).toBe(inScale(t, 'religion'));
  expect(primary('gradeForms.filling.done', { count: 2, test: 'Scritto' })).toBe(
    'Scritto: 2 valutazioni scritte',
  );
  expect(primary('gradeForms.cancel.text', { count: 0 })).toMatch(/^La prova non ha valutazioni/);
  // What is said in the same words everywhere.
  expect(primary('gradeForms.assessment.new')).toBe('Nuova prova');
  expect(primary('grade.missing', { count: 2, what: 'orali' })).toBe('mancano 2 orali');
});

test('D66 a record is told in the words of its own scale, and several courses in those of judgements only where all have them', () => {
  const { t } = i18n;
  expect(inScaleOf({ scale: 'primary' }, { t }).t('grade.name')).toBe('Valutazione');
  expect(inScaleOf({ scale: 'tenths' }, { t }).t('grade.name')).toBe('Voto');
  expect(inScaleOf({}, { t }).t('grade.name')).toBe('Voto');
  expect(sharedScale(['religion', 'tenths'])).toBe('tenths');
  expect(sharedScale(['primary', 'religion'])).toBe('primary');
  expect(sharedScale([])).toBeUndefined();
});

test('D66 the rooms of a gradebook take no text but in the words of a scale', async () => {
  const root = path.join(import.meta.dirname, '..');
  const rooms = '{class-grades,class-matrix,grade-forms,pupil-grades,proposals}';
  const found: string[] = [];
  for await (const file of glob([`features/${rooms}/**/*.{ts,tsx}`, 'hosts/grade-forms/*.{ts,tsx}'], {
    cwd: root,
  })) {
    const source = await readFile(path.join(root, file), 'utf8');
    if (/\buseTranslation\b/.test(source)) found.push(file);
  }
  expect(found).toEqual([]);
});
