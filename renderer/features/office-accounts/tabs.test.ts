import { expect, test } from 'vitest';
import type { AppointmentRole } from '../../../domain/access/appointment-role.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import { tabsOf } from './tabs.ts';

const WHOLE = ['accounts', 'mails', 'handOvers', 'rules', 'years', 'events'];

test.each<readonly [StaffRole, AppointmentRole | undefined, readonly string[]]>([
  ['office', undefined, WHOLE],
  ['principal', undefined, WHOLE],
  ['office', 'studentOffice', ['accounts', 'mails', 'handOvers', 'events']],
  ['office', 'personnelOffice', ['accounts', 'mails', 'events']],
  ['ata', 'administrator', ['accounts', 'mails', 'rules', 'years', 'events']],
])('F.5: %s as %s is shown what the school grants: %s', (role, appointed, expected) => {
  const appointments = appointed === undefined ? [] : [{ role: appointed }];
  expect(tabsOf({ kind: 'staff', roles: [role], appointments })).toEqual(expected);
});
