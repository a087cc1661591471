import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { attendance, at, edited, event, lesson } from '../../testing/test-records.ts';
import { CLASS_A, CLASS_B, movedPupil, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { noticesFor, startTestServer, type TestServer } from '../../testing/test-server.ts';

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
  return (answer.pull.attendance?.documents ?? []).filter(({ kind }) => kind === 'presenceElsewhere');
}

async function marksOf(name: 'anna' | 'carla') {
  const notices = await noticesFor(server, await server.token(name));
  return notices.filter(({ field }) => field === 'marks');
}

const LONG = '00000000-0000-7000-8000-0000000010a6';
const LATE = '00000000-0000-7000-8000-0000000010a7';
const OVER = '00000000-0000-7000-8000-0000000010a8';

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
    // Who wrote both needs no telling.
    expect(await marksOf('anna')).toEqual([]);
  });

  test.each(['the marks first', 'the time elsewhere first'])(
    'D98: both authors hear of an absence and time elsewhere from two devices: %s',
    async (order) => {
      const absent = attendance(STAFF.anna, pupil, [event('absent', STAFF.anna)]);
      const out = { ...elsewhere(), author: STAFF.carla };
      const deliver = [
        async () => await server.push('anna', 'attendance', [absent]),
        async () => await server.push('carla', 'attendance', [out]),
      ];
      for (const each of order === 'the marks first' ? deliver : deliver.toReversed())
        expect(await each()).toMatchObject([{ outcome: 'stored' }]);
      const told = { recordKind: 'presenceElsewhere', pupil, hour: 1, day: TODAY };
      expect(await marksOf('anna')).toMatchObject([{ ...told, keptAuthor: STAFF.carla }]);
      expect(await marksOf('carla')).toMatchObject([{ ...told, keptAuthor: STAFF.anna }]);
      // What says nothing new of it tells nobody again.
      const next = edited(absent, {
        events: [...absent.events, event('outOfClass', STAFF.anna, { hour: 2 })],
      });
      await server.push('anna', 'attendance', [{ assumed: absent, next }]);
      expect(await marksOf('carla')).toHaveLength(1);
    },
  );

  test('D98: nobody hears of an absence before or after the time elsewhere', async () => {
    const absent = attendance(STAFF.anna, pupil, [
      event('absent', STAFF.anna),
      event('entry', STAFF.anna, { hour: 2, time: '09:20' }),
    ]);
    await server.push('anna', 'attendance', [absent]);
    const later = { ...elsewhere({ during: { fromHour: 3 } }), author: STAFF.carla };
    await server.push('carla', 'attendance', [later]);
    expect(await marksOf('anna')).toEqual([]);
  });

  test('is read by no other class, whatever a device says, and by the classes in which the pupil is then', async () => {
    const claimed: readonly ClassId[] = [CLASS_B];
    await server.push('anna', 'attendance', [elsewhere({ otherClasses: claimed, during: { fromHour: 3 } })]);
    expect(await pulled('bruno')).toEqual([]);
    await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
    const during = { start: '08:00', end: '08:30' } as PresenceElsewhere['during'];
    const long = elsewhere({ id: LONG, day: addDays(TODAY, -1), lastDay: addDays(TODAY, 5), during });
    await server.push('anna', 'attendance', [long]);
    const there = { class: CLASS_A, otherClasses: [CLASS_B] };
    expect(await pulled('bruno')).toMatchObject([there, { ...there, id: LONG }]);
  });

  test('D97, D98: follows a pupil into another class, also what was over before, so that nobody asks for a reason', async () => {
    const over = elsewhere({ day: addDays(TODAY, -13), lastDay: addDays(TODAY, -10) });
    await server.push('anna', 'attendance', [over]);
    expect(await pulled('bruno')).toEqual([]);
    await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
    expect(await pulled('bruno')).toMatchObject([{ id: over.id, class: CLASS_A, otherClasses: [CLASS_B] }]);
    const late = elsewhere({ id: LATE, day: addDays(TODAY, -6), lastDay: addDays(TODAY, -5) });
    await server.push('anna', 'attendance', [late]);
    expect(await pulled('bruno')).toMatchObject([{ id: over.id }, { id: LATE, otherClasses: [CLASS_B] }]);
  });

  test('D98, D209: is read by whoever stands in on one of its days, and by nobody who stands in on another', async () => {
    await server.push('anna', 'attendance', [
      elsewhere({ day: addDays(TODAY, -3), lastDay: addDays(TODAY, 4) }),
      elsewhere({ id: OVER, day: addDays(TODAY, -6), lastDay: addDays(TODAY, -4) }),
    ]);
    expect(await pulled('bruno')).toEqual([]);
    const standsIn = { teacher: STAFF.bruno, type: 'substitution', signedAt: at('08:30') } as const;
    await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { signatures: [standsIn] })]);
    expect(await pulled('bruno')).toMatchObject([{ day: addDays(TODAY, -3) }]);
    expect(await pulled('bruno')).toHaveLength(1);
  });

  test('is refused where it runs backwards, is of another class’s pupil, or of an hour that no bell rings', async () => {
    const refused = async (changes: Partial<PresenceElsewhere>) => {
      const [outcome] = await server.push('anna', 'attendance', [elsewhere(changes)]);
      return outcome?.refusal?.reason ?? outcome?.outcome;
    };
    expect(await refused({ lastDay: addDays(TODAY, -1) })).toBe('invalid');
    // What devices of the first wire version are told of a day beyond the school year.
    expect(await refused({ lastDay: '9999-12-31' as LocalDate })).toBe('invalid');
    expect(await refused({ during: { fromHour: 19 } })).toBe('invalid');
    expect(await refused({ during: { start: '10:00', end: '10:00' } as PresenceElsewhere['during'] })).toBe(
      'invalid',
    );
    expect(await refused({ pupil: pupilOf(CLASS_B, 1) })).toBe('forbidden');
    expect(await refused({ day: '2031-10-01' as LocalDate })).not.toBe('stored');
  });
});
