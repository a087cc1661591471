import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { EventGrade } from '../../../../domain/grades/events.ts';
import type { PupilStanding } from '../../../../domain/grades/pupil-standing.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import type { FactWords } from './cell-facts.ts';
import { eventTexts } from './standing-texts.ts';

async function wordsIn(language: 'it' | 'en'): Promise<FactWords> {
  const i18n = createInstance();
  const translation = Object.assign({}, ...kindTexts.map((texts) => texts[language])) as object;
  await i18n.init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  });
  return { t: i18n.t, format: { number: String } } as unknown as FactWords;
}

const said = (words: FactWords, ...events: readonly (readonly [EventGrade, number])[]) =>
  eventTexts(
    { events: events.map(([event, count]) => ({ event, count })) } as unknown as PupilStanding,
    words,
  );

test('D52: how often something else than a number was written is said as one says it', async () => {
  const [it, en] = [await wordsIn('it'), await wordsIn('en')];
  expect(said(it, ['unprepared', 1], ['participationPlus', 2], ['participationMinus', 1])).toEqual([
    '1 impreparato',
    '2 partecipazioni positive',
    '1 partecipazione negativa',
  ]);
  expect(said(it, ['unprepared', 3], ['notDone', 2])).toEqual(['3 volte impreparato', '2 non svolti']);
  expect(said(en, ['unprepared', 1], ['unprepared', 2])).toEqual(['1 time unprepared', '2 times unprepared']);
});
