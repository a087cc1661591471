import { describe, expect, test } from 'vitest';
import { toPersonId, type LocalTime } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { candidates, firstChosen, readTime } from './several-draft.ts';

const pupil = (id: string, mark: PupilHour['mark']) =>
  ({ person: { id: toPersonId(id) }, mark }) as unknown as PupilHour;
const called = [pupil('a', 'present'), pupil('b', 'absent'), pupil('c', 'outOfClass'), pupil('d', 'late')];
const ids = (of: readonly PupilHour[]) => of.map(({ person }) => person.id);

describe('D106 several pupils late, or leaving, in one act', () => {
  test('late are those who were missing, where anybody is; else all who are here', () => {
    expect(ids(candidates(called, 'late'))).toEqual(['a', 'b']);
    expect([...firstChosen(called, 'late')]).toEqual(['b']);
    expect([...firstChosen([pupil('a', 'present'), pupil('e', 'present')], 'late')]).toEqual(['a', 'e']);
  });

  test('only those leave who are here', () => {
    expect([...firstChosen(called, 'exit')]).toEqual(['a', 'd']);
  });

  test('the one time is within the hour, after its bell, and not to come', () => {
    const span = { start: '08:00' as LocalTime, end: '09:00' as LocalTime };
    const limits = { span, hours: [{ ...span, hour: 1 }], now: '08:40' as LocalTime };
    const read = (move: 'late' | 'exit', time: string) => readTime({ move, time, chosen: new Set() }, limits);
    expect(read('late', '25')).toEqual({ time: '08:25' });
    expect(read('late', '0800')).toEqual({ fault: 'atBell' });
    expect(read('exit', '08:00')).toEqual({ time: '08:00' });
    expect(read('late', '0845')).toEqual({ fault: 'ahead' });
    expect(read('late', '0730')).toEqual({ fault: 'outside' });
    expect(read('late', '')).toEqual({ fault: 'notATime' });
  });
});
