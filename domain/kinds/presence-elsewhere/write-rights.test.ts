import { expect, test } from 'vitest';
import type { Instant, LocalDate } from '../../base/ids.ts';
import { authorizeWrite } from '../../entries/authorize-write.ts';
import { sample, sampleEntry, sampleHours, sampleYear } from '../../testing/sample.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import { presenceElsewhereKind } from './kind.ts';
import type { PresenceElsewhere } from './record.ts';

const NOW = '2026-11-23T10:00:00.000Z' as Instant;
const [whole] = presenceElsewhereKind.samples;
const { school, class: schoolClass, pupil, bianchi: person } = sample;
const day = (text: string) => text as LocalDate;
const [BEGAN, TODAY, ENDS] = [day('2026-11-09'), day('2026-11-23'), day('2026-12-07')];

/** A placement that began fourteen days ago and ends in fourteen, of a school in which teachers write seven days back. */
const running: PresenceElsewhere = {
  ...whole,
  school,
  author: person,
  class: schoolClass,
  pupil,
  recordedAt: NOW,
  elsewhereType: 'workPlacement',
  day: BEGAN,
  lastDay: ENDS,
};

function write(changes: Partial<PresenceElsewhere>, previous: PresenceElsewhere | null = running) {
  const actor = { school, person, roles: ['teacher'], classes: [schoolClass] } as const;
  const facts = {
    policies: { ...DEFAULT_POLICIES, daysBack: 7 },
    year: sampleYear,
    hours: sampleHours,
    teaches: true,
    subjects: [],
    enrolment: 'enrolled',
  } as const;
  const next = { ...running, ...changes, entry: sampleEntry() };
  const decision = authorizeWrite(actor, previous, next, facts, NOW);
  return decision.ok ? 'ok' : decision.failure.reason;
}

test('D107: a placement that began before the limit may be ended and prolonged within it', () => {
  expect(write({ lastDay: TODAY })).toBe('ok');
  expect(write({ lastDay: day('2026-12-20') })).toBe('ok');
  expect(write({ lastDay: day('2026-11-15') })).toBe('ok');
  expect(write({ lastDay: day('2026-11-14') })).toBe('windowClosed');
});

test('D107: what changes the days before the limit is refused: another place, taking it back, a new one', () => {
  expect(write({ whereabouts: 'Altrove' })).toBe('windowClosed');
  expect(write({ during: { fromHour: 2 } })).toBe('windowClosed');
  expect(write({ withdrawn: true })).toBe('windowClosed');
  expect(write({}, { ...running, withdrawn: true })).toBe('windowClosed');
  expect(write({}, null)).toBe('windowClosed');
  expect(write({ day: day('2026-11-16') }, null)).toBe('ok');
});

test('D107: one that had ended before the limit is prolonged by no day before it', () => {
  const ended = { ...running, lastDay: day('2026-11-12') };
  expect(write({ lastDay: TODAY }, ended)).toBe('windowClosed');
});
