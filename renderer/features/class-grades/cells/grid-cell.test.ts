import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import type { CourseCell } from '../view/course-cell.ts';
import { it as own } from '../texts.it.ts';
import { gridCell, type DrawnWith } from './grid-cell.ts';

const translation = Object.assign({}, own, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation } }, interpolation: { escapeValue: false } });
const drawn = {
  words: { t: i18n.t, format: { number: String, shortDay: String } },
  palette: undefined,
  look: 'grade',
} as unknown as DrawnWith;

const [sample] = kinds.grade.samples;
const assessment = must(
  kinds.assessment.samples.find(({ objectives }) => objectives !== undefined),
  'one with objectives',
);
const cellOf = (grade: Partial<Grade>): CourseCell => ({
  grade: { ...sample, ...grade },
  writer: undefined,
  isGiven: true,
  quarters: grade.value?.quarters,
  notCounted: grade.value?.quarters === undefined ? 'noNumber' : undefined,
  standing: undefined,
  isAbsent: false,
  away: undefined,
  heldBack: undefined,
});
const objectives = [{ objective: 'fractions', level: 'Base' }];
const plain = { ...assessment, weight: 100 };

test('D45, D55: levels of objectives without a mark stand in their cell, in short and in words', () => {
  const cell = gridCell(cellOf({ value: {}, objectives }), plain, undefined, drawn);
  expect(cell).toMatchObject({ text: '', drawn: 'livelli' });
  expect(cell.note).toBe(
    'livello di 1 obiettivo; Operare con le frazioni: Base; non fa media: è senza numero',
  );
  expect(cell.stays).toMatch(/^Qui ci sono solo livelli/);
});

test('D55: beside a mark they are told in words', () => {
  const cell = gridCell(cellOf({ value: { quarters: 28 }, objectives }), plain, undefined, drawn);
  expect(cell).toMatchObject({ text: '7', note: 'Operare con le frazioni: Base' });
});

test('D50, D53: points are copied as points, and a mark as it stands; a colleague’s word says whose it is', () => {
  const column = { ...plain, test: { maximum: 700 } };
  expect(gridCell(cellOf({ value: { score: 600 } }), column, undefined, drawn)).toMatchObject({
    text: '6/7',
    copied: '6/7 p.',
  });
  const mark = { ...cellOf({ value: { quarters: 26 } }), writer: kinds.person.samples[0] };
  const cell = gridCell(mark, plain, undefined, drawn);
  const { surname } = kinds.person.samples[0];
  expect([cell.text, cell.copied, cell.by]).toEqual(['6½', undefined, surname]);
});

test('what a colleague has written last says so, and so does what a colleague has withdrawn', () => {
  const [writer] = kinds.person.samples;
  const mark = { ...cellOf({ value: { quarters: 28 } }), writer };
  expect(gridCell(mark, plain, undefined, drawn).note).toBe(`scritto da ${writer.surname}`);
  const cleared = { ...cellOf({ value: {} }), isGiven: false, notCounted: undefined, writer };
  expect(gridCell(cleared, plain, undefined, drawn).note).toBe(`ritirato da ${writer.surname}`);
  expect(gridCell({ ...mark, writer: undefined }, plain, undefined, drawn).note).toBeUndefined();
});

test('D56: what is recovered is crossed out, and what only does not count is not', () => {
  const recovered = { ...cellOf({ value: { quarters: 15 } }), notCounted: 'recovered' as const };
  expect(gridCell(recovered, plain, undefined, drawn).look).toContain('recovered');
  const left = { ...recovered, notCounted: 'choice' as const };
  expect(gridCell(left, plain, undefined, drawn).look).not.toContain('recovered');
});
