import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { DEFAULT_POLICIES } from '../../kinds/school/record.ts';
import { sample, sampleHours, sampleYear } from '../../testing/sample.ts';
import type { WriteFacts } from '../write-facts.ts';
import { assessingFault } from './may-assess.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const facts: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [sample.maths],
  enrolment: 'enrolled',
};
const test = { day: sample.day, class: sample.class, subject: sample.maths, recordedAt: sample.evening };

describe('who assesses a class in a subject', () => {
  it('D24: is whoever has the subject in the class on the day', () => {
    expect(assessingFault(bianchi, null, test, { ...facts, assesses: () => [sample.maths] })).toBeUndefined();
    expect(assessingFault(bianchi, null, test, { ...facts, assesses: () => [] })).toBe('forbidden');
  });

  it('F.5: is nobody of whom it is not said, though they are in the class for the subject', () => {
    expect(assessingFault(bianchi, null, test, facts)).toBe('forbidden');
    expect(assessingFault(bianchi, test, test, facts)).toBe('forbidden');
  });
});
