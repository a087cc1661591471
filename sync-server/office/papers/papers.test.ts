import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRole } from '../../../domain/access/appointment-role.ts';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { familySchool, GUARDIANS } from '../../testing/test-families.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(familySchool());
});
afterEach(async () => {
  await server.close();
});

const PUPIL = pupilOf(CLASS_A, 1);
const from = '2026-09-10';
const coordinator = { kind: 'appointment', role: 'coordinator', person: STAFF.anna, class: CLASS_A, from };
const derogation = {
  kind: 'derogation',
  pupil: PUPIL,
  startYear: 2026,
  category: 'health',
  document: 'Prot. 7',
  halfUnits: 40,
};
const choice = { kind: 'religionChoice', pupil: PUPIL, class: CLASS_A, choice: 'attending', from };
const guardianship = {
  kind: 'guardianship',
  guardian: GUARDIANS.nino,
  pupil: PUPIL,
  rights: 'none',
  from,
  document: 'Prot. 9',
};
const group = { kind: 'group', class: CLASS_A, code: 'CHI', name: 'Chimica' };
const delegate = {
  kind: 'delegate',
  pupil: PUPIL,
  class: CLASS_A,
  name: 'Verdi Paola',
  document: 'CI',
  from,
};
const authorisation = {
  kind: 'standingAuthorisation',
  pupil: PUPIL,
  class: CLASS_A,
  item: 'late',
  minutes: 10,
  weekdays: [2, 4],
  from,
  to: '2027-06-08',
  reason: 'Corriera',
};

async function appoint(name: StaffName, role: AppointmentRole, site?: string): Promise<void> {
  const day = '2026-09-01' as LocalDate;
  const what = { role, person: STAFF[name], ...(site === undefined ? {} : { site }) };
  const record: Appointment = {
    ...envelope(appointmentId(what, day)),
    kind: 'appointment',
    ...what,
    from: day,
  };
  await server.roster.write(SCHOOL, [record]);
}

const write = async (papers: readonly object[], name: StaffName = 'office') =>
  await officeDesk(server, name).post<{ ids: readonly string[]; reason?: string }>('papers', { papers });

/** The key of one paper that is written. */
async function written(paper: object, name: StaffName = 'office'): Promise<string> {
  const { status, body } = await write([paper], name);
  expect(status, JSON.stringify(body)).toBe(200);
  return must(body.ids[0], 'a key');
}

async function stored(id: string) {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
  return storedRecord(must(texts.get(id), 'it stands'));
}

const shown = async (id: string) => ({ id, seen: (await stored(id)).entry });

