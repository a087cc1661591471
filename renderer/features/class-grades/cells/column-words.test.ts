import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { must } from '../../../../domain/base/assert.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import { it as own } from '../texts.it.ts';
import type { FactWords } from './cell-facts.ts';
import { columnFacts, columnName } from './column-words.ts';

const translation = Object.assign({}, own, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation } }, interpolation: { escapeValue: false } });
const words = { t: i18n.t, format: { number: String, shortDay: () => 'gio 12 nov' } } as unknown as FactWords;

const sample = {
  ...must(kinds.assessment.samples[0], 'a sample'),
  type: 'written',
  topic: 'Radicali',
} as const;
const [bruni] = kinds.person.samples;
const column = (id: string, more: Partial<typeof sample> = {}) => ({
  assessment: { ...sample, id, ...more },
  author: undefined,
});

test('D47 columns of one day and type are told apart by topic and author, and those alike in all by their place', () => {
  const theirs = { ...column('c', { teacher: toPersonId('bruni') }), author: { ...bruni, surname: 'Bruni' } };
  const columns = [column('a'), column('b'), theirs, column('d', { topic: '' as 'Radicali' })];
  expect(columns.map((one) => columnName(one, columns, words))).toEqual([
    'Prova scritta di gio 12 nov, Radicali, 1ª di 2',
    'Prova scritta di gio 12 nov, Radicali, 2ª di 2',
    'Prova scritta di gio 12 nov, Radicali, di Bruni',
    'Prova scritta di gio 12 nov',
  ]);
});

test('D58, D63 a column says how it counts where that is not as usual', () => {
  expect(columnFacts({ weight: 100, counts: true }, words)).toEqual([]);
  expect(columnFacts({ weight: 50, counts: true }, words)).toEqual(['peso 50 %']);
  expect(columnFacts({ weight: 100, counts: false }, words)).toEqual(['non fa media']);
});
