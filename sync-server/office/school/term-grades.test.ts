import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { assessment } from '../../testing/gradebook/test-grades.ts';
import { CLASS_A, CLASS_B, SCHOOL, STAFF, TODAY, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function year(): Promise<SchoolYear> {
  const id = schoolYearId(2026);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  const found = storedRecord(must(texts.get(id), 'the year'));
  if (found.kind !== 'schoolYear') throw new Error('no year');
  return found;
}

async function act(path: 'freeze' | 'hold-back', changes: object, name: StaffName = 'office') {
  const { startYear, entry: seen } = await year();
  const body = { startYear, seen, period: 0, ...changes };
  return await officeDesk(server, name).post<{ readonly reason?: string }>(`years/${path}`, body);
}

describe('D24, D28: a period is closed for what is assessed in it', () => {
  test('by the office, which the register of operations tells; then an entry is refused', async () => {
    expect((await act('freeze', { frozen: true, class: CLASS_A })).status).toBe(204);
    expect((await year()).frozen).toEqual([{ period: 0, class: CLASS_A }]);
    const event = (await officeDesk(server).events(usernameOf('office'))).find(
      ({ act: done }) => done === 'periodFrozen',
    );
    expect(event?.details).toEqual({ year: '2026/27', period: 'Anno', class: '1A' });
    const [refused] = await server.push('anna', 'grades', [assessment(STAFF.anna)]);
    expect(refused?.outcome).toBe('refused');
  });

  test('for the whole school, and opened again for one class of it, or for all', async () => {
    await act('freeze', { frozen: true, class: CLASS_A });
    await act('freeze', { frozen: true });
    expect((await year()).frozen).toEqual([{ period: 0 }]);
    await act('freeze', { frozen: false, class: CLASS_A });
    expect((await year()).frozen).toEqual([{ period: 0, class: CLASS_B }]);
    await act('freeze', { frozen: false });
    expect((await year()).frozen).toBeUndefined();
  });

  test('F.5: with the last day of the meetings, which stays that of the other classes when one is opened again', async () => {
    await act('freeze', { frozen: true, councilUntil: '2026-12-05' });
    expect((await year()).frozen).toEqual([{ period: 0, councilUntil: '2026-12-05' }]);
    const [event] = await officeDesk(server).events(usernameOf('office'));
    expect(event?.details).toMatchObject({ councilUntil: '2026-12-05' });
    await act('freeze', { frozen: false, class: CLASS_A });
    expect((await year()).frozen).toEqual([{ period: 0, class: CLASS_B, councilUntil: '2026-12-05' }]);
  });

  test('by nobody else, not twice, and never a period or a class that is none of the year', async () => {
    expect((await act('freeze', { frozen: true }, 'anna')).status).toBe(403);
    expect((await act('freeze', { frozen: false })).body.reason).toBe('changed');
    await act('freeze', { frozen: true });
    expect((await act('freeze', { frozen: true, class: CLASS_A })).body.reason).toBe('changed');
    expect((await act('freeze', { frozen: true, period: 2 })).body.reason).toBe('unknown');
    expect((await act('freeze', { frozen: true, class: '2025.LS.1A' })).body.reason).toBe('unknown');
    expect(
      (await act('freeze', { frozen: true, seen: (await year()).entry.replace(/.$/, 'f') })).body.reason,
    ).toBe('changed');
  });
});

describe('D76: what is assessed in a period is held back from families', () => {
  const now = () => new Date(server.clock.now).toISOString();
  const ofA = { period: 0, class: CLASS_A };

  test('until a day, and shown again: until then they have seen nothing, and it stays in the year', async () => {
    expect((await act('hold-back', { until: '2026-12-01', class: CLASS_A })).status).toBe(204);
    const heldAt = now();
    server.clock.now += 3_600_000;
    await act('hold-back', { until: '2026-12-03', class: CLASS_A });
    expect((await year()).heldBack).toEqual([{ ...ofA, until: '2026-12-03', heldAt }]);
    expect((await act('hold-back', {})).body.reason).toBe('changed');
    server.clock.now += 3_600_000;
    await act('hold-back', { class: CLASS_A });
    const lifted = { ...ofA, until: '2026-12-03', heldAt, liftedAt: now() };
    expect((await year()).heldBack).toEqual([lifted]);
    expect((await act('hold-back', { class: CLASS_A })).body.reason).toBe('changed');
    const [event] = await officeDesk(server).events(usernameOf('office'));
    expect(event?.act).toBe('gradesShown');
  });

  test('until a day that is past already: it is shown from now on, and no day before', async () => {
    expect((await act('hold-back', { until: TODAY, class: CLASS_A })).body.reason).toBe('changed');
    await act('hold-back', { until: '2026-12-03', class: CLASS_A });
    const heldAt = now();
    server.clock.now += 3_600_000;
    await act('hold-back', { until: '2026-11-01', class: CLASS_A });
    const lifted = { ...ofA, until: '2026-12-03', heldAt, liftedAt: now() };
    expect((await year()).heldBack).toEqual([lifted]);
    const [event] = await officeDesk(server).events(usernameOf('office'));
    expect(event).toMatchObject({ act: 'gradesShown', details: { class: '1A' } });
    expect(event?.details).not.toHaveProperty('day');
  });

  test('anew: what was held back before stays beside it', async () => {
    await act('hold-back', { until: addDays(TODAY, 1), class: CLASS_A });
    const before = { ...ofA, until: addDays(TODAY, 1), heldAt: now() };
    server.clock.now += 2 * 86_400_000;
    await act('hold-back', { until: '2026-12-20', class: CLASS_A });
    expect((await year()).heldBack).toEqual([before, { ...ofA, until: '2026-12-20', heldAt: now() }]);
  });
});
