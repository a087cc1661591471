import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COLLECTION_NAMES, type CollectionName } from '../../domain/record/collection-names.ts';
import { type AtWork, beginWork, deviceOf, endWork, openComplete } from './testing/test-staff.ts';

let line: AtWork['line'];
beforeEach(async () => {
  ({ line } = await beginWork());
});
afterEach(endWork);

test('a change pulls the collections that it names, and all where rights may have changed (F.5)', async () => {
  const device = deviceOf(line);
  await openComplete(device);
  const pulled = new Set<string>();
  let answers = 0;
  line.answer = (answer) => {
    answers += 1;
    for (const name of Object.keys(answer.pull)) pulled.add(name);
    return answer;
  };
  /** Until nothing is asked for any more: a first pull ends with an empty page of its own. */
  const quiet = async () => {
    for (let before = -1; before !== answers;) {
      before = answers;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  const after = async (collections?: readonly CollectionName[]) => {
    await quiet();
    pulled.clear();
    const before = answers;
    device.emit('serverChanged', collections ? { collections } : {});
    await vi.waitFor(() => expect(answers).toBeGreaterThan(before));
    await quiet();
    return [...pulled].toSorted();
  };
  const all = [...COLLECTION_NAMES].toSorted();
  expect(await after(['lessons'])).toEqual(['lessons']);
  expect(await after(['lessons', 'attendance'])).toEqual(['attendance', 'lessons']);
  for (const deciding of ['settings', 'roster', 'timetable'] as const)
    expect(await after([deciding]), deciding).toEqual(all);
  expect(await after()).toEqual(all);
});
