import { toEntryId, toInstant } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearId } from '../../../domain/kinds/school-year/record.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { answering, type Answered } from './answers.ts';
import type { SchoolRegister } from './register.ts';

/** Answers to whoever closes a school year or opens it again: it stands so in the register from then on. */
export function answersOfYears(register: Pick<SchoolRegister, 'record' | 'write'>): readonly Answered[] {
  const change = (startYear: number, isClosed: boolean) => {
    const record = register.record(schoolYearId(startYear));
    if (record?.kind !== 'schoolYear') return;
    const { receivedAt: _received, closedOn: _closed, ...year } = record;
    const closed = isClosed ? { closedOn: dayOfInstant(toInstant(Date.now())) } : {};
    register.write([{ ...year, ...closed, entry: toEntryId(crypto.randomUUID()) }]);
  };
  return [
    answering(ofOffice.closeYear, ({ body }) => change(body.startYear, true)),
    answering(ofOffice.reopenYear, ({ body }) => change(body.startYear, false)),
  ];
}
