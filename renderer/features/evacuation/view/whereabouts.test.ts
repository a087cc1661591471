import { describe, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { presenceElsewhereKind } from '../../../../domain/kinds/presence-elsewhere/kind.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { sample, sampleEvent, sampleHours } from '../../../../domain/testing/sample.ts';
import { whereabouts } from './whereabouts.ts';

const second = must(sampleHours[1], 'the second hour');
const ofDay = { day: sample.day, bells: sampleHours, mode: 'daily' } as const;
const [whole] = presenceElsewhereKind.samples;
const inHall: PresenceElsewhere = {
  ...whole,
  day: sample.day,
  during: { start: '09:10' as LocalTime, end: '09:40' as LocalTime },
  whereabouts: 'Aula magna',
};
const at = (time: string, events: readonly AttendanceEvent[], out: readonly PresenceElsewhere[] = []) =>
  whereabouts(events, out, ofDay, { bell: second, time: time as LocalTime, at: { kind: 'atSchool' } });

describe('D108 where a pupil is at a minute', () => {
  test('in class unless something else was marked', () => {
    expect(at('09:20', [])).toEqual({ where: 'inClass' });
    expect(at('09:20', [sampleEvent('absent', undefined, 1)])).toEqual({ where: 'absent' });
  });

  test('absent until the time of the entry, and in class from then on', () => {
    const events = [sampleEvent('absent', undefined, 1), sampleEvent('entry', '09:30', 2)];
    expect(at('09:29', events)).toEqual({ where: 'absent', time: '09:30' });
    expect(at('09:30', events)).toEqual({ where: 'inClass' });
  });

  test('gone since the exit, and back after it', () => {
    const events = [sampleEvent('exit', '09:15', 2)];
    expect(at('09:14', events)).toEqual({ where: 'inClass' });
    expect(at('09:20', events)).toEqual({ where: 'left', time: '09:15' });
    expect(at('09:50', [...events, sampleEvent('entry', '09:45', 2)])).toEqual({ where: 'inClass' });
  });

  test('out of class with its place, as long as it is said', () => {
    expect(at('09:09', [], [inHall])).toEqual({ where: 'inClass' });
    expect(at('09:10', [], [inHall])).toEqual({ where: 'outOfClass', out: inHall });
    expect(at('09:40', [], [inHall])).toEqual({ where: 'inClass' });
    expect(at('09:20', [], [{ ...inHall, withdrawn: true }])).toEqual({ where: 'inClass' });
    expect(at('09:20', [sampleEvent('outOfClass', undefined, 2)])).toEqual({ where: 'outOfClass' });
  });
});
