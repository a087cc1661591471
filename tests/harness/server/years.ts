import { toEntryId, toInstant, type ClassId, type LocalDate } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import { openCounts } from '../../../domain/justifications/open-in-class.ts';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import { isToCopy } from '../../../domain/kinds/planned-lesson/past-week.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import * as ofRegister from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import { frozenAfter } from '../../../domain/school/grading/frozen-after.ts';
import { holdsAfter } from '../../../domain/school/grading/held-back.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Scenario } from '../scenario.ts';
import type { FreezePeriod, HoldGrades } from '../../../domain/protocol/endpoints/office/term-grades.ts';
import { answering, type Answered } from './answers.ts';
import { handOversIn } from './hand-overs.ts';
import type { SchoolRegister } from './register.ts';

/** Answers to whoever closes a school year or opens it again, which stands so in the register from then on, and to whoever copies from one. */
export function answersOfYears(
  scenario: Scenario,
  register: Pick<SchoolRegister, 'record' | 'write' | 'ofClass' | 'view' | 'readerOf'>,
): readonly Answered[] {
  const change = (startYear: number, isClosed: boolean) => {
    const record = register.record(schoolYearId(startYear));
    if (record?.kind !== 'schoolYear') return;
    const { receivedAt: _received, closedOn: _closed, ...year } = record;
    const closed = isClosed ? { closedOn: dayOfInstant(toInstant(Date.now())) } : {};
    register.write([{ ...year, ...closed, entry: toEntryId(crypto.randomUUID()) }]);
  };
  const changeYear = (startYear: number, changed: (year: SchoolYear) => SchoolYear) => {
    const record = register.record(schoolYearId(startYear));
    if (record?.kind !== 'schoolYear') return;
    const { receivedAt: _received, ...year } = record;
    register.write([{ ...changed(year), entry: toEntryId(crypto.randomUUID()) }]);
  };
  const freeze = ({ startYear, ...decided }: FreezePeriod) =>
    changeYear(startYear, (year) => {
      const classes = register.view.classesOfYear(startYear).map(({ id }) => id);
      const frozen = frozenAfter(year.frozen ?? [], decided, classes);
      return frozen ? { ...year, frozen: [...frozen] } : year;
    });
  const hold = ({ startYear, ...decided }: HoldGrades) =>
    changeYear(startYear, (year) => {
      const heldBack = holdsAfter(year.heldBack ?? [], decided, toInstant(Date.now()));
      return heldBack ? { ...year, heldBack: [...heldBack] } : year;
    });
  return [
    answering(ofOffice.closeYear, ({ body }) => change(body.startYear, true)),
    answering(ofOffice.readOpenInYear, ({ params }) => {
      const startYear = Number(params.startYear);
      const { view } = register;
      const year = view.years.get(startYear);
      const waiting = handOversIn(scenario).entries.filter(({ state }) => state === 'waiting');
      const heldOf = (id: ClassId) => waiting.filter(({ record }) => record['class'] === id).length;
      const classes = view.classesOfYear(startYear).flatMap((schoolClass) => {
        const { id } = schoolClass;
        const of = year && { year, schoolClass, held: heldOf(id) };
        return (of && openCounts(view, of, byKind(register.ofClass(id)))) ?? [];
      });
      return { classes };
    }),
    answering(ofRegister.readPastWeek, ({ identity, query: { class: schoolClass, from } }) => {
      const reader = identity && register.readerOf(identity, startYearOf(from));
      const isOfWeek = (day: LocalDate) => from <= day && day <= addDays(from, 6);
      const found = reader ? register.ofClass(schoolClass) : [];
      const records = found.filter(
        (one) =>
          reader &&
          (one.kind === 'lesson' || one.kind === 'plannedLesson') &&
          isOfWeek(one.day) &&
          isToCopy(reader, one),
      );
      return { records: records.map((one) => ({ ...one })) };
    }),
    answering(ofOffice.freezePeriod, ({ body }) => freeze(body)),
    answering(ofOffice.saySubject, ({ body }) => {
      const record = register.record(body.subject);
      if (record?.kind !== 'subject') return;
      const { receivedAt: _received, ...subject } = record;
      register.write([{ ...subject, special: body.special, entry: toEntryId(crypto.randomUUID()) }]);
    }),
    answering(ofOffice.holdGrades, ({ body }) => hold(body)),
    answering(ofOffice.reopenYear, ({ body }) => change(body.startYear, false)),
  ];
}
