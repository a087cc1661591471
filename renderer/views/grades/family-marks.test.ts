import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClassId, toInstant, toPersonId, toSubjectId, type LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { ASSESSMENT_TYPES } from '../../../domain/grades/assessment-types.ts';
import { AVERAGE_WAYS, shownAverage } from '../../../domain/grades/averages.ts';
import { RECOVERY_EFFECTS } from '../../../domain/grades/counted-grades.ts';
import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade, GradeValue } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { sampleEnvelope } from '../../../domain/record/sample-values.ts';
import { periodsForFamily, periodsOfPupil, type CourseRules, type WrittenMarks } from './course-marks.ts';

const day = (text: string) => text as LocalDate;
const at = (text: string) => toInstant(Date.parse(text));
const PUPIL = toPersonId('pupil');
const CLASS = toClassId('2026.LS.1A');
const NOW = at('2026-11-23T10:00:00Z');
const [BEFORE, JUST_NOW] = [at('2026-11-20T10:00:00Z'), at('2026-11-23T09:45:00Z')];
const RULES: CourseRules = {
  scale: 'tenths',
  grading: { needed: { oral: 2 } },
  year: {
    periods: [
      { name: 'Primo', from: day('2026-09-14'), to: day('2026-10-31') },
      { name: 'Secondo', from: day('2026-11-01'), to: day('2027-06-05') },
    ],
  },
};

type Written = WrittenMarks['grades'][number];

function written(
  id: string,
  value: GradeValue,
  { of, ...over }: Partial<Grade> & { readonly of?: Partial<Assessment> } = {},
): Written {
  const common = {
    ...sampleEnvelope,
    recordedAt: BEFORE,
    receivedAt: BEFORE,
    class: CLASS,
    subject: toSubjectId('matematica'),
    scale: 'tenths',
    day: day('2026-11-10'),
  } as const;
  const assessment: Assessment = {
    ...common,
    id,
    kind: 'assessment',
    teacher: toPersonId('anna'),
    type: 'written',
    serial: 0,
    topic: '',
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
    ...of,
  };
  const grade: Grade = {
    ...common,
    id: gradeId(id, PUPIL),
    kind: 'grade',
    day: assessment.day,
    assessment: id,
    pupil: PUPIL,
    value,
    ...over,
  };
  return { assessment, grade };
}

const family = (grades: readonly Written[], rules: Partial<CourseRules> = {}, now = NOW) =>
  periodsForFamily({ grades, earlier: [] }, { ...RULES, ...rules }, now);
const second = (grades: readonly Written[], rules?: Partial<CourseRules>, now = NOW) => {
  const [, of] = family(grades, rules, now);
  return of?.average && [shownAverage(of.average, 2), of.counted.length];
};

