import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { ASSESSMENT_TYPES } from '../../../domain/grades/assessment-types.ts';
import { AVERAGE_WAYS } from '../../../domain/grades/averages.ts';
import { RECOVERY_EFFECTS } from '../../../domain/grades/counted-grades.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { periodsForFamily, periodsOfPupil, type CourseRules, type WrittenMarks } from './course-marks.ts';

const [column] = kinds.assessment.samples;
const [sample] = kinds.grade.samples;
const [brought] = kinds.earlierGrade.samples;
const FIRST = '2026-09-20' as LocalDate;
const YEAR: CourseRules['year'] = {
  periods: [
    { name: 'Primo', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
    { name: 'Secondo', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
  ],
};
/** Long after all of it could be seen. */
const LATER = kinds.grade.samples[0].recordedAt.replace(/^\d{4}/, '2030') as typeof sample.recordedAt;

const drawn = fc.array(
  fc.record({
    quarters: fc.integer({ min: 4, max: 40 }),
    weight: fc.constantFrom(0, 30, 100),
    day: fc.integer({ min: 0, max: 70 }).map((days) => addDays(FIRST, days)),
    serial: fc.nat(1),
    type: fc.constantFrom(...ASSESSMENT_TYPES),
    isBrought: fc.constantFrom(false, false, true),
    // Also what nothing should recover any more: a circle, or a grade that another one recovers, from before it was refused.
    recovers: fc.option(fc.tuple(fc.nat(7), fc.constantFrom(...RECOVERY_EFFECTS)), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 8 },
);
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;

function writtenOf(all: Drawn): WrittenMarks {
  const ids = all.map((_one, at) => `test-${at}`);
  const marks = all.map(({ isBrought, recovers, day, type, serial, ...said }, at) => {
    const id = `test-${at}`;
    const recovered = recovers && ids[recovers[0]];
    const of = recovered === undefined || recovered === id ? undefined : recovered;
    const effect = recovers?.[1] ?? 'both';
    const { quarters, weight } = said;
    if (isBrought) {
      const { recovers: _none, ...earlier } = { recovers: undefined, ...brought };
      return {
        earlier: {
          ...earlier,
          id: `brought-${at}`,
          grade: gradeId(id, sample.pupil),
          day,
          type,
          weight,
          quarters,
          counts: true,
          value: { quarters },
          ...(of === undefined ? {} : { recovers: { grade: gradeId(of, sample.pupil), effect } }),
        },
      };
    }
    return {
      assessment: { ...column, id, day, type, serial, weight, counts: true },
      grade: {
        ...sample,
        id: gradeId(id, sample.pupil),
        assessment: id,
        day,
        value: { quarters },
        ...(of === undefined ? {} : { recovers: { assessment: of, effect } }),
      },
    };
  });
  return {
    grades: marks.flatMap((one) => ('grade' in one && one.grade ? [one] : [])),
    earlier: marks.flatMap((one) => ('earlier' in one && one.earlier ? [one.earlier] : [])),
  };
}

it('D56, D57, D61, D81: whatever a device has been sent first, the marks of a pupil and their averages are the same', () => {
  const orders = drawn.chain((all) => {
    const { grades, earlier } = writtenOf(all);
    const shuffled = <T>(of: readonly T[]) =>
      fc.shuffledSubarray([...of], { minLength: of.length, maxLength: of.length });
    return fc.tuple(
      fc.constant({ grades, earlier }),
      fc.record({ grades: shuffled(grades), earlier: shuffled(earlier) }),
    );
  });
  fc.assert(
    fc.property(orders, fc.constantFrom(...AVERAGE_WAYS), ([there, back], average) => {
      const rules: CourseRules = { scale: 'tenths', grading: { average }, year: YEAR };
      expect(periodsOfPupil(back, rules)).toEqual(periodsOfPupil(there, rules));
      expect(periodsForFamily(back, rules, LATER)).toEqual(periodsForFamily(there, rules, LATER));
    }),
  );
});
