import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalTime } from '../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { attendance, at, edited, event, lesson, signature } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const pupil = pupilOf(CLASS_A, 1);
type Teacher = 'anna' | 'bruno' | 'carla';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function pulled(name: Teacher): Promise<readonly AttendanceDay[]> {
  const answer = await server.sync(await server.token(name), {
    pull: { attendance: { checkpoint: {}, limit: 1000 } },
  });
  return (answer.pull.attendance?.documents ?? []).filter((one) => one.kind === 'attendanceDay');
}

describe('D202 a pupil who changes class on a day on which the roll has been called', () => {
  const absent = event('absent', STAFF.anna);
  const entry = event('entry', STAFF.bruno, { hour: 2, time: '09:20' });

  const move = async () =>
    await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));

  test('is marked by the teacher of the new class, who takes nothing from the old one’s', async () => {
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [absent])]);
    await move();
    const mine = attendance(STAFF.bruno, pupil, [entry], CLASS_B);
    const [outcome] = await server.push('bruno', 'attendance', [mine]);
    expect(outcome).toMatchObject({ outcome: 'merged', conflicts: [] });
    const stands = { class: CLASS_B, otherClasses: [CLASS_A], events: [absent, entry] };
    expect(await pulled('bruno')).toMatchObject([stands]);
    expect(await pulled('anna')).toMatchObject([stands]);
    expect(await server.push('bruno', 'attendance', [mine])).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('is still marked by the teacher of the old class, for the hour in which the pupil was there', async () => {
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [absent])]);
    await move();
    await server.push('bruno', 'attendance', [attendance(STAFF.bruno, pupil, [entry], CLASS_B)]);
    const [was] = await pulled('anna');
    const late = event('entry', STAFF.anna, { time: '08:20' });
    const next = edited({ ...attendance(STAFF.anna, pupil, [late, entry]) }, {});
    const [outcome] = await server.push('anna', 'attendance', [{ assumed: was ?? null, next }]);
    expect(outcome?.outcome).toBe('stored');
    expect(await pulled('bruno')).toMatchObject([{ class: CLASS_B, events: [late, entry] }]);
  });

  test('is marked by both in any order, with the same end', async () => {
    await move();
    await server.push('bruno', 'attendance', [attendance(STAFF.bruno, pupil, [entry], CLASS_B)]);
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [absent])]);
    expect(await pulled('anna')).toMatchObject([
      { class: CLASS_B, otherClasses: [CLASS_A], events: [absent, entry] },
    ]);
    expect(await server.notices('anna')).toEqual([]);
  });

  test('is seen by the new class as soon as the office has written', async () => {
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [absent])]);
    expect(await pulled('bruno')).toEqual([]);
    await move();
    const stands = { class: CLASS_B, otherClasses: [CLASS_A], events: [absent], author: STAFF.anna };
    expect(await pulled('bruno')).toMatchObject([stands]);
    expect(await pulled('anna')).toMatchObject([stands]);
    await move();
    expect(await pulled('bruno')).toHaveLength(1);
  });

  describe('and whose old class has called the roll without a mark', () => {
    const rollCall = { by: STAFF.anna, at: at('08:10') };
    const called = () => lesson(STAFF.anna, { hour: 1, rollCall, recordedAt: at('08:10') });
    const gone = () => {
      const mark = { ...event('absent', STAFF.bruno, { hour: 2 }), at: at('09:20') };
      return { ...attendance(STAFF.bruno, pupil, [mark], CLASS_B), recordedAt: at('09:20') };
    };
    const told = [{ field: 'events', hour: 1, pupil, keptAuthor: STAFF.bruno }];

    test('is read by both, and who called that roll is told what the new class says of it', async () => {
      await server.push('anna', 'lessons', [called()]);
      await move();
      await server.push('bruno', 'attendance', [gone()]);
      expect(await pulled('anna')).toMatchObject([{ class: CLASS_B, otherClasses: [CLASS_A] }]);
      expect(await server.notices('anna')).toMatchObject(told);
    });

    test('tells so too where the roll arrives last', async () => {
      await move();
      await server.push('bruno', 'attendance', [gone()]);
      await server.push('anna', 'lessons', [called()]);
      expect(await server.notices('anna')).toMatchObject(told);
    });

    test('is not the old class’s where the pupil had left before its first hour', async () => {
      await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('06:30')));
      await server.push('bruno', 'attendance', [gone()]);
      expect(await pulled('anna')).toEqual([]);
    });
  });

  test('is nobody else’s: neither of another class, nor by a claim in the record', async () => {
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [absent])]);
    const stolen = attendance(STAFF.bruno, pupil, [entry], CLASS_B);
    expect(await server.push('bruno', 'attendance', [stolen])).toMatchObject([
      { outcome: 'refused', refusal: { reason: 'forbidden' } },
    ]);
    const other = pupilOf(CLASS_A, 2);
    const claimed = { ...attendance(STAFF.anna, other, [absent]), otherClasses: [CLASS_B] };
    await server.push('anna', 'attendance', [claimed]);
    expect(await pulled('bruno')).toEqual([]);
  });
});