describe('D61: what a family sees of the marks of a course', () => {
  const seen = [written('a', { quarters: 32 }), written('b', { quarters: 28 })];

  it.each<[string, Written]>([
    ['with an embargo', written('c', { quarters: 12 }, { embargo: day('2027-01-20') })],
    ['with an embargo of its test', written('c', { quarters: 12 }, { of: { embargo: day('2027-01-20') } })],
    ['hidden', written('c', { quarters: 12 }, { visible: false })],
    ['of a hidden test', written('c', { quarters: 12 }, { of: { visible: false } })],
    ['of the last half hour', written('c', { quarters: 12 }, { recordedAt: JUST_NOW, receivedAt: JUST_NOW })],
  ])('D61: 8, 7 and a 3 %s are 7.50 on 2 for the family, and 6.00 on 3 for the teacher', (_how, third) => {
    const grades = [...seen, third];
    expect(second(grades)).toEqual(['7.50', 2]);
    expect(family(grades)[1]?.marks).toHaveLength(2);
    const [, all] = periodsOfPupil({ grades, earlier: [] }, RULES);
    expect([all?.average && shownAverage(all.average, 2), all?.counted.length]).toEqual(['6.00', 3]);
  });

  it('D76: sees it from the first day on that is named for it, and nothing while the school holds a period back', () => {
    const third = written('c', { quarters: 12 }, { embargo: day('2026-11-24') });
    expect(second([...seen, third], {}, at('2026-11-23T22:59:00Z'))).toEqual(['7.50', 2]);
    expect(second([...seen, third], {}, at('2026-11-23T23:00:00Z'))).toEqual(['6.00', 3]);
    const heldBack = [{ period: 1, until: day('2026-12-20') }];
    expect(family(seen, { year: { ...RULES.year, heldBack } })[1]?.marks).toEqual([]);
    expect(
      second(seen, { year: { ...RULES.year, heldBack: [{ period: 0, until: day('2026-12-20') }] } }),
    ).toEqual(['7.50', 2]);
  });

  it('D76: a grade of 12 November at 10, with an embargo until the 20th, is seen on the 20th at midnight with its own date', () => {
    const written12 = at('2026-11-12T10:00:00+01:00');
    const third = written(
      'c',
      { quarters: 28 },
      {
        recordedAt: written12,
        receivedAt: written12,
        embargo: day('2026-11-20'),
        of: { day: day('2026-11-12') },
      },
    );
    const seenAt = (now: string) => family([third], {}, at(now))[1]?.marks.map((mark) => mark.day);
    expect(seenAt('2026-11-12T10:31:00+01:00')).toEqual([]);
    expect(seenAt('2026-11-19T23:59:59+01:00')).toEqual([]);
    expect(seenAt('2026-11-20T00:00:00+01:00')).toEqual(['2026-11-12']);
  });

  it('D45, D76: reads with its own mark what is said of the whole test, once families may; teachers always do', () => {
    const of = { comment: 'Si ripassa il calcolo', commentFrom: at('2026-11-23T10:10:00Z') };
    const grades = [written('a', { quarters: 32 }, { of, comment: 'Bene' })];
    const said = (periods: ReturnType<typeof family>) =>
      periods[1]?.marks.map(({ commentForAll, comment }) => [commentForAll, comment]);
    expect(said(family(grades))).toEqual([['', 'Bene']]);
    expect(said(family(grades, {}, at('2026-11-23T10:10:00Z')))).toEqual([[of.comment, 'Bene']]);
    expect(said(periodsOfPupil({ grades, earlier: [] }, RULES))).toEqual([[of.comment, 'Bene']]);
  });

  it('D81: does not see of a grade of the class before what was held back there', () => {
    const { assessment, grade } = written('a', { quarters: 12 });
    const { subject, scale, pupil, day: on, value } = grade;
    const brought: EarlierGrade = {
      ...sampleEnvelope,
      id: 'brought',
      kind: 'earlierGrade',
      class: CLASS,
      ofClass: toClassId('2026.LS.1B'),
      teacher: assessment.teacher,
      grade: grade.id,
      type: 'written',
      topic: '',
      weight: 100,
      counts: true,
      quarters: 12,
      subject,
      scale,
      pupil,
      day: on,
      value,
    };
    const shownOf = (more: Partial<EarlierGrade>) =>
      periodsForFamily({ grades: [], earlier: [{ ...brought, ...more }] }, RULES, NOW)[1]?.marks.length;
    expect(shownOf({})).toBe(1);
    expect(shownOf({ visible: false })).toBe(0);
    expect(shownOf({ embargo: day('2026-12-20') })).toBe(0);
  });

  it('D65: is not told what the school still wants', () => {
    expect(periodsOfPupil({ grades: seen, earlier: [] }, RULES)[1]?.missing).not.toEqual([]);
    expect(family(seen)[1]?.missing).toEqual([]);
  });

  it('D56: a recovery of what is hidden is a mark like others', () => {
    const hidden = written('a', { quarters: 16 }, { visible: false });
    const recovery = written('b', { quarters: 28 }, { recovers: { assessment: 'a', effect: 'replaces' } });
    expect(family([hidden, recovery])[1]?.marks[0]?.recovers).toBeUndefined();
    expect(second([hidden, recovery])).toEqual(['7.00', 1]);
  });
});

