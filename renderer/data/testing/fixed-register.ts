import { of } from 'rxjs';
import { toInstant } from '../../../domain/base/ids.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { sample, sampleHours } from '../../../domain/testing/sample.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { fits, type Criteria } from '../live-queries.ts';
import type { LocalRecords } from '../local-records.ts';
import { recordsOfKind } from '../records-of-kind.ts';
import type { Register } from '../register.ts';
import { schoolFacts } from '../school/school-facts.ts';

/** What views read, over records that do not change. */
type FixedRegister = Pick<Register, 'records' | 'identity' | 'now'>;

/** Bianchi, who teaches maths in 1A. */
export const bianchi: Identity = staffIdentity({
  school: sample.school,
  schoolName: 'Istituto comprensivo di prova',
  person: sample.bianchi,
  username: 'MORE0001.1',
  surname: 'Bianchi',
  givenName: 'Anna',
  roles: ['teacher'],
});

/** The hours of a Monday of 1A by their teachers, over the bells of the sample: hour by hour from the first. */
export function mondayOf1A(...teachers: readonly (typeof sample.bianchi)[]): readonly RegisterRecord[] {
  const [bells] = kinds.bellScheme.samples;
  const [entry] = kinds.timetableEntry.samples;
  return [
    kinds.school.samples[0],
    kinds.schoolYear.samples[0],
    kinds.class.samples[0],
    kinds.subject.samples[0],
    kinds.assignment.samples[0],
    kinds.person.samples[1],
    kinds.enrolment.samples[0],
    { ...bells, hours: sampleHours },
    ...teachers.map((teacher, index) => ({
      ...entry,
      id: `${entry.id}.${index + 1}`,
      hour: index + 1,
      teachers: [teacher],
    })),
  ];
}

/** A register of these records at a time of Rome, as `2026-11-23T09:20`; a record in the place of an earlier one with its key. */
export function fixedRegister(
  identity: Identity,
  time: string,
  ...written: readonly RegisterRecord[]
): FixedRegister {
  const all = [...new Map(written.map((one) => [one.id, one])).values()];
  const records = {
    find: (name: string, criteria: Criteria) =>
      of(all.filter((one) => kindOf(one).collection === name && fits(one, criteria))),
  } as unknown as LocalRecords;
  return {
    identity,
    records: { find: recordsOfKind(records), facts$: schoolFacts(records, identity) },
    now: () => toInstant(Date.parse(`${time}:00+01:00`)),
  };
}
