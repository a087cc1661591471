import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import {
  changeOfAssessment,
  draftOfAssessment,
  newAssessmentDraft,
  readAssessment,
  type AssessmentDraft,
} from './assessment-draft.ts';

const words = { format: { number: (value: number) => String(value).replace('.', ',') } };
const day = '2026-11-12' as LocalDate;
const anyDay = { scale: 'tenths', faultOfDay: () => undefined } as const;
const draft = (changes: Partial<AssessmentDraft> = {}) => ({
  ...newAssessmentDraft({ day }, words),
  ...changes,
});
const said = (changes: Partial<AssessmentDraft> = {}) => {
  const read = readAssessment(draft(changes), anyDay);
  return 'said' in read ? read.said : read.faults;
};

describe('D48 the form of a test', () => {
  test('with nothing more said it is a written one of its day, in the average and seen by families', () => {
    expect(said()).toEqual({
      day,
      type: 'written',
      topic: '',
      comment: '',
      weight: 100,
      counts: true,
      visible: true,
    });
  });

  test('D204 is of the group of whoever has one group alone', () => {
    const ofGroup = newAssessmentDraft({ day, group: 'a1' }, words);
    expect(readAssessment(ofGroup, anyDay)).toMatchObject({ said: { day, group: 'a1' } });
  });

  test('D55, D58, D76 says weight, embargo and objectives, and none that has no name', () => {
    const objectives = [
      { id: 'a', name: ' Calcolo ' },
      { id: 'b', name: '  ' },
    ];
    expect(
      said({ weight: '50', embargo: '2026-12-01', objectives, visible: false, counts: false }),
    ).toMatchObject({
      weight: 50,
      embargo: '2026-12-01',
      objectives: [{ id: 'a', name: 'Calcolo' }],
      visible: false,
      counts: false,
    });
  });

  test('names each fault at its field, that of the day first', () => {
    expect(said({ day: 'ieri', weight: '101', embargo: 'x' })).toEqual({
      day: 'noDay',
      weight: 'notAWeight',
      embargo: 'noEmbargo',
    });
    expect(said({ weight: '12,5' })).toEqual({ weight: 'notAWeight' });
    const future = readAssessment(draft(), { ...anyDay, faultOfDay: () => 'futureDay' });
    expect(future).toEqual({ faults: { day: 'futureDay' } });
  });

  test.each(assessmentKind.samples.map((sample, index) => [index, sample] as const))(
    'of a column that is known it changes nothing that was not changed: sample %i',
    (_, known) => {
      const read = readAssessment(draftOfAssessment(known, words), anyDay);
      if (!('said' in read)) throw new Error('it can be read');
      expect(changeOfAssessment(known, read.said)).toEqual({});
      expect(read.said).toMatchObject({ day: known.day, type: known.type });
      expect(changeOfAssessment(known, { ...read.said, topic: 'Altro', weight: 80 })).toEqual({
        topic: 'Altro',
        weight: 80,
      });
    },
  );

  test('what is taken away from a column is said to be', () => {
    const [, known] = assessmentKind.samples;
    const read = readAssessment({ ...draftOfAssessment(known, words), embargo: '', objectives: [] }, anyDay);
    if (!('said' in read)) throw new Error('it can be read');
    const change = changeOfAssessment(known, read.said);
    expect(Object.keys(change).toSorted()).toEqual(['embargo', 'objectives']);
    expect(change).toEqual({ embargo: undefined, objectives: undefined });
  });
});
