import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../base/ids.ts';
import { authorizeWrite, type EntryFacts } from '../../entries/authorize-write.ts';
import { actors } from '../../testing/matrix-cast.ts';
import { sampleValues } from '../../record/sample-values.ts';
import { syllabusKind } from './kind.ts';
import { MOST_SYLLABUS_ITEMS, type Syllabus } from './record.ts';

const [empty, , colleagues] = syllabusKind.samples;
const { teacher } = actors;
const march = '2027-03-01';
const facts: EntryFacts = {
  policies: { signingWindow: 'free' } as EntryFacts['policies'],
  year: null,
  hours: [],
  teaches: false,
  subjects: [],
  // A supply teacher of March: on the day that the record bears, nobody of this name taught here.
  subjectsOn: (on: LocalDate) => (on === march ? [empty.subject] : []),
  enrolment: 'never',
};

function write(
  previous: Syllabus | null,
  topics: Syllabus['topics'],
  day: string = march,
  apart: Pick<EntryFacts, 'started'> = {},
) {
  const recordedAt = `${day}T09:00:00.000Z` as Instant;
  const next = { ...empty, topics, recordedAt };
  const decided = authorizeWrite(teacher, previous, next, { ...facts, ...apart }, recordedAt);
  return decided.ok ? 'ok' : decided.failure.reason;
}

const mine = {
  id: 'mine',
  position: 5,
  topic: 'Le potenze',
  by: teacher.person,
  at: `${march}T08:00:00.000Z` as Instant,
};

describe('a syllabus is written', () => {
  it('by whoever teaches the subject on the day of the save, and on no other day', () => {
    expect(write(null, [mine])).toBe('ok');
    expect(write(null, [mine], '2027-03-02')).toBe('forbidden');
  });

  it('keeping what colleagues have written, under their names', () => {
    expect(write(colleagues, [...colleagues.topics, mine])).toBe('ok');
    const [theirs] = colleagues.topics;
    expect(write(colleagues, theirs ? [{ ...theirs, topic: 'Altro' }] : [])).toBe('forbidden');
    expect(write(null, [{ ...mine, by: sampleValues.colleague }])).toBe('forbidden');
  });

  it('with a name of its own for each topic', () => {
    expect(write(null, [mine, { ...mine, topic: 'Le radici' }])).toBe('invalid');
  });

  it('up to its bound; one that devices have filled up apart is kept whole, and takes no topic more', () => {
    const many = (count: number): Syllabus['topics'] =>
      Array.from({ length: count }, (_, index) => ({ ...mine, id: `${index}`, position: index }));
    const full = { ...empty, topics: many(MOST_SYLLABUS_ITEMS) };
    const over = { ...empty, topics: many(MOST_SYLLABUS_ITEMS + 2) };
    expect(write(null, full.topics)).toBe('ok');
    expect(write(full, over.topics)).toBe('invalid');
    expect(write(full, over.topics, march, { started: empty })).toBe('ok');
    expect(write(over, many(MOST_SYLLABUS_ITEMS + 3))).toBe('invalid');
    expect(write(over, over.topics.slice(1))).toBe('ok');
    const [first, ...rest] = over.topics;
    const ticked = first ? [{ ...first, doneOn: march as LocalDate }, ...rest] : rest;
    expect(write(over, ticked)).toBe('ok');
  });
});
