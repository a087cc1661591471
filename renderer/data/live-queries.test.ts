import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { kinds, type RegisterRecord } from '../../domain/kinds/registry.ts';
import { createLiveQueries, fits } from './live-queries.ts';

const [day] = kinds.attendanceDay.samples;

test('a record that is looked for by its key is found among several', () => {
  expect(fits(day, { id: [day.id, 'another'] })).toBe(true);
  expect(fits(day, { id: ['another'] })).toBe(false);
  expect(fits(day, { id: [] })).toBe(false);
});

test('a query by keys says of those alone that there is no such record', () => {
  const queries = createLiveQueries();
  const members = { class: day.class, day: day.day };
  const known: unknown[] = [];
  // As long as somebody is subscribed the answer is remembered.
  of<readonly RegisterRecord[]>([])
    .pipe(queries.follow('attendance', { id: [day.id] }))
    .subscribe(() =>
      known.push(...[day.id, 'another'].map((id) => queries.recall('attendance', { id, members }))),
    );
  expect(known).toEqual([{}, undefined]);
});
