import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { EventGrade } from '../../../domain/grades/events.ts';
import type { Format } from '../../i18n/format.ts';
import { kindTexts } from '../../kinds/registry.ts';
import type { PeriodMarks } from './course-marks.ts';
import { eventTexts, markInWords, missingTexts, pointsTexts } from './mark-words.ts';

async function wordsIn(language: 'it' | 'en') {
  const i18n = createInstance();
  const translation = Object.assign({}, ...kindTexts.map((texts) => texts[language])) as object;
  await i18n.init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  });
  return { t: i18n.t, format: { number: String } as unknown as Format };
}
const [it, en] = [await wordsIn('it'), await wordsIn('en')];

const said = (words: typeof it, ...events: readonly (readonly [EventGrade, number])[]) =>
  eventTexts({ events: events.map(([event, count]) => ({ event, count })) }, words);

test('D52: how often something else than a number was written is said as one says it', () => {
  expect(said(it, ['unprepared', 1], ['participationPlus', 2], ['participationMinus', 1])).toEqual([
    '1 impreparato',
    '2 partecipazioni positive',
    '1 partecipazione negativa',
  ]);
  expect(said(it, ['unprepared', 3], ['notDone', 2])).toEqual(['3 volte impreparato', '2 non svolti']);
  expect(said(en, ['unprepared', 1], ['unprepared', 2])).toEqual(['1 time unprepared', '2 times unprepared']);
});

test('D53, D81: of a score is said of how many points, where that is known, and what it comes to', () => {
  const value = { score: 3500 };
  expect(markInWords(value, { quarters: 27, maximum: 5000 }, it)).toBe('35/50, voto 7-');
  expect(markInWords(value, { quarters: 27 }, it)).toBe('punteggio 35, voto 7-');
  expect(markInWords(value, {}, it)).toBe('punteggio 35');
  expect(markInWords({ quarters: 27 }, { quarters: 27 }, it)).toBe('7-');
});

test('D54, D66: of a filled rubric is said how many points it comes to, where its criteria are known', () => {
  const value = { rubric: [{ criterion: 'a', level: 1 }], judgement: 'Con cura' };
  const filled = { score: 1400, maximum: 2000 };
  expect(markInWords(value, { filled }, it)).toBe('griglia 14/20 (giudizio: Con cura)');
  expect(markInWords(value, { filled, quarters: 30 }, en)).toContain('14/20');
  expect(markInWords({ rubric: value.rubric }, {}, it)).toBe('griglia: livello di 1 criterio');
});

test('D66: marks of points are counted beside the judgements, and nothing is said where there are none', () => {
  const marks = [{ value: { score: 1500 } }, { value: { level: 'good' } }] as unknown as PeriodMarks['marks'];
  expect(pointsTexts({ marks }, it)).toEqual(['1 prova a punti']);
  expect(pointsTexts({ marks: [...marks, ...marks] }, it)).toEqual(['2 prove a punti']);
  expect(pointsTexts({ marks: marks.slice(1) }, it)).toEqual([]);
});

test('D53: points are said as they are typed, without groups of digits', () => {
  const grouping = new Intl.NumberFormat('en');
  const words = { t: en.t, format: { ...en.format, number: (value: number) => grouping.format(value) } };
  expect(words.format.number(1000.5)).toBe('1,000.5');
  expect(markInWords({ score: 100_050 }, { maximum: 100_000 }, words)).toBe('1000.5/1000');
});

test('D65: what is missing is said type by type', () => {
  const missing = [
    { type: 'written', count: 2 },
    { type: 'oral', count: 1 },
  ] as const;
  expect(missingTexts({ missing }, it.t)).toEqual(['mancano 2 scritti', 'manca 1 orale']);
  expect(missingTexts({ missing }, en.t)).toEqual(['2 written grades missing', '1 oral grade missing']);
});
