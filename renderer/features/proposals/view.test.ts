import { concat, firstValueFrom, lastValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toPersonId, toSubjectId, type LocalDate } from '../../../domain/base/ids.ts';
import { shownAverage } from '../../../domain/grades/averages.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { proposalKind } from '../../../domain/kinds/proposal/kind.ts';
import { earlierProposalId, proposalId, type Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { councilRecords } from '../../../tests/harness/school/grades/council.ts';
import { classes } from '../../../tests/harness/school/demo-class.ts';
import { PRINCIPAL, TEACHER } from '../../../tests/harness/school/identities.ts';
import { officeRecords } from '../../../tests/harness/school/roster.ts';
import type { Scenario } from '../../../tests/harness/scenario.ts';
import { fixedRegister } from '../../data/testing/fixed-register.ts';
import { courseProposals, filledFromNumbers } from './view.ts';

const [first, second] = classes;
const [sampleProposal] = proposalKind.samples;
const place = { schoolClass: first.id, day: '2026-11-23' as LocalDate, hour: 2 };
const schoolOf = (name: Scenario['name'], grading: GradingPolicies = {}) =>
  [...officeRecords({ name, role: 'teacher' }), ...councilRecords({ name })].map((one): RegisterRecord =>
    one.kind === 'school' ? { ...one, policies: { ...one.policies, grading } } : one,
  );
/** The second period has begun, and the tests of November are in it. */
const withLaterPeriod = (records: readonly RegisterRecord[]) =>
  records.map((one): RegisterRecord =>
    one.kind === 'schoolYear' && one.startYear === 2026
      ? {
          ...one,
          periods: [
            { name: 'Primo', from: one.lessonsFrom, to: '2026-10-31' as LocalDate },
            { name: 'Secondo', from: '2026-11-01' as LocalDate, to: one.lessonsTo },
          ],
        }
      : one,
  );

const shownTo = async (
  records: readonly RegisterRecord[],
  asked: { readonly subject?: string; readonly period?: number } = {},
  identity = TEACHER,
) =>
  must(
    await firstValueFrom(
      courseProposals(fixedRegister(identity, '2026-11-23T09:20', ...records), {
        place,
        period: asked.period,
        subject: asked.subject === undefined ? undefined : toSubjectId(asked.subject),
      }),
    ),
    'proposals',
  );
const averages = ({ rows }: Awaited<ReturnType<typeof shownTo>>) =>
  rows.slice(0, 3).map(({ average }) => average && shownAverage(average, 2));

describe('the proposals of a course', () => {
  test('are those of the subject of the hour, where it is mine', async () => {
    const shown = await shownTo(schoolOf('council'));
    expect(shown.course.subject.name).toBe('Matematica');
    expect(shown.courses.slice(0, 3).map(({ subject }) => subject.name)).toEqual([
      'Educazione civica',
      'Matematica',
      'Scienze',
    ]);
  });

  test('D69: are those of civics as soon as the school says that the subject is', async () => {
    const before = schoolOf('council');
    const after = before.map((one): RegisterRecord =>
      one.kind === 'subject' && one.name === 'Matematica' ? { ...one, special: 'civics' } : one,
    );
    const [old, now] = [before, after].map((records) =>
      fixedRegister(TEACHER, '2026-11-23T09:20', ...records),
    );
    if (!old || !now) throw new Error('there are two');
    const facts$ = concat(old.records.facts$, now.records.facts$);
    const shown = await lastValueFrom(
      courseProposals({ ...now, records: { ...now.records, facts$ } }, { place }),
    );
    expect(shown?.course.subject.name).toBe('Matematica');
    expect(shown?.isCivics).toBe(true);
  });

  test('D73: are filled in by the exact average, as the school rounds it', async () => {
    const [row] = (await shownTo(schoolOf('council'))).rows;
    expect(averages(await shownTo(schoolOf('council')))[0]).toBe('7.13');
    expect(row).toMatchObject({ count: 2, prefill: { grade: 7 } });
    const halves = (await shownTo(schoolOf('council'), { subject: 'educazione-civica' })).rows[0];
    expect(halves?.prefill).toEqual({ grade: 6 });
    const down = schoolOf('council', { proposalRounding: 'halfDown' });
    expect((await shownTo(down, { subject: 'educazione-civica' })).rows[0]?.prefill).toEqual({ grade: 5 });
  });

  test('D60: in the last period they stand on what the school has chosen', async () => {
    const of = async (yearBasis?: GradingPolicies['yearBasis']) =>
      await shownTo(withLaterPeriod(schoolOf('council', yearBasis === undefined ? {} : { yearBasis })));
    const last = await of();
    expect(last.basis).toBe('lastPeriod');
    const [whole, mean] = [await of('wholeYear'), await of('meanOfPeriods')];
    expect([whole.basis, mean.basis]).toEqual(['wholeYear', 'meanOfPeriods']);
    expect(
      new Set([averages(last).join(' '), averages(whole).join(' '), averages(mean).join(' ')]).size,
    ).toBe(3);
    expect(whole.rows[0]?.count).toBe(2);
  });

  test('D65: say who lacks how many marks of which type, to whoever coordinates the class too', async () => {
    const lacking = async (subject: string) =>
      (await shownTo(schoolOf('council', { needed: { written: 2, oral: 2 } }), { subject })).rows
        .slice(0, 3)
        .map(({ missing }) => missing);
    expect(await lacking('matematica')).toEqual([
      [{ type: 'oral', count: 2 }],
      [],
      [{ type: 'oral', count: 1 }],
    ]);
    expect((await lacking('italiano')).flat()).toEqual([
      { type: 'oral', count: 1 },
      { type: 'oral', count: 1 },
    ]);
    expect(await lacking('religione-cattolica')).toEqual([[], [], []]);
  });

  test('D60, D81: what was proposed in the class before is beside the average, with that class, and is nobody’s own there', async () => {
    const records = withLaterPeriod(schoolOf('council'));
    const person = must((await shownTo(records)).rows[0], 'a row').person;
    const proposed = { grade: 9, origin: 'own' } as const;
    const of = {
      class: first.id,
      subject: toSubjectId('matematica'),
      period: 0,
      pupil: person.id,
      teacher: TEACHER.person,
      ofClass: second.id,
    };
    const copy: RegisterRecord = {
      ...sampleProposal,
      ...of,
      id: earlierProposalId(of),
      proposed,
    };
    const with9 = await shownTo([...records, copy]);
    expect(with9.rows[0]?.earlier).toContainEqual({ proposed, ofClass: className(second) });
    const before = await shownTo([...records, copy], { period: 0 });
    expect(before.rows[0]?.own).toEqual((await shownTo(records, { period: 0 })).rows[0]?.own);
    expect(before.rows[0]?.others).toMatchObject([{ proposed }]);
  });

  test('D70: of civics there is what colleagues propose, and the mean of the proposals', async () => {
    const [row] = (await shownTo(schoolOf('council'), { subject: 'educazione-civica' })).rows;
    expect(row?.others.map(({ person, proposed }) => [person?.surname, proposed.grade])).toEqual([
      ['Bruni', 7],
    ]);
    expect(row?.mean && shownAverage(row.mean, 2)).toBe('7.00');
    expect(row?.own).toBeUndefined();
  });

  test('D70: 7, 8 and 8 of three teachers are shown as 7.67; who proposes no number has no say in it', async () => {
    const civics = toSubjectId('educazione-civica');
    const records = schoolOf('council');
    const { person } = must((await shownTo(records, { subject: civics })).rows[0], 'a row');
    const said = (teacher: string, proposed: Proposal['proposed']): Proposal => {
      const of = {
        class: first.id,
        subject: civics,
        period: 0,
        pupil: person.id,
        teacher: toPersonId(teacher),
      };
      return { ...sampleProposal, ...of, id: proposalId(of), scale: 'tenths', proposed };
    };
    const team = [
      said('second', { grade: 8, origin: 'own' }),
      said('third', { grade: 8, origin: 'own' }),
      said('fourth', { notClassified: true, origin: 'own' }),
    ];
    const [row] = (await shownTo([...records, ...team], { subject: civics })).rows;
    expect(row?.others.map(({ proposed: { grade } }) => grade ?? 'nc').join(' ')).toBe('7 8 8 nc');
    expect(row?.mean && shownAverage(row.mean, 2)).toBe('7.67');
  });

  test('D67, D71: in a scale of words nothing is filled in', async () => {
    const primary = await shownTo(schoolOf('councilPrimary'));
    expect(primary.rows.every(({ prefill, average }) => prefill === undefined && average === undefined)).toBe(
      true,
    );
    const religion = await shownTo(schoolOf('council'), { subject: 'religione-cattolica' });
    expect(religion.rows.every(({ prefill }) => prefill === undefined)).toBe(true);
  });

  test('D71: the numbers that were given in religion fill in judgements where its teacher asks for it', async () => {
    const shown = await shownTo(schoolOf('councilReligion'), { subject: 'religione-cattolica' });
    expect(shown.course.scale).toBe('religion');
    expect(shown.rows.every(({ prefill, average }) => prefill === undefined && average === undefined)).toBe(
      true,
    );
    const filled = filledFromNumbers(shown.rows);
    expect(
      filled
        .slice(0, 2)
        .map(({ average, count, prefill }) => [average && shownAverage(average, 2), count, prefill]),
    ).toEqual([
      ['4.63', 2, { level: 'mediocre' }],
      ['7.50', 3, { level: 'good' }],
    ]);
    const down = await shownTo(schoolOf('councilReligion', { proposalRounding: 'floor' }), {
      subject: 'religione-cattolica',
    });
    expect(filledFromNumbers(down.rows)[0]?.prefill).toEqual({ level: 'insufficient' });
  });

  test('D71: where religion has judgements alone, or is another’s, there is nothing to fill in', async () => {
    const words = await shownTo(schoolOf('councilPrimary'), { subject: 'religione-cattolica' });
    const principal = await shownTo(
      schoolOf('councilReligion'),
      { subject: 'religione-cattolica' },
      PRINCIPAL,
    );
    for (const { rows } of [words, principal])
      expect(filledFromNumbers(rows).every(({ prefill }) => prefill === undefined)).toBe(true);
    const maths = await shownTo(schoolOf('council'));
    expect(filledFromNumbers(maths.rows)).toEqual(maths.rows);
  });

  test('D24: say why nothing is written: closed, not begun, not mine', async () => {
    expect((await shownTo(schoolOf('councilFrozen'))).closed).toBe('periodClosed');
    expect((await shownTo(schoolOf('council'), { period: 1 })).closed).toBe('notBegun');
    expect((await shownTo(schoolOf('council'), { subject: 'italiano' })).closed).toBe('notMine');
    expect((await shownTo(schoolOf('council'), {}, PRINCIPAL)).closed).toBe('notMine');
    expect((await shownTo(schoolOf('council'))).closed).toBeUndefined();
  });

  test('D198: none is written once the office has closed the year, as each of them would be refused', async () => {
    const closed = schoolOf('council').map((one): RegisterRecord =>
      one.kind === 'schoolYear' ? { ...one, closedOn: '2026-11-22' as LocalDate } : one,
    );
    expect((await shownTo(closed)).closed).toBe('yearClosed');
  });
});