describe('A1 a roll that somebody has confirmed', () => {
  const rollCall = { by: STAFF.anna, at: at('08:10') };
  const called = () => lesson(STAFF.anna, { hour: 2, rollCall, recordedAt: at('08:10') });
  const day = (author: Teacher, events: AttendanceDay['events'], time = '09:20') => ({
    ...attendance(STAFF[author], pupil, events),
    recordedAt: at(time),
  });
  const marked = (author: Teacher, kind: 'absent' | 'exit', hour: number, time?: string) => ({
    ...event(kind, STAFF[author], { hour, ...(time === undefined ? {} : { time }) }),
    at: at('09:20'),
  });

  test('tells its author of a later mark that rewrites it, with the hour', async () => {
    await server.push('anna', 'lessons', [called()]);
    await server.push('carla', 'attendance', [day('carla', [marked('carla', 'absent', 3)])]);
    expect(await server.notices('anna')).toMatchObject([
      {
        field: 'events',
        hour: 2,
        pupil,
        ofRoll: true,
        lost: '[]',
        keptAuthor: STAFF.carla,
        keptRecordedAt: at('09:20'),
      },
    ]);
    expect(await server.notices('carla')).toEqual([]);
  });

  test('tells whoever had confirmed it before, where a colleague confirms another one with marks of their own', async () => {
    const roll = called();
    await server.push('anna', 'lessons', [roll]);
    const own = { assumed: null, next: { ...day('carla', [marked('carla', 'absent', 2)], '09:20') } };
    const again = { rollCall: { by: STAFF.carla, at: at('09:21') }, author: STAFF.carla };
    const answer = await server.sync(await server.token('carla'), {
      pull: { lessons: { checkpoint: {}, limit: 10 } },
    });
    const [stands] = (answer.pull.lessons?.documents ?? []) as readonly Lesson[];
    const next = { ...edited(roll, again), recordedAt: at('09:21') };
    const push = { lessons: [{ assumed: stands ?? null, next }], attendance: [own] };
    await server.sync(await server.token('carla'), { push });
    expect(await server.notices('anna')).toMatchObject([
      { field: 'events', hour: 2, pupil, ofRoll: true, keptAuthor: STAFF.carla },
    ]);
    expect(await server.notices('carla')).toEqual([]);
  });

  test('tells whoever stood in nothing of pupils that they may not read', async () => {
    const stoodIn = lesson(STAFF.bruno, {
      hour: 2,
      signatures: [{ ...signature(STAFF.bruno), type: 'substitution' }],
      rollCall: { by: STAFF.bruno, at: at('08:10') },
      recordedAt: at('08:10'),
    });
    await server.push('anna', 'attendance', [attendance(STAFF.anna, pupil, [event('absent', STAFF.anna)])]);
    expect(await server.push('bruno', 'lessons', [stoodIn])).toMatchObject([{ outcome: 'stored' }]);
    await server.push('carla', 'attendance', [day('carla', [marked('carla', 'absent', 3)])]);
    expect(await server.notices('bruno')).toEqual([]);
  });

  test('is told once of a pupil whose own mark, delivered together with it, lost against a later one', async () => {
    const out = { ...event('outOfClass', STAFF.anna, { hour: 2 }), at: at('08:09') };
    const gone = { ...event('absent', STAFF.carla, { hour: 2 }), at: at('09:20') };
    await server.push('carla', 'attendance', [day('carla', [gone])]);
    server.clock.now += 60_000;
    const own = { assumed: null, next: { ...day('anna', [out], '08:09') } };
    const push = { lessons: [{ assumed: null, next: { ...called() } }], attendance: [own] };
    await server.sync(await server.token('anna'), { push });
    const notices = await server.notices('anna');
    expect(notices).toMatchObject([{ field: 'events', hour: 2, keptAuthor: STAFF.carla }]);
    expect(notices.map(({ lost, ofRoll }) => [JSON.parse(lost), ofRoll])).toEqual([[[out], undefined]]);
  });

  test('tells its author of a mark that leaves the hour its letter and its minutes, and says another thing', async () => {
    const gone = { ...event('exit', STAFF.bruno, { hour: 2, time: '09:20' }), at: at('09:20') };
    await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Scienze')]);
    await server.push('bruno', 'attendance', [day('bruno', [gone], '09:20')]);
    server.clock.now += 60_000;
    const late = { ...rollCall, at: at('09:30') };
    await server.push('anna', 'lessons', [
      lesson(STAFF.anna, { hour: 2, rollCall: late, recordedAt: at('09:30') }),
    ]);
    const [was] = await pulled('bruno');
    const both = [
      { ...event('entry', STAFF.bruno, { hour: 2, time: '09:20' }), at: at('09:50') },
      { ...event('exit', STAFF.bruno, { hour: 2, time: '09:40' }), at: at('09:50') },
    ];
    server.clock.now += 60_000;
    await server.push('bruno', 'attendance', [{ assumed: was ?? null, next: day('bruno', both, '09:50') }]);
    expect(await server.notices('anna')).toMatchObject([{ field: 'events', hour: 2, pupil }]);
  });

  test('is not touched by what happens after its hour', async () => {
    await server.push('anna', 'lessons', [called()]);
    await server.push('carla', 'attendance', [day('carla', [marked('carla', 'exit', 3, '10:00')])]);
    expect(await server.notices('anna')).toEqual([]);
  });

  test('tells nobody of one’s own marks, nor of marks that had arrived before it', async () => {
    server.clock.now = Date.parse(at('08:06'));
    const other = { ...attendance(STAFF.carla, pupilOf(CLASS_A, 2), [event('absent', STAFF.carla)]) };
    await server.push('carla', 'attendance', [{ ...other, recordedAt: at('08:05') }]);
    server.clock.now = Date.parse(at('09:30'));
    await server.push('anna', 'lessons', [called()]);
    await server.push('anna', 'attendance', [day('anna', [marked('anna', 'absent', 3)])]);
    expect(await server.notices('anna')).toEqual([]);
  });

  describe('D8 and a mark made without a line before it, which its author had not seen', () => {
    const offline = () => day('carla', [{ ...exit(), at: at('07:41') }], '07:41');
    const exit = () => event('exit', STAFF.carla, { hour: 1, time: '08:40' });
    const told = [{ field: 'events', hour: 2, pupil, lost: '[]', keptAuthor: STAFF.carla }];

    test('tells of it when it arrives after the roll', async () => {
      await server.push('anna', 'lessons', [called()]);
      await server.push('carla', 'attendance', [offline()]);
      expect(await server.notices('anna')).toMatchObject(told);
    });

    test('tells of it when the roll arrives after it, and once', async () => {
      await server.push('carla', 'attendance', [offline()]);
      const roll = called();
      await server.push('anna', 'lessons', [roll]);
      await server.push('anna', 'lessons', [edited(roll, { topic: 'Frazioni' })]);
      expect(await server.notices('anna')).toMatchObject(told);
    });

    test('tells of it when it had arrived before the roll, on a device that was off the line since', async () => {
      server.clock.now = Date.parse(at('08:05'));
      await server.sync(await server.token('anna'), { settled: true, push: { lessons: [] }, held: [] });
      server.clock.now = Date.parse(at('08:07'));
      await server.push('carla', 'attendance', [offline()]);
      server.clock.now = Date.parse(at('08:13'));
      await server.push('anna', 'lessons', [called()]);
      expect(await server.notices('anna')).toMatchObject(told);
    });

    test('tells nothing of a mark that had arrived, of one who confirms on line', async () => {
      server.clock.now = Date.parse(at('08:05'));
      await server.push('carla', 'attendance', [offline()]);
      server.clock.now = Date.parse(at('08:11'));
      await server.push('anna', 'lessons', [called()]);
      expect(await server.notices('anna')).toEqual([]);
    });

    test('tells nothing of one’s own marks, delivered before or after', async () => {
      const own = day(
        'anna',
        [{ ...event('exit', STAFF.anna, { time: '08:40' }), at: at('07:41') }],
        '07:41',
      );
      await server.push('anna', 'attendance', [own]);
      await server.push('anna', 'lessons', [called()]);
      expect(await server.notices('anna')).toEqual([]);
    });
  });

  test('tells of a mark that came to it by a merge', async () => {
    await server.push('anna', 'lessons', [called()]);
    const own = { ...event('exit', STAFF.anna, { hour: 1, time: '08:59' }), at: at('08:05') };
    await server.push('anna', 'attendance', [day('anna', [own], '08:05')]);
    const exit = marked('carla', 'exit', 3, '09:30');
    await server.push('carla', 'attendance', [day('carla', [exit])]);
    expect(await server.notices('anna')).toMatchObject([{ hour: 2, keptAuthor: STAFF.carla }]);
  });
});

