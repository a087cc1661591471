import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { attendance, at, edited, event } from '../../testing/test-records.ts';
import { CLASS_A, CLASS_B, movedPupil, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

function elsewhere(changes: Partial<PresenceElsewhere> = {}): PresenceElsewhere {
  const { school, author, recordedAt, entry } = attendance(STAFF.anna, pupil, []);
  const mine = { school, author, recordedAt, entry, class: CLASS_A, pupil, day: TODAY };
  return { ...kinds.presenceElsewhere.samples[0], ...mine, ...changes };
}

async function pulled(name: 'anna' | 'bruno'): Promise<readonly { readonly kind: string }[]> {
  const answer = await server.sync(await server.token(name), {
    pull: { attendance: { checkpoint: {}, limit: 1000 } },
  });
  return answer.pull.attendance?.documents ?? [];
}

describe('D98 a pupil out of class in the school’s own name', () => {
  test('may be written for days to come, and changed by who teaches the pupil', async () => {
    const coming = elsewhere({ day: addDays(TODAY, 10), lastDay: addDays(TODAY, 12) });
    expect(await server.push('anna', 'attendance', [coming])).toMatchObject([{ outcome: 'stored' }]);
    const next = edited(coming, { withdrawn: true });
    expect(await server.push('carla', 'attendance', [{ assumed: coming, next }])).toMatchObject([
      { outcome: 'stored' },
    ]);
  });

  test('is taken beside an absence of the same day: each is somebody’s word', async () => {
    const absent = attendance(STAFF.anna, pupil, [event('absent', STAFF.anna)]);
    const outcomes = await server.push('anna', 'attendance', [absent, elsewhere()]);
    expect(outcomes).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored' }]);
  });

  test('is read by no other class, whatever a device says, and by the classes in which the pupil is then', async () => {
    const claimed: readonly ClassId[] = [CLASS_B];
    await server.push('anna', 'attendance', [elsewhere({ otherClasses: claimed })]);
    expect(await pulled('bruno')).toEqual([]);
    await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
    const long = elsewhere({ id: 'long', day: addDays(TODAY, -1), lastDay: addDays(TODAY, 5) });
    await server.push('anna', 'attendance', [long]);
    expect(await pulled('bruno')).toMatchObject([{ id: 'long', class: CLASS_A, otherClasses: [CLASS_B] }]);
  });

  test('is refused where it runs backwards, is of another class’s pupil, or of an hour that no bell rings', async () => {
    const refused = async (changes: Partial<PresenceElsewhere>) => {
      const [outcome] = await server.push('anna', 'attendance', [elsewhere(changes)]);
      return outcome?.refusal?.reason ?? outcome?.outcome;
    };
    expect(await refused({ lastDay: addDays(TODAY, -1) })).toBe('invalid');
    expect(await refused({ during: { fromHour: 19 } })).toBe('invalid');
    expect(await refused({ during: { start: '10:00', end: '10:00' } as PresenceElsewhere['during'] })).toBe(
      'invalid',
    );
    expect(await refused({ pupil: pupilOf(CLASS_B, 1) })).toBe('forbidden');
    expect(await refused({ day: '2031-10-01' as LocalDate })).not.toBe('stored');
  });
});
