import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../domain/base/local-date.ts';
import { authorizeWrite } from '../../../../domain/entries/authorize-write.ts';
import { schoolRecordsIn, byKind } from '../../../../domain/kinds/by-kind.ts';
import { toGradeEntry } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { startYearOf } from '../../../../domain/school/calendar.ts';
import { isFrozen } from '../../../../domain/school/grading/frozen-period.ts';
import { gradesIn } from '../../../../domain/school/grading/recovery.ts';
import { schoolView } from '../../../../domain/school/school-view.ts';
import { staffActor } from '../../../../domain/school/who/staff-actor.ts';
import { generateSchools } from '../../generate-schools.ts';

const TODAY = localDate(2026, 11, 23);
const schools = generateSchools({ seed: 1, today: TODAY });

describe.each(schools.map((school) => [school.name, school] as const))(
  'the gradebook of %s',
  (_name, school) => {
    const of = byKind(school.records);
    const records = schoolRecordsIn(of);
    const view = schoolView(records, true);
    // The term meetings of a year that is over came after its grades.
    const open = schoolView(
      {
        ...records,
        schoolYear: records.schoolYear.map(({ frozen: _frozen, closedOn: _closed, ...year }) => year),
      },
      true,
    );
    const columns = new Map(of('assessment').map((column) => [column.id, column]));
    const grades = of('grade');
    const byId = new Map<string, Grade>(grades.map((grade) => [grade.id, grade]));

    it('holds only what its authors may write, and nothing from today on', () => {
      const refused = [...columns.values(), ...grades, ...of('proposal')].flatMap(
        (record: RegisterRecord) => {
          const { author, school: of } = record;
          const assignments = open.assignmentsOf.get(author) ?? [];
          const actor = staffActor(
            open,
            { school: of, person: author, roles: ['teacher'], assignments },
            TODAY,
          );
          const facts = {
            ...open.writeFacts(author, kindOf(record).place(record)),
            ...(record.kind === 'grade'
              ? {
                  assessment: columns.get(record.assessment) ?? null,
                  pupilGrades: () =>
                    gradesIn(
                      {
                        assessments: [...columns.values()],
                        grades: grades.filter(
                          (one) => one.class === record.class && one.subject === record.subject,
                        ),
                        earlier: [],
                      },
                      record.pupil,
                    ),
                }
              : {}),
          };
          const decision = authorizeWrite(
            actor,
            null,
            record,
            facts,
            `${TODAY}T06:00:00.000Z` as Grade['recordedAt'],
          );
          const fault = kindOf(record).contradiction?.(record);
          return decision.ok && !fault ? [] : [{ record, decision, fault }];
        },
      );
      expect(refused.slice(0, 3)).toEqual([]);
      expect(grades.every(({ day }) => day < TODAY)).toBe(true);
    });

    it('has grades of every kind, recoveries, embargoes, corrections, comments and a conflict that both see', () => {
      const has = (test: (grade: Grade) => boolean) => grades.some(test);
      const isPrimary = school.records.some(
        (record) => record.kind === 'class' && record.level === 'primary',
      );
      expect(has(({ value }) => value.quarters !== undefined)).toBe(true);
      expect(has(({ value }) => value.level !== undefined)).toBe(true);
      expect(has(({ value }) => value.score !== undefined)).toBe(true);
      expect(has(({ value }) => value.rubric !== undefined)).toBe(true);
      expect(has(({ value }) => value.event === 'unprepared')).toBe(true);
      expect(has(({ value }) => value.event === 'absentAtTest')).toBe(true);
      expect(has(({ value }) => value.judgement !== undefined)).toBe(true);
      expect(has(({ value }) => value.reason !== undefined)).toBe(true);
      expect(has(({ recovers }) => recovers !== undefined)).toBe(true);
      expect(
        has(({ comment }) => comment !== undefined) && has((one) => one.privateComment !== undefined),
      ).toBe(true);
      expect(has(({ absentOnDay }) => absentOnDay === true)).toBe(true);
      expect(has(({ scale }) => scale === 'primary')).toBe(isPrimary);
      expect(has(({ scale, value }) => scale === 'primary' && value.score !== undefined)).toBe(isPrimary);
      expect([...columns.values()].some(({ embargo }) => embargo !== undefined)).toBe(true);
      const [lost, won] = of('conflictNotice');
      expect([lost?.won, won?.won]).toEqual([undefined, true]);
      expect(won?.keptAuthor).toBe(lost?.addressee);
      expect(byId.get(lost?.record ?? '')?.author).toBe(won?.addressee);
    });

    it('is dense in the class of the printed teachers, and there in every other one', () => {
      const isNow = ({ day }: { readonly day: Grade['day'] }) => startYearOf(day) === 2026;
      const perClass = Map.groupBy(grades.filter(isNow), (grade) => grade.class);
      const classes = of('class').filter(({ startYear }) => startYear === 2026);
      expect(perClass.size).toBe(classes.length);
      const shown = perClass.get(school.showcase) ?? [];
      const pupils = new Set(shown.map(({ pupil }) => pupil)).size;
      const numbers = shown.filter((grade) => {
        const column = columns.get(grade.assessment);
        return column !== undefined && toGradeEntry(column, grade, undefined).quarters !== undefined;
      });
      expect(numbers.length / pupils).toBeGreaterThan(25);
    });

    it('has closed periods and proposals in the year that is over alone', () => {
      const proposals = of('proposal');
      expect(proposals.length).toBeGreaterThan(100);
      expect(proposals.every(({ day }) => startYearOf(day) === 2025)).toBe(true);
      const last = grades.find(({ day }) => startYearOf(day) === 2025);
      const year = view.years.get(2025);
      expect(last && year && isFrozen(year, last.class, last.day)).toBe(true);
      expect(grades.some(({ recordedAt }) => recordedAt.slice(0, TODAY.length) >= TODAY)).toBe(false);
    });
  },
);