describe('D19 before its time', () => {
  // It is half past ten, and the fourth hour begins at eleven.
  const early = () => lesson(STAFF.anna, { hour: 4, recordedAt: at('09:30') });
  const mine = { ...signature(STAFF.anna), signedAt: at('09:30') };

  test('nothing is signed nor confirmed, and texts may be prepared', async () => {
    const sync = async (protocol: number, next: ReturnType<typeof early>) => {
      const push = { lessons: [{ assumed: null, next }] };
      const answer = await server.sync(await server.token('anna'), { protocol, push });
      return answer.push.lessons?.[0];
    };
    const signed = { ...early(), signatures: [mine] };
    expect(await sync(3, signed)).toMatchObject({ outcome: 'refused', refusal: { reason: 'notYet' } });
    // Older devices hear a reason that they know.
    expect(await sync(2, signed)).toMatchObject({ refusal: { reason: 'windowClosed' } });
    const called = { ...early(), rollCall: { by: STAFF.anna, at: at('09:30') } };
    expect(await sync(3, called)).toMatchObject({ refusal: { reason: 'notYet', path: 'rollCall' } });
    expect(await sync(3, { ...early(), topic: 'Frazioni' })).toMatchObject({ outcome: 'stored' });
  });

  test('offline work is judged by its own time, not by that of its arrival', async () => {
    server.clock.now = Date.parse(at('16:00'));
    const signed = { ...early(), signatures: [mine] };
    expect(await server.push('anna', 'lessons', [signed])).toMatchObject([
      { outcome: 'refused', refusal: { reason: 'windowClosed' } },
    ]);
    const inTime = { ...mine, signedAt: at('10:01') };
    const later = { ...early(), recordedAt: at('10:01'), signatures: [inTime] };
    expect(await server.push('anna', 'lessons', [later])).toMatchObject([{ outcome: 'stored' }]);
  });

  test('A2 no exit at the start of an hour to come is taken, however late it arrives; an absence of it is, and tells nobody', async () => {
    server.clock.now = Date.parse(at('16:00'));
    const roll = { rollCall: { by: STAFF.anna, at: at('08:35') } };
    await server.push('anna', 'lessons', [lesson(STAFF.anna, { hour: 2, ...roll })]);
    const ofFourth = (kind: 'exit' | 'absent', time?: string) =>
      attendance(STAFF.carla, pupil, [event(kind, STAFF.carla, { hour: 4, ...(time ? { time } : {}) })]);
    expect(await server.push('carla', 'attendance', [ofFourth('exit', '11:00')])).toMatchObject([
      { outcome: 'refused', refusal: { path: 'events' } },
    ]);
    expect(await server.push('carla', 'attendance', [ofFourth('absent')])).toMatchObject([
      { outcome: 'stored' },
    ]);
    expect(await server.notices('anna')).toEqual([]);
  });

  test('an absence prepared for a later hour is in no notice about this one', async () => {
    server.clock.now = Date.parse(at('16:00'));
    const roll = { rollCall: { by: STAFF.anna, at: at('08:35') } };
    await server.push('anna', 'lessons', [lesson(STAFF.anna, { hour: 2, ...roll })]);
    const prepared = event('absent', STAFF.carla, { hour: 4 });
    const before = attendance(STAFF.carla, pupil, [prepared]);
    await server.push('carla', 'attendance', [before]);
    const out = event('outOfClass', STAFF.carla, { hour: 2 });
    const [was] = await pulled('carla');
    const next = edited(attendance(STAFF.carla, pupil, [prepared, out]), {});
    await server.push('carla', 'attendance', [{ assumed: was ?? null, next }]);
    expect(await server.notices('anna')).toMatchObject([
      { hour: 2, lost: '[]', kept: JSON.stringify([out]) },
    ]);
  });

  test('no time is foreseen by more than half an hour', async () => {
    // Marked at half past nine.
    const entry = (time: string) =>
      attendance(STAFF.anna, pupil, [event('entry', STAFF.anna, { hour: 2, time })]);
    expect(await server.push('anna', 'attendance', [entry('10:05')])).toMatchObject([
      { outcome: 'refused', refusal: { path: 'events' } },
    ]);
    expect(await server.push('anna', 'attendance', [entry('10:00')])).toMatchObject([{ outcome: 'stored' }]);
  });
});

