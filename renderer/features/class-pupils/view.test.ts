import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { groupMembershipId } from '../../../domain/kinds/group-membership/record.ts';
import {
  CLASS_A,
  envelope,
  pupilOf,
  schoolRecords,
  TODAY,
} from '../../../sync-server/testing/test-school.ts';
import type { LocalRecords } from '../../data/local-records.ts';
import { recordsOfKind } from '../../data/records-of-kind.ts';
import { schoolFacts } from '../../data/school/school-facts.ts';
import { teacherIdentity } from '../../data/testing/injected-device.ts';
import { classList } from './view.ts';

const PUPIL = pupilOf(CLASS_A, 1);

function member(group: string, day: string): RegisterRecord {
  const from = day as LocalDate;
  const id = groupMembershipId(PUPIL, CLASS_A, group, from);
  return { ...envelope(id), kind: 'groupMembership', pupil: PUPIL, class: CLASS_A, group, from };
}

test('D204: the class list says the group that a pupil is in, not the one of before that nobody has ended', async () => {
  const all = [...schoolRecords(), member('CHI', '2026-09-14'), member('INF', '2026-11-01')];
  const records = {
    find: (name: string) => of(all.filter((one) => kindOf(one).collection === name)),
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, teacherIdentity('anna'));
  const asked = { schoolClass: CLASS_A, day: TODAY };
  const list = await firstValueFrom(classList({ records: { find: recordsOfKind(records), facts$ } }, asked));
  expect(list.pupils.find(({ person }) => person.id === PUPIL)).toMatchObject({ group: 'INF' });
});
