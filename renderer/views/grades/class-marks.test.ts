import { BehaviorSubject, firstValueFrom, map } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toEntryId, toSubjectId, type LocalDate } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { councilRecords } from '../../../tests/harness/school/grades/council.ts';
import { classes, pupilsOf } from '../../../tests/harness/school/demo-class.ts';
import { OTHER_TEACHER, PRINCIPAL, TEACHER } from '../../../tests/harness/school/identities.ts';
import { officeRecords } from '../../../tests/harness/school/roster.ts';
import { fits } from '../../data/live-queries.ts';
import type { FindOfKind } from '../../data/records-of-kind.ts';
import { fixedRegister } from '../../data/testing/fixed-register.ts';
import { classMarks, type ClassMarks } from './class-marks.ts';

const [first] = classes;
const DAY = '2026-11-23' as LocalDate;
const COUNCIL = { name: 'council', role: 'teacher' } as const;
const asked = { schoolClass: first.id, day: DAY };
const all = [...officeRecords(COUNCIL), ...councilRecords(COUNCIL)];
const [one, other] = pupilsOf.get(first.id) ?? [];
const [pupil, another] = [must(one, 'a pupil').id, must(other, 'another').id];
const maths = toSubjectId('matematica');
const names = ({ courses }: ClassMarks) => courses.map(({ subject }) => subject.name);
const marksFor = async (identity: typeof TEACHER, records: readonly RegisterRecord[] = all) =>
  must(
    await firstValueFrom(classMarks(fixedRegister(identity, '2026-11-23T09:20', ...records), asked)),
    'a known class',
  );

describe('the marks of a class', () => {
  test('F.5: whoever coordinates it, and the principal, read those of every subject', async () => {
    expect(names(await marksFor(TEACHER))).toHaveLength(12);
    expect(names(await marksFor(PRINCIPAL))).toHaveLength(12);
  });

  test('F.5: any other teacher reads the own subjects, whatever else is on the device', async () => {
    const others = all.filter(({ kind }) => kind !== 'appointment');
    expect(names(await marksFor(TEACHER, others))).toEqual(['Educazione civica', 'Matematica', 'Scienze']);
  });

  test('F.5: the whole council reads them where the school says so', async () => {
    const open = all
      .filter(({ kind }) => kind !== 'appointment')
      .map((one) =>
        one.kind === 'school'
          ? { ...one, policies: { ...one.policies, grading: { councilReads: true } } }
          : one,
      );
    const marks = await marksFor(TEACHER, open);
    expect(names(marks)).toContain('Italiano');
    // D27: who attends religion is not told to those who may not know it.
    expect(names(marks)).not.toContain('Religione cattolica');
    expect(marks.isWithoutReligion).toBe(true);
    expect(names(await marksFor(OTHER_TEACHER, open))).toContain('Religione cattolica');
  });

  test('F.5, D28: the whole council reads them during the term meeting of the class', async () => {
    const met = all
      .filter(({ kind }) => kind !== 'appointment')
      .map((one) => (one.kind === 'schoolYear' ? { ...one, frozen: [{ period: 0, class: first.id }] } : one));
    expect(names(await marksFor(TEACHER, met))).toContain('Italiano');
  });

  test('of one pupil are read alone: nobody else’s grade is asked for', async () => {
    const register = fixedRegister(TEACHER, '2026-11-23T09:20', ...all);
    const asked$: object[] = [];
    const find = ((...of: Parameters<FindOfKind>) => {
      if (of[0] === 'grade') asked$.push(of[1]);
      return register.records.find(...of);
    }) as unknown as FindOfKind;
    const of = { ...register, records: { ...register.records, find } };
    const marks = must(await firstValueFrom(classMarks(of, { ...asked, pupil })), 'a known class');
    expect(asked$).toEqual([{ id: expect.any(Array) as unknown }]);
    expect(marks.periodsOf(pupil, maths)).toEqual((await marksFor(TEACHER)).periodsOf(pupil, maths));
    expect(marks.periodsOf(another, maths).flatMap((one) => one.marks)).toEqual([]);
  });

  /** Follows the marks of the class, or of one pupil of it, while a grade of maths of its first pupil becomes another one. */
  function followChange(of?: typeof pupil) {
    const records$ = new BehaviorSubject(all);
    const register = fixedRegister(TEACHER, '2026-11-23T09:20', ...all);
    const find = ((kind: string, criteria: object) =>
      records$.pipe(
        map((records) => records.filter((one) => one.kind === kind && fits(one, { ...criteria }))),
      )) as unknown as FindOfKind;
    const seen: ClassMarks[] = [];
    const following = classMarks(
      { ...register, records: { ...register.records, find } },
      { ...asked, ...(of === undefined ? {} : { pupil: of }) },
    ).subscribe((marks) => marks && seen.push(marks));
    const changed = must(
      all.find((record) => record.kind === 'grade' && record.pupil === pupil && record.subject === maths),
      'a grade',
    );
    const next = {
      ...changed,
      entry: toEntryId('00000000-0000-7000-8000-999999999999'),
      value: { quarters: 40 },
    };
    const before = seen.length;
    const known = must(seen.at(-1), 'what was seen');
    const [own, others] = [known.periodsOf(pupil, maths), known.periodsOf(another, maths)];
    records$.next(all.map((record) => (record === changed ? (next as RegisterRecord) : record)));
    following.unsubscribe();
    const after = must(seen.at(-1), 'what was seen');
    return {
      isOwnAnew: after.periodsOf(pupil, maths) !== own,
      isOthersAnew: after.periodsOf(another, maths) !== others,
      told: seen.length - before,
    };
  }

  test('a grade that changes is reckoned anew for its pupil and subject, and for no other', () => {
    expect(followChange()).toEqual({ isOwnAnew: true, isOthersAnew: false, told: 1 });
  });

  test('of one pupil nothing is told anew when another gets a mark', () => {
    expect(followChange(pupil)).toMatchObject({ isOwnAnew: true, told: 1 });
    expect(followChange(another).told).toBe(0);
  });
});