/** What may stand in a cell. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.record({ quarters: fc.integer({ min: 4, max: 40 }) }) },
  fc.record({ event: fc.constantFrom(...EVENT_GRADES) }),
  fc.record({ judgement: fc.constant('Chiaro') }),
  fc.record({ score: fc.integer({ min: 0, max: 5000 }) }),
  fc.constant({}),
);
const PLACES = ['a', 'b', 'c', 'd', 'e', 'f'];
/** A mark as its teacher may have written it, but for what says whether its family sees it. */
const mark = fc.record({
  value,
  weight: fc.integer({ min: 0, max: 100 }),
  counts: fc.boolean(),
  type: fc.constantFrom(...ASSESSMENT_TYPES),
  day: fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-09-20'), days)),
  recovers: fc.option(
    fc.record({ place: fc.nat(PLACES.length - 1), effect: fc.constantFrom(...RECOVERY_EFFECTS) }),
    {
      nil: undefined,
    },
  ),
  isGivenUp: fc.boolean(),
});
/** In which way a mark is held back; undefined where it is not. */
const HIDING = [
  undefined,
  { visible: false },
  { embargo: day('2026-12-20') },
  { of: { visible: false } },
  { of: { embargo: day('2026-12-20') } },
  { recordedAt: JUST_NOW, receivedAt: JUST_NOW },
] as const;
const hiding = fc.constantFrom(...HIDING);
const marks = fc.tuple(...PLACES.map(() => mark));
type Mark = typeof mark extends fc.Arbitrary<infer M> ? M : never;

function writtenOf(of: Mark, place: number, hidden: (typeof HIDING)[number]): Written {
  const id = PLACES[place] ?? '';
  const recovered = of.recovers && PLACES[of.recovers.place];
  const { of: column, ...own } = { of: {}, ...hidden };
  return written(id, of.value, {
    weight: of.weight,
    counts: of.counts,
    ...own,
    ...(of.recovers && recovered !== undefined
      ? { recovers: { assessment: recovered, effect: of.recovers.effect } }
      : {}),
    of: {
      day: of.day,
      type: of.type,
      test: { maximum: 5000, conversion: { way: 'linear', lowest: 8 } },
      ...(of.isGivenUp ? { cancelled: { reason: 'Da rifare' } } : {}),
      ...column,
    },
  });
}

it('D61: a family’s figures reveal nothing of what it may not see: any other hidden marks, or none, leave all of them as they are', () => {
  fc.assert(
    fc.property(
      marks,
      fc.tuple(...PLACES.map(() => hiding)),
      marks,
      fc.constantFrom(...AVERAGE_WAYS),
      (given, how, others, average) => {
        const rules = { grading: { average, needed: { oral: 3 } } };
        const seen = family(
          given.map((one, place) => writtenOf(one, place, how[place])),
          rules,
        );
        const changed = given.map((one, place) =>
          writtenOf(how[place] ? (others[place] ?? one) : one, place, how[place]),
        );
        expect(family(changed, rules)).toEqual(seen);
        expect(
          family(
            changed.filter((_one, place) => !how[place]),
            rules,
          ),
        ).toEqual(seen);
        // Nor that a mark of theirs recovers one that they do not see.
        const unrecovered = given.flatMap((one, place) => {
          const isOfHidden = one.recovers !== undefined && how[one.recovers.place] !== undefined;
          if (how[place]) return [];
          return [writtenOf(isOfHidden ? { ...one, recovers: undefined } : one, place, undefined)];
        });
        expect(family(unrecovered, rules)).toEqual(seen);
      },
    ),
  );
});