describe('who is who, written by the office', () => {
  test.each([coordinator, derogation, choice, guardianship, group, delegate, authorisation])(
    'a $kind stands in the clerk’s name, and in the register of operations',
    async (paper) => {
      const id = await written(paper);
      expect(await stored(id)).toMatchObject({ ...paper, author: STAFF.office });
      const [event] = await officeDesk(server).events();
      expect(event).toMatchObject({ act: 'paperWritten', details: { paper: paper.kind } });
      // What it says of somebody stays in the paper.
      expect(JSON.stringify(event)).not.toMatch(/health|attending|none|Prot/);
      expect((await write([paper])).body.reason).toBe(
        paper.kind === 'derogation' || paper.kind === 'delegate' || paper.kind === 'standingAuthorisation'
          ? undefined
          : 'alreadyWritten',
      );
    },
  );

  test('D100: a derogation is read in the classes of its pupil', async () => {
    expect(await stored(await written(derogation))).toMatchObject({ classes: [CLASS_A] });
  });

  test('F.5: an appointment counts from the moment it is written, and ends when it is ended', async () => {
    expect((await write([choice], 'ata')).status).toBe(403);
    const id = await written(
      { kind: 'appointment', role: 'principal', person: STAFF.anna, from, to: '2026-12-31' },
      'principal',
    );
    expect(await stored(id)).toMatchObject({ delegatedBy: STAFF.principal });
    expect((await write([choice], 'anna')).status).toBe(200);
    const paper = { kind: 'appointment', role: 'principal', person: STAFF.anna, from, to: '2026-11-22' };
    const desk = officeDesk(server, 'principal');
    expect((await desk.post('papers/change', { ...(await shown(id)), paper })).status).toBe(200);
    expect((await desk.events(usernameOf('anna')))[0]).toMatchObject({ act: 'paperEnded' });
    expect((await write([{ ...choice, from: '2026-11-01' }], 'anna')).status).toBe(403);
  });

  test('a first day put right moves the paper: the one of before held on no day', async () => {
    const id = await written(coordinator);
    const paper = { ...coordinator, from: '2026-10-01' };
    const change = { ...(await shown(id)), paper };
    const answer = await officeDesk(server).post<{ ids: readonly [string] }>('papers/change', change);
    expect(answer.status).toBe(200);
    expect(await stored(id)).toMatchObject({ from, to: '2026-09-09' });
    expect(await stored(answer.body.ids[0])).toMatchObject({ from: '2026-10-01' });
    expect(await officeDesk(server).acts()).toContain('paperCorrected');
  });

  test.each([
    [derogation, { pupil: pupilOf(CLASS_A, 2) }],
    [delegate, { pupil: pupilOf(CLASS_A, 2) }],
    [authorisation, { pupil: pupilOf(CLASS_A, 2) }],
    [delegate, { pupil: pupilOf(CLASS_B, 1), class: CLASS_B }],
  ])(
    'a $kind of another pupil is another paper, and the one of before is cancelled',
    async (paper, other) => {
      const id = await written(paper);
      const change = { ...(await shown(id)), paper: { ...paper, ...other } };
      const { status, body } = await officeDesk(server).post<{ ids: readonly [string] }>(
        'papers/change',
        change,
      );
      expect(status).toBe(200);
      expect(body.ids[0]).not.toBe(id);
      const cancelled = paper.kind === 'derogation' ? { cancelled: true } : { to: '2026-09-09' };
      expect(await stored(id)).toMatchObject({ pupil: PUPIL, ...cancelled });
      expect(await stored(body.ids[0])).toMatchObject(other);
    },
  );

  test('what was cancelled can be brought back, and a version that has changed is not written over', async () => {
    const id = await written(coordinator);
    const before = await shown(id);
    expect((await officeDesk(server).post('papers/cancel', before)).status).toBe(204);
    expect(await stored(id)).toMatchObject({ to: '2026-09-09' });
    const late = await officeDesk(server).post('papers/change', { ...before, paper: coordinator });
    expect(late).toMatchObject({ status: 409, body: { reason: 'changed' } });
    const again = await officeDesk(server).post('papers/change', {
      ...(await shown(id)),
      paper: coordinator,
    });
    expect(again.status).toBe(200);
    expect(await stored(id)).not.toHaveProperty('to');
  });

  test('D204: whoever is in a group keeps it from being taken back', async () => {
    const id = await written(group);
    const member = await written({
      kind: 'groupMembership',
      pupil: PUPIL,
      class: CLASS_A,
      group: 'CHI',
      from,
    });
    const cancel = async (one: string) =>
      await officeDesk(server).post<{ reason?: string }>('papers/cancel', await shown(one));
    expect(await cancel(id)).toMatchObject({ status: 409, body: { reason: 'groupInUse' } });
    expect((await cancel(member)).status).toBe(204);
    expect((await cancel(id)).status).toBe(204);
    expect(
      (await write([{ kind: 'groupMembership', pupil: PUPIL, class: CLASS_A, group: 'CHI', from }])).status,
    ).toBe(400);
  });

  test('many papers are one decision: one that cannot stand leaves none', async () => {
    const other = { ...choice, pupil: pupilOf(CLASS_B, 1) };
    expect((await write([choice, other])).body.reason).toBe('notOfClass');
    expect(await written(choice)).toBeTruthy();
  });

  test.each([
    ['notOfClass', { ...delegate, class: CLASS_B }],
    ['notOfClass', { ...derogation, startYear: 2025 }],
    ['daysReversed', { ...coordinator, to: '2026-09-01' }],
    ['notGuardian', { ...guardianship, guardian: GUARDIANS.olivia }],
    ['ownTask', { kind: 'appointment', role: 'studentOffice', person: STAFF.office, from }],
    [
      'notOfClass',
      { kind: 'appointment', role: 'classRepresentative', person: GUARDIANS.olivia, class: CLASS_B, from },
    ],
  ])('%s is said of what cannot stand', async (reason, paper) => {
    expect(await write([paper])).toMatchObject({ status: 409, body: { reason } });
  });

  test.each([
    { ...coordinator, class: undefined },
    { ...coordinator, class: 'no-class' },
    { ...coordinator, person: 'nobody' },
    { ...coordinator, role: 'staff' },
    { kind: 'appointment', role: 'staff', person: STAFF.anna, site: 'Marte', from },
    { ...derogation, halfUnits: undefined },
    { ...choice, choice: 'sometimes' },
    { ...choice, from: '2026-02-31x' },
    { ...choice, author: STAFF.anna },
  ])('what no page says is refused at the door: %j', async (paper) => {
    expect((await write([paper])).status).toBe(400);
  });
});

