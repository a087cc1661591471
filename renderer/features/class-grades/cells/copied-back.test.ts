import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import { EVENT_GRADES } from '../../../../domain/grades/events.ts';
import { SCALE_LEVELS } from '../../../../domain/grades/scales.ts';
import type { GradeValue } from '../../../../domain/kinds/grade/record.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import { createDesk } from '../../../ui/grid/desk/desk.ts';
import type { GridProps } from '../../../ui/grid/desk/grid-props.ts';
import type { GridTable } from '../../../ui/grid/desk/grid-table.ts';
import { readClipboard, writeClipboard } from '../../../ui/grid/hands/clipboard-table.ts';
import { cleared, copiedTexts, pasted } from '../../../ui/grid/hands/grid-acts.ts';
import type { CellChange } from '../../../ui/grid/model/cells.ts';
import { createGridStore } from '../../../ui/grid/model/grid-store.ts';
import { HEAD, NAMES } from '../../../ui/grid/model/walk.ts';
import { markText, readMark, type MarkRules } from '../../../views/grades/typed-mark.ts';
import { en } from '../texts.en.ts';
import { it } from '../texts.it.ts';
import type { CourseCell } from '../view/course-cell.ts';
import { gridCell, type DrawnWith } from './grid-cell.ts';

async function drawnIn(lng: 'it' | 'en'): Promise<DrawnWith> {
  const translation = Object.assign({}, { it, en }[lng], ...kindTexts.map((texts) => texts[lng])) as object;
  const i18n = createInstance();
  await i18n.init({ lng, resources: { [lng]: { translation } }, interpolation: { escapeValue: false } });
  const formatter = new Intl.NumberFormat(lng);
  const format = { number: (value: number) => formatter.format(value), shortDay: String };
  return { words: { t: i18n.t, format }, palette: undefined, look: '' } as unknown as DrawnWith;
}

const GRADING = { unpreparedCounts: 15 };
const [sample] = kinds.grade.samples;
const column = must(
  kinds.assessment.samples.find((each) => each.test === undefined),
  'one of marks',
);
const cellOf = (value: GradeValue): CourseCell => ({
  grade: { ...sample, value },
  writer: undefined,
  isGiven: true,
  quarters: value.quarters,
  notCounted: undefined,
  standing: undefined,
  isAbsent: false,
  away: undefined,
  heldBack: undefined,
});

/** A grid of one column in which these values stand, all of them chosen; nothing is drawn. */
function deskOf(values: readonly GradeValue[], rules: MarkRules, drawn: DrawnWith) {
  const ids = values.map((_value, index) => `p${index}`);
  const standing = new Map<string, GradeValue>();
  const store = createGridStore();
  const put = (row: string, value: GradeValue) => {
    standing.set(row, value);
    const { scale, test: points } = rules;
    const assessment = { ...column, scale, ...(points ? { test: points } : {}) };
    store.show(new Map([[row, { one: gridCell(cellOf(value), assessment, undefined, drawn) }]]));
  };
  const valueOf = (text: string) => {
    const mark = readMark(text, rules, drawn.words);
    return mark.ok ? mark.value : undefined;
  };
  const props = {
    rows: ids.map((id) => ({ id, name: id })),
    columns: [
      {
        id: 'one',
        read(text: string) {
          const value = valueOf(text);
          return value ? ok(markText(value, rules, drawn.words)) : fail(text);
        },
      },
    ],
    source: store,
    write(changes: readonly CellChange[]) {
      for (const { row, next } of changes) put(row, must(valueOf(next), next));
      return [];
    },
  } as unknown as GridProps;
  const table = {
    shape: { rows: [HEAD, ...ids], columns: [NAMES, 'one'], foot: 0 },
    bounds: () => ({ top: 1, bottom: ids.length, left: 1, right: 1 }),
  } as unknown as GridTable;
  for (const [index, value] of values.entries()) put(`p${index}`, value);
  return { desk: createDesk(props, table), valuesNow: () => ids.map((id) => standing.get(id)) };
}

const EVENTS = EVENT_GRADES.map((event): GradeValue => ({ event }));
const levelsOf = ({ scale }: MarkRules) =>
  SCALE_LEVELS[scale].map(({ code }): GradeValue => ({ level: code }));
const SCORES = [0, 1, 600, 650, 700].map((score): GradeValue => ({ score }));
const MARKS: readonly GradeValue[] = [
  ...Array.from({ length: 37 }, (_each, index) => ({ quarters: 4 + index })),
  { event: 'unprepared', quarters: 15 },
];
const test7 = { maximum: 700 };
const COLUMNS: readonly (readonly [string, MarkRules, readonly GradeValue[]])[] = [
  ['marks', { scale: 'tenths', grading: GRADING }, MARKS],
  ['points', { scale: 'tenths', grading: undefined, test: test7 }, SCORES],
  ['judgements', { scale: 'primary', grading: undefined }, []],
  ['judgements and points', { scale: 'primary', grading: undefined, test: test7 }, SCORES],
  ['judgements of religion', { scale: 'religion', grading: undefined }, []],
];

const everywhere = (['it', 'en'] as const).flatMap((lng) => COLUMNS.map((each) => [lng, ...each] as const));
test.each(everywhere)(
  'D50, D52, D53: in %s a column of %s that is cut comes back whole when it is pasted',
  async (lng, _name, rules, own) => {
    const values = [...own, ...levelsOf(rules), ...EVENTS];
    const { desk, valuesNow } = deskOf(values, rules, await drawnIn(lng));
    const clipboard = writeClipboard(copiedTexts(desk))['text/plain'];
    cleared(desk);
    expect(valuesNow()).toEqual(values.map(() => ({})));
    pasted(desk, readClipboard(clipboard));
    expect(valuesNow()).toEqual(values);
  },
);

test('D52: a minus is copied as its word, and a dash from elsewhere is nothing, whichever it is', async () => {
  const rules: MarkRules = { scale: 'tenths', grading: undefined };
  const values = [{ event: 'participationMinus' }, { quarters: 28 }] as const;
  const { desk, valuesNow } = deskOf(values, rules, await drawnIn('it'));
  expect(copiedTexts(desk)).toEqual([['partecipazione negativa'], ['7']]);
  expect(desk.sheet.textAt({ row: 'p0', column: 'one' })).toBe('-');
  for (const dash of ['-', '–', '—', '−', ' ‐ ', '.']) {
    pasted(desk, [[dash], [dash]]);
    expect(valuesNow(), dash).toEqual(values);
  }
});
