import { expect, test } from 'vitest';
import { toInstant, toPersonId, type LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { takenBack } from './take-back.ts';

const anna = toPersonId('anna');
const carla = toPersonId('carla');
const inHour = { by: anna, hour: 2 };
const event = (
  kind: AttendanceEvent['kind'],
  by = anna,
  { hour = 2, time }: { hour?: number; time?: string } = {},
): AttendanceEvent => ({
  kind,
  hour,
  by,
  at: toInstant(0),
  ...(time === undefined ? {} : { time: time as LocalTime }),
});

test('what the mark brought goes, what it had taken comes back', () => {
  const [absent, out] = [event('absent'), event('outOfClass')];
  expect(takenBack([out], { before: [absent], after: [out] }, inHour)).toEqual([absent]);
  expect(takenBack([absent], { before: [], after: [absent] }, inHour)).toEqual([]);
  expect(takenBack([], { before: [absent], after: [] }, inHour)).toEqual([absent]);
});

test('what a colleague has marked since stays', () => {
  const exit = event('exit', anna, { time: '09:05' });
  const mark = { before: [], after: [exit] };
  const out = event('outOfClass', carla);
  expect(takenBack([exit, out], mark, inHour)).toEqual([out]);
  const later = event('absent', carla, { hour: 4 });
  expect(takenBack([later, exit], mark, inHour)).toEqual([later]);
  // In another hour: what the mark had taken away comes back beside it.
  expect(takenBack([later], { before: [out], after: [] }, inHour)).toEqual([later, out]);
});

test('a mark that a colleague’s has replaced is not taken back, and neither is what they went on from', () => {
  const [out, absent] = [event('outOfClass'), event('absent', carla)];
  expect(takenBack([absent], { before: [], after: [out] }, inHour)).toBeUndefined();
  // The colleague says the same by now: it is theirs.
  expect(takenBack([event('outOfClass', carla)], { before: [], after: [out] }, inHour)).toBeUndefined();
  const exit = event('exit', anna, { time: '09:05' });
  expect(takenBack([absent], { before: [exit], after: [] }, inHour)).toBeUndefined();
});
