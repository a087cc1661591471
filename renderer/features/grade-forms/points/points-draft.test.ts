import { describe, expect, test } from 'vitest';
import { conversionDraft, previewRows, readConversion, type ConversionDraft } from './conversion-draft.ts';
import { maximumOf, newCriterion, pointsDraft, readPointsDraft, type PointsDraft } from './points-draft.ts';

const words = { format: { number: (value: number) => String(value).replace('.', ',') } };
const usual = conversionDraft();
const test50: PointsDraft = { ...pointsDraft({}, words), way: 'test', maximum: '50' };
const tenths = { scale: 'tenths' } as const;
const faultsOf = (draft: PointsDraft, highest = 0) => {
  const read = readPointsDraft(draft, { ...tenths, highest });
  return 'faults' in read ? read.faults : 'none';
};
const pieces = (...corners: readonly (readonly [string, string])[]): ConversionDraft => ({
  ...usual,
  way: 'pieces',
  corners: corners.map(([percent, grade]) => ({ percent, grade })),
});

describe('D53 how the points of a test become a grade', () => {
  test('without more it goes in proportion from 2, and can be left without a grade', () => {
    expect(readPointsDraft(test50, tenths)).toEqual({
      said: { test: { maximum: 5000, conversion: { way: 'linear', lowest: 8 } } },
    });
    const raw = { ...test50, conversion: { ...usual, way: 'none' as const } };
    expect(readPointsDraft(raw, tenths)).toEqual({ said: { test: { maximum: 5000 } } });
    expect(readPointsDraft(pointsDraft({}, words), tenths)).toEqual({ said: {} });
  });

  test('D66: in primary school points and rubrics are said without what they would become', () => {
    const primary = { scale: 'primary' } as const;
    expect(readPointsDraft(test50, primary)).toEqual({ said: { test: { maximum: 5000 } } });
    // A fault in what is not on the form is none.
    const unread = { ...test50, conversion: { ...usual, lowest: '' } };
    expect(readPointsDraft(unread, primary)).toEqual({ said: { test: { maximum: 5000 } } });
    const criterion = newCriterion({ levels: ['Base', 'Avanzato'], newId: () => 'a' });
    const rubric = { ...unread, way: 'rubric' as const, criteria: [{ ...criterion, name: 'Calcolo' }] };
    const read = readPointsDraft(rubric, primary);
    expect('said' in read && read.said.rubric).toMatchObject({ way: 'sum', criteria: [{ id: 'a' }] });
    expect('said' in read && read.said.rubric).not.toHaveProperty('conversion');
    expect(readPointsDraft({ ...test50, maximum: '30' }, { ...primary, highest: 3550 })).toEqual({
      faults: { maximum: 'belowScore' },
    });
  });

  test('the draft of a test that is known says what it says', () => {
    for (const known of [
      { test: { maximum: 1250 } },
      { test: { maximum: 5000, conversion: { way: 'linear', lowest: 4 } } },
      {
        test: {
          maximum: 10_000,
          conversion: {
            way: 'pieces',
            points: [
              { percent: 0, quarters: 8 },
              { percent: 55, quarters: 25 },
              { percent: 100, quarters: 40 },
            ],
          },
        },
      },
    ] as const)
      expect(readPointsDraft(pointsDraft(known, words), tenths)).toEqual({ said: known });
  });

  test('names each fault at its field', () => {
    expect(faultsOf({ ...test50, maximum: '0' })).toEqual({ maximum: 'noMaximum' });
    expect(faultsOf({ ...test50, maximum: 'dieci' })).toEqual({ maximum: 'noMaximum' });
    expect(faultsOf({ ...test50, maximum: '1001' })).toEqual({ maximum: 'noMaximum' });
    expect(faultsOf({ ...test50, maximum: '30' }, 3550)).toEqual({ maximum: 'belowScore' });
    expect(readConversion({ ...usual, lowest: '0' })).toEqual({ ok: false, failure: 'notAGrade' });
    expect(readConversion(pieces(['0', '2'], ['101', '6'], ['100', '10']))).toMatchObject({
      failure: 'notPercents',
    });
    expect(readConversion(pieces(['0', '2'], ['60', '7'], ['80', '6'], ['100', '10']))).toMatchObject({
      failure: 'notRising',
    });
  });

  test('the table shows what it makes of each tenth of the points', () => {
    const conversion = readConversion(pieces(['0', '2'], ['60', '6'], ['100', '10']));
    if (!conversion.ok || !conversion.value) throw new Error('it can be read');
    const rows = previewRows(conversion.value, 5000, undefined);
    expect(rows).toHaveLength(11);
    expect(rows[0]).toEqual({ percent: 100, points: 5000, quarters: 40 });
    expect(rows[4]).toEqual({ percent: 60, points: 3000, quarters: 24 });
    expect(rows[7]).toEqual({ percent: 30, points: 1500, quarters: 16 });
    expect(rows.at(-1)).toEqual({ percent: 0, points: 0, quarters: 8 });
  });
});

describe('D54 a rubric', () => {
  const names = { levels: ['Iniziale', 'Base', 'Intermedio', 'Avanzato'], newId: () => 'clear' };
  const criterion = { ...newCriterion(names), name: ' Chiarezza ' };
  const rubric: PointsDraft = { ...pointsDraft({}, words), way: 'rubric', criteria: [criterion] };

  test('says its criteria with the points of their levels', () => {
    expect(readPointsDraft(rubric, tenths)).toMatchObject({
      said: {
        rubric: {
          way: 'sum',
          criteria: [{ id: 'clear', name: 'Chiarezza', levels: [{ points: 100 }, {}, {}, { points: 400 }] }],
        },
      },
    });
    expect(maximumOf(rubric)).toBe(400);
    expect(maximumOf({ ...rubric, criteria: [criterion, { ...criterion, id: 'b' }] })).toBe(800);
    expect(
      maximumOf({ ...rubric, rubricWay: 'mean', criteria: [criterion, { ...criterion, id: 'b' }] }),
    ).toBe(400);
    expect(maximumOf({ ...rubric, criteria: [] })).toBeUndefined();
  });

  test('names what is missing in it', () => {
    expect(faultsOf({ ...rubric, criteria: [] })).toEqual({ criteria: 'noCriterion' });
    const empty = {
      ...criterion,
      name: '',
      levels: [
        { name: 'A', points: 'x' },
        { name: '', points: '2' },
      ],
    };
    expect(faultsOf({ ...rubric, criteria: [empty] })).toEqual({
      'criterion.clear': 'noName',
      'level.clear.0': 'noPoints',
      'level.clear.1': 'noName',
    });
    const zeros = { ...criterion, levels: criterion.levels.map(({ name }) => ({ name, points: '0' })) };
    expect(faultsOf({ ...rubric, criteria: [zeros] })).toEqual({ criteria: 'noPoints' });
  });
});