test('A6 of two classes at one hour the notice names the other class', async () => {
  const standIn = { teacher: STAFF.bruno, type: 'substitution', signedAt: at('08:30') } as const;
  const [a, b] = [CLASS_A, CLASS_B];
  await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { class: a, signatures: [standIn] })]);
  const own = signature(STAFF.bruno);
  await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { class: b, signatures: [own] })]);
  expect(await server.notices('bruno')).toMatchObject([
    { field: 'signatures', class: b, otherClass: a, hour: 1 },
  ]);
});

test('D8: a colleague’s mark is put back by whoever took it away, and by nobody else', async () => {
  const foreseen = event('entry', STAFF.anna, { time: '09:55' });
  const here = event('entry', STAFF.carla, { hour: 2, time: '09:00' });
  const of = (name: Teacher, events: AttendanceDay['events']) => attendance(STAFF[name], pupil, events);
  const change = async (name: Teacher, assumed: AttendanceDay, next: AttendanceDay) =>
    (await server.push(name, 'attendance', [{ assumed, next }]))[0];
  const first = of('anna', [foreseen]);
  expect(await server.push('anna', 'attendance', [first])).toMatchObject([{ outcome: 'stored' }]);
  const over = of('carla', [here]);
  expect(await change('carla', first, over)).toMatchObject({ outcome: 'stored' });
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Storia')]);
  const back = (name: Teacher) => of(name, [foreseen]);
  expect(await change('bruno', over, of('bruno', [foreseen, here]))).toMatchObject({ outcome: 'refused' });
  const other = of('carla', [{ ...foreseen, time: '09:56' as LocalTime }]);
  expect(await change('carla', over, other)).toMatchObject({ outcome: 'refused' });
  expect(await change('carla', over, back('carla'))).toMatchObject({ outcome: 'stored' });
  expect(await pulled('anna')).toMatchObject([{ events: [foreseen] }]);
});
