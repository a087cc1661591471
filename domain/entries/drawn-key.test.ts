import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { attendanceDayId } from '../kinds/attendance-day/record.ts';
import { classMovementId } from '../kinds/class-movement/record.ts';
import { justificationId } from '../kinds/justification/record.ts';
import { presenceElsewhereKind } from '../kinds/presence-elsewhere/kind.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { sampleValues } from '../record/sample-values.ts';
import type { WriteFacts } from '../school/write-facts.ts';
import { sample, sampleHours, sampleYear } from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';

const [drawn] = presenceElsewhereKind.samples;
const { class: schoolClass, day, otherClass, pupil, teacher } = sampleValues;
const actor: Actor = { school: drawn.school, person: teacher, roles: ['teacher'], classes: [schoolClass] };
const facts: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [],
  enrolment: 'enrolled',
};
const decide = (id: string, previous: typeof drawn | null = null) => {
  const decision = authorizeWrite(actor, previous, { ...drawn, id }, facts, sample.evening);
  return decision.ok ? 'ok' : `${decision.failure.reason} ${decision.failure.path}`;
};

describe('D98 the key of a record of which there may be many', () => {
  it('is drawn', () => {
    expect(decide(drawn.id)).toBe('ok');
  });

  it.each([
    attendanceDayId(day, pupil),
    justificationId(day, pupil),
    classMovementId(day, otherClass),
    'placement-1',
    drawn.id.toUpperCase(),
  ])('is never one that another record would have: %s', (id) => {
    expect(decide(id)).toBe('identityChanged id');
  });

  it('stays what it is where it stands already', () => {
    expect(decide('placement-1', { ...drawn, id: 'placement-1' })).toBe('ok');
  });
});