describe('F.5: whose work it is', () => {
  const appointment = (role: AppointmentRole) => ({
    kind: 'appointment',
    role,
    person: STAFF.carla,
    from,
    to: '2026-12-31',
  });
  const TRIED = {
    coordinator: { ...coordinator, person: STAFF.carla },
    office: appointment('studentOffice'),
    principal: appointment('principal'),
    choice,
    derogation,
    guardianship,
    delegate,
  };

  test.each([
    ['office', undefined, ['coordinator', 'office', 'choice', 'derogation', 'guardianship', 'delegate']],
    ['principal', undefined, Object.keys(TRIED)],
    ['office', 'studentOffice', ['choice', 'derogation', 'guardianship', 'delegate']],
    ['office', 'personnelOffice', ['coordinator']],
    ['office', 'administrativeDirector', ['coordinator']],
    ['ata', 'administrator', []],
    ['anna', undefined, []],
    ['anna', 'staff', []],
    ['anna', 'coordinator', []],
    ['anna', 'specialNeeds', []],
  ] as const)('%s as %s writes: %s', async (name, role, expected) => {
    if (role !== undefined) await appoint(name, role);
    const taken = [];
    for (const [what, paper] of Object.entries(TRIED))
      if ((await write([paper], name)).status === 200) taken.push(what);
    expect(taken).toEqual(expected);
  });

  test.each(['cancel', 'change'])('D204: %s of one’s own appointment is refused', async (act) => {
    await appoint('office', 'studentOffice');
    const own = appointmentId({ role: 'studentOffice', person: STAFF.office }, '2026-09-01' as LocalDate);
    const paper = appointment('studentOffice');
    const asked = { ...(await shown(own)), ...(act === 'change' ? { paper } : {}) };
    await appoint('office', 'personnelOffice');
    const refused = await officeDesk(server).post(`papers/${act}`, asked);
    expect(refused).toMatchObject({ status: 409, body: { reason: 'ownTask' } });
    expect(await stored(own)).not.toHaveProperty('to');
    const [last] = await officeDesk(server).events(usernameOf('office'));
    expect(last).toMatchObject({ act: 'actRefused', details: { why: 'own' } });
  });

  test('F.5: whoever loses a task by a correction stands in the register of operations, as whoever gets it', async () => {
    const id = await written(coordinator);
    const paper = { ...coordinator, person: STAFF.carla };
    const desk = officeDesk(server);
    expect((await desk.post('papers/change', { ...(await shown(id)), paper })).status).toBe(200);
    for (const name of ['anna', 'carla'] as const)
      expect((await desk.events(usernameOf(name)))[0]).toMatchObject({ act: 'paperCorrected' });
  });

  test('nobody ends their own appointment, nor that of an office that is not theirs', async () => {
    const id = await written(appointment('studentOffice'), 'principal');
    await appoint('office', 'personnelOffice');
    const desk = officeDesk(server);
    expect((await desk.post('papers/cancel', await shown(id))).status).toBe(403);
    const own = appointmentId({ role: 'personnelOffice', person: STAFF.office }, '2026-09-01' as LocalDate);
    expect((await desk.post('papers/cancel', await shown(own))).status).toBe(403);
    expect(await desk.acts(usernameOf('office'))).toContain('actRefused');
  });
});
