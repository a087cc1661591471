import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { earlierGradeKind } from '../../../../domain/kinds/earlier-grade/kind.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import { draftOfGrade, readGradeDraft, type DraftOf, type GradeDraft } from './grade-draft.ts';
import { excusesWith } from './excuses.ts';
import { recoverableFor } from './recoverable.ts';

const it = Object.assign({}, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({
  lng: 'it',
  resources: { it: { translation: { ...it } } },
  interpolation: { escapeValue: false },
});
const words = { t: i18n.t, format: { number: (value: number) => String(value).replace('.', ',') } };

const [plain, objectives, rubric] = assessmentKind.samples;
const [sample] = gradeKind.samples;
const [copied] = earlierGradeKind.samples;
const gradeIn = (assessment: Assessment, changes: Partial<Grade>): Grade => ({
  ...sample,
  id: gradeId(assessment.id, sample.pupil),
  assessment: assessment.id,
  value: {},
  ...changes,
});
const of = (assessment: Assessment, grade?: Grade): DraftOf => ({
  assessment,
  grade,
  words,
  rules: { ...assessment, grading: undefined },
});
const read = (assessment: Assessment, changes: Partial<GradeDraft>, grade?: Grade) => {
  const draft = { ...draftOfGrade(assessment, grade, words), ...changes };
  const result = readGradeDraft(draft, of(assessment, grade));
  return 'change' in result ? result.change : result.faults;
};

describe('the details of a grade', () => {
  test('of an empty cell change nothing, and write what is said', () => {
    expect(read(plain, {})).toEqual({});
    expect(read(plain, { mark: '7-', judgement: ' Chiara ' })).toEqual({
      value: { quarters: 27, judgement: 'Chiara' },
    });
  });

  test('D45 a judgement alone is a grade, and nothing at all is none', () => {
    expect(read(plain, { judgement: 'Esposizione chiara' })).toEqual({
      value: { judgement: 'Esposizione chiara' },
    });
    const grade = gradeIn(plain, { value: { quarters: 24, judgement: 'x', reason: 'y' } });
    expect(read(plain, {}, grade)).toEqual({});
    expect(read(plain, { mark: '', judgement: '' }, grade)).toEqual({ value: {} });
  });

  test('D56, D58, D76 say only what differs, and take away what is emptied', () => {
    const grade = gradeIn(plain, {
      value: { quarters: 24 },
      comment: 'Bene',
      weight: 50,
      counts: false,
      visible: true,
      embargo: '2026-12-01' as LocalDate,
      recovers: { assessment: 'earlier', effect: 'better' },
    });
    expect(read(plain, {}, grade)).toEqual({});
    const change = read(
      plain,
      { comment: '', weight: '', counts: 'asAssessment', visible: 'no', embargo: '', effect: 'both' },
      grade,
    );
    expect(change).toEqual({
      comment: undefined,
      weight: undefined,
      counts: undefined,
      visible: false,
      embargo: undefined,
      recovers: { assessment: 'earlier', effect: 'both' },
    });
    expect(Object.keys(change)).toContain('comment');
  });

  test('D55 levels of objectives are written for those that have one', () => {
    expect(read(objectives, { objectives: { fractions: ' base ', other: 'x' } })).toEqual({
      objectives: [{ objective: 'fractions', level: 'base' }],
    });
  });

  test('D54 a rubric is filled in whole, or not at all', () => {
    expect(read(rubric, { rubric: { exposition: 1 } })).toEqual({
      value: { rubric: [{ criterion: 'exposition', level: 1 }] },
    });
    const two = structuredClone(rubric) as Assessment & { rubric: NonNullable<Assessment['rubric']> };
    const [first] = two.rubric.criteria;
    if (!first) throw new Error('it has a criterion');
    const both = { ...two, rubric: { ...two.rubric, criteria: [first, { ...first, id: 'content' }] } };
    expect(read(both, { rubric: { exposition: 1 } })).toEqual({ rubric: { kind: 'rubricNotFull' } });
    expect(read(rubric, { rubric: { exposition: 1 }, mark: '7' })).toEqual({
      mark: { kind: 'markAndRubric' },
    });
    expect(read(rubric, { mark: 'ass' })).toEqual({ value: { event: 'absentAtTest' } });
  });

  test('D46 name what is wrong at its field', () => {
    expect(read(plain, { mark: '11', weight: '200', embargo: 'mai' })).toMatchObject({
      mark: { kind: 'mark', fault: { reason: 'outOfRange' } },
      weight: { kind: 'notAWeight' },
      embargo: { kind: 'noEmbargo' },
    });
  });
});

describe('D56 which grades one may recover', () => {
  const year = {
    periods: [
      { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-12-31' as LocalDate },
      { name: 'II', from: '2027-01-07' as LocalDate, to: '2027-06-05' as LocalDate },
    ],
  };
  const column = (id: string, day: string, changes: Partial<Assessment> = {}): Assessment => ({
    ...plain,
    id,
    day: day as LocalDate,
    ...changes,
  });
  const a = column('a', '2026-10-01');
  const b = column('b', '2026-10-20');
  const c = column('c', '2026-11-10');
  const later = column('later', '2026-12-01');
  const given = column('given', '2026-10-05', { cancelled: { reason: '' } });
  const second = column('second', '2027-02-01');
  const { pupil } = sample;
  const grades = [a, b, c, later, given].map((one) => gradeIn(one, { value: { quarters: 16 } }));
  const ids = (assessment: Assessment, own = grades) =>
    recoverableFor(
      { assessment, pupil },
      { assessments: [a, b, c, later, given, second], grades: own, earlier: [] },
      year,
    ).map((one) => one.assessment);

  test('earlier ones of the period, the latest first, and none that was cancelled', () => {
    expect(ids(c)).toEqual(['b', 'a']);
    expect(ids(second)).toEqual([]);
  });

  test('D56 the one that it recovers already, as withdrawn where that or its test was withdrawn since', () => {
    const recovering = (of: string, value: Grade['value']) =>
      grades.map((one) =>
        one.assessment === 'c'
          ? { ...one, recovers: { assessment: of, effect: 'replaces' as const } }
          : one.assessment === of
            ? { ...one, value }
            : one,
      );
    const offered = (own: readonly Grade[]) =>
      recoverableFor(
        { assessment: c, pupil },
        { assessments: [a, b, c, given], grades: own, earlier: [] },
        year,
      ).map(({ assessment, isCancelled }) => (isCancelled ? `${assessment} withdrawn` : assessment));
    expect(offered(recovering('a', {}))).toEqual(['b', 'a withdrawn']);
    expect(offered(recovering('given', { quarters: 16 }))).toEqual(['b', 'given withdrawn', 'a']);
    expect(offered(recovering('a', { quarters: 16 }))).toEqual(['b', 'a']);
  });

  test('one that is recovered already only by the one that recovers it', () => {
    const recovering = grades.map((one) =>
      one.assessment === 'b' ? { ...one, recovers: { assessment: 'a', effect: 'better' as const } } : one,
    );
    expect(ids(c, recovering)).toEqual(['b']);
    expect(ids(b, recovering)).toEqual(['a']);
  });

  test('of two of the same day each offers the other, and once one recovers the other it is no circle', () => {
    const [oral, written] = [column('x', '2026-10-01', { type: 'oral' }), column('y', '2026-10-01')];
    const both = [oral, written].map((one) => gradeIn(one, { value: { quarters: 16 } }));
    const offered = (of: Assessment, own: readonly Grade[]) =>
      recoverableFor(
        { assessment: of, pupil },
        { assessments: [oral, written], grades: own, earlier: [] },
        year,
      ).map((one) => one.assessment);
    expect([offered(oral, both), offered(written, both)]).toEqual([['y'], ['x']]);
    const recovering = both.map((one) =>
      one.assessment === 'x' ? { ...one, recovers: { assessment: 'y', effect: 'replaces' as const } } : one,
    );
    expect([offered(oral, recovering), offered(written, recovering)]).toEqual([['y'], []]);
  });

  test('D81 those that were brought along from the class before, unless they are left out or recovered', () => {
    const brought = (of: string, day: string, changes: Partial<EarlierGrade> = {}): EarlierGrade => {
      const key = gradeId(of, pupil);
      return { ...copied, id: `${key}.here`, grade: key, pupil, day: day as LocalDate, ...changes };
    };
    const offered = (earlier: readonly EarlierGrade[]) =>
      recoverableFor({ assessment: c, pupil }, { assessments: [a, c], grades, earlier }, year).map(
        ({ assessment, ofClass }) => [assessment, ofClass],
      );
    const first = brought('before', '2026-09-20');
    const out = brought('out', '2026-09-21', { leftOut: true });
    const recovers = { grade: first.grade, effect: 'better' } as const;
    expect(offered([first, out])).toEqual([
      ['a', undefined],
      ['before', copied.ofClass],
    ]);
    const recovering = grades.map((one) =>
      one.assessment === 'c'
        ? { ...one, recovers: { assessment: 'before', effect: 'replaces' as const } }
        : one,
    );
    const gone = { ...first, value: {}, cancelled: true as const };
    expect(
      recoverableFor(
        { assessment: c, pupil },
        { assessments: [a, c], grades: recovering, earlier: [gone] },
        year,
      ).map(({ assessment, isCancelled }) => [assessment, isCancelled]),
    ).toEqual([
      ['a', false],
      ['before', true],
    ]);
    expect(offered([first, brought('retake', '2026-09-25', { recovers })]).map(([id]) => id)).toEqual([
      'a',
      'retake',
    ]);
  });

  test('none of an empty cell, and none of another pupil', () => {
    expect(
      ids(c, [
        gradeIn(a, { value: {} }),
        gradeIn(b, { value: { quarters: 20 }, pupil: 'other' as PersonId }),
      ]),
    ).toEqual([]);
  });

  test('D52 more excuses than the school allows are told', () => {
    const facts = { yearOn: () => year } as unknown as Parameters<typeof excusesWith>[0]['facts'];
    const excused = [a, b].map((one) => gradeIn(one, { value: { event: 'excused' } }));
    const course = {
      facts,
      assessments: [a, b, c, second],
      grades: excused,
      earlier: [],
      grading: { excuses: 2 },
    };
    expect(excusesWith(course, { assessment: c, pupil }, 'excused')).toEqual({ count: 3, allowed: 2 });
    expect(excusesWith(course, { assessment: second, pupil }, 'excused')).toBeUndefined();
    expect(excusesWith(course, { assessment: c, pupil }, 'unprepared')).toBeUndefined();
    expect(excusesWith({ ...course, grading: {} }, { assessment: c, pupil }, 'excused')).toBeUndefined();
  });
});
