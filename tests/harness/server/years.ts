import { toClassId, toEntryId, toInstant, type ClassId, type LocalDate } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearId } from '../../../domain/kinds/school-year/record.ts';
import * as ofRegister from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { answering, type Answered } from './answers.ts';
import type { SchoolRegister } from './register.ts';

/** Answers to whoever closes a school year or opens it again, which stands so in the register from then on, and to whoever copies from one. */
export function answersOfYears(
  register: Pick<SchoolRegister, 'record' | 'write' | 'answer'>,
): readonly Answered[] {
  const change = (startYear: number, isClosed: boolean) => {
    const record = register.record(schoolYearId(startYear));
    if (record?.kind !== 'schoolYear') return;
    const { receivedAt: _received, closedOn: _closed, ...year } = record;
    const closed = isClosed ? { closedOn: dayOfInstant(toInstant(Date.now())) } : {};
    register.write([{ ...year, ...closed, entry: toEntryId(crypto.randomUUID()) }]);
  };
  return [
    answering(ofOffice.closeYear, ({ body }) => change(body.startYear, true)),
    answering(ofOffice.readOpenInYear, ({ params }) => ({
      classes:
        params.startYear === '2025'
          ? [
              {
                class: toClassId('2025.LS.2B'),
                unsigned: { count: 3, day: '2026-06-04' as LocalDate, hour: 1 },
                notCalled: { count: 1, day: '2026-06-04' as LocalDate, hour: 2 },
                unjustified: 2,
                held: 1,
              },
            ]
          : [],
    })),
    answering(ofRegister.readPastWeek, ({ identity, query: { class: schoolClass, from } }) => {
      const pull = { lessons: { checkpoint: {}, limit: 1000 }, agenda: { checkpoint: {}, limit: 1000 } };
      const asked = { protocol: PROTOCOL_VERSION, client: '', push: {}, pull, year: startYearOf(from) };
      const pages = identity ? register.answer(identity, asked).pull : {};
      const found = [...(pages.lessons?.documents ?? []), ...(pages.agenda?.documents ?? [])];
      const isOfWeek = (one: { readonly class: ClassId; readonly day: LocalDate }) =>
        one.class === schoolClass && from <= one.day && one.day <= addDays(from, 6);
      const records = found.filter(
        (one) => (one.kind === 'lesson' || one.kind === 'plannedLesson') && isOfWeek(one),
      );
      return { records: records.map((one) => ({ ...one })) };
    }),
    answering(ofOffice.reopenYear, ({ body }) => change(body.startYear, false)),
  ];
}
