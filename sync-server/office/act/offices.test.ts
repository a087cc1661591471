import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRole } from '../../../domain/access/appointment-role.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { envelope, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { usernameOf, type TestServer } from '../../testing/test-server.ts';
import { FAMILY, startVisitors } from '../../testing/visitor.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startVisitors();
});
afterEach(async () => {
  await server.close();
});

async function appoint(name: StaffName, role: AppointmentRole, to?: LocalDate): Promise<void> {
  const person = STAFF[name];
  const from = '2026-09-01' as LocalDate;
  const record: Appointment = {
    ...envelope(appointmentId({ role, person }, from)),
    kind: 'appointment',
    role,
    person,
    from,
    ...(to === undefined ? {} : { to }),
  };
  await server.roster.write(SCHOOL, [record]);
}

const kindsShown = async (name: StaffName) => {
  const { accounts } = await officeDesk(server, name).accounts();
  return new Set(accounts.map(({ kind }) => (kind === 'staff' ? 'staff' : 'family')));
};

describe('F.5: credentials by office', () => {
  test('an office that is not divided keeps those of all', async () => {
    expect(await kindsShown('office')).toEqual(new Set(['staff', 'family']));
  });

  test.each([
    ['studentOffice', 'family', FAMILY.marta, usernameOf('anna')],
    ['personnelOffice', 'staff', usernameOf('anna'), FAMILY.marta],
  ] as const)('the %s keeps those of the %s, and knows of no others', async (role, kind, own, other) => {
    await appoint('office', role);
    expect(await kindsShown('office')).toEqual(new Set([kind]));
    const desk = officeDesk(server);
    expect(await desk.act('reissue', { usernames: [own, other] })).toEqual({
      done: 1,
      skipped: [{ username: other, reason: 'unknown' }],
    });
    expect(await desk.act('block', { usernames: [other], reason: 'prova' })).toMatchObject({ done: 0 });
    const issued = await desk.issue({ staff: true });
    expect(issued.issued.length > 0 || issued.unchanged > 0).toBe(kind === 'staff');
    const events = await desk.events();
    expect(events.map(({ username }) => username)).toContain(own);
    await appoint('ata', 'administrator');
    await officeDesk(server, 'ata').act('block', { usernames: [other], reason: 'prova' });
    const after = await desk.events();
    expect(after.map(({ username }) => username)).not.toContain(other);
  });

  test('an appointment that has ended takes nothing away, and gives nothing', async () => {
    await appoint('office', 'studentOffice', '2026-11-22' as LocalDate);
    expect(await kindsShown('office')).toEqual(new Set(['staff', 'family']));
    await appoint('anna', 'principal', '2026-11-22' as LocalDate);
    expect((await officeDesk(server, 'anna').get('accounts')).status).toBe(403);
  });
});

describe('F.5: what else the office does', () => {
  const PATHS = {
    accounts: 'accounts',
    rules: 'accounts/rules',
    handOvers: 'hand-overs',
    restored: 'restored',
    import: 'roster/import',
  } as const;

  const opened = async (name: StaffName) => {
    const desk = officeDesk(server, name);
    const open: string[] = [];
    for (const [what, path] of Object.entries(PATHS))
      if ((await desk.get(path)).status === 200) open.push(what);
    return open;
  };

  test.each([
    ['office', undefined, ['accounts', 'rules', 'handOvers', 'restored', 'import']],
    ['principal', undefined, ['accounts', 'rules', 'handOvers', 'restored', 'import']],
    ['office', 'studentOffice', ['accounts', 'handOvers', 'restored']],
    ['office', 'personnelOffice', ['accounts']],
    ['office', 'administrativeDirector', ['accounts']],
    ['ata', 'administrator', ['accounts', 'rules']],
    ['ata', undefined, []],
    ['anna', 'principal', ['accounts', 'rules', 'handOvers', 'restored', 'import']],
    ['anna', 'staff', []],
    ['anna', 'specialNeeds', []],
    ['anna', 'coordinator', []],
    // An office of its own is for those who work in the office.
    ['anna', 'studentOffice', []],
  ] as const)('%s as %s: %s', async (name, role, expected) => {
    if (role !== undefined) await appoint(name, role);
    expect(await opened(name)).toEqual(expected);
  });

  test('an administrator sees no address and no change of a record, and confirms none', async () => {
    await appoint('ata', 'administrator');
    const desk = officeDesk(server, 'ata');
    expect((await desk.post('accounts/confirm-record', { usernames: [FAMILY.marta] })).status).toBe(403);
    expect((await desk.post('accounts/confirm-addresses', { usernames: [FAMILY.marta] })).status).toBe(403);
    expect(await kindsShown('ata')).toEqual(new Set(['staff', 'family']));
  });
});
