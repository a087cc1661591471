import { Subject, finalize, defer } from 'rxjs';
import { expect, test } from 'vitest';
import type { Register } from '../data/register.ts';
import { openToDo, type OpenToDo, type ToDoItem, type ToDoList } from './to-do.ts';

/** Lists of what waits, which count how often they are asked and followed. */
function countedLists() {
  const counted = { asked: 0, followed: 0 };
  const source = new Subject<readonly ToDoItem[]>();
  const list = (id: string): ToDoList => ({
    id,
    title: () => id,
    items: () =>
      defer(() => {
        counted.asked += 1;
        counted.followed += 1;
        return source.pipe(finalize(() => (counted.followed -= 1)));
      }),
  });
  return { counted, source, lists: [list('hours'), list('topics')] };
}

const item = (id: string): ToDoItem => ({ id, to: '/', told: () => ({ label: id }) });
// The lists of this test ask nothing of a register.
const someRegister = () => ({}) as Register;

test('what waits is asked once for all who follow it, and the last one who goes ends it', () => {
  const { counted, source, lists } = countedLists();
  const register = someRegister();
  const heard: (readonly OpenToDo[])[] = [];
  const rail = openToDo(register, lists).subscribe((open) => heard.push(open));
  source.next([item('one')]);
  const page = openToDo(register, lists).subscribe((open) => heard.push(open));
  expect(counted).toEqual({ asked: 2, followed: 2 });
  expect(heard.map((open) => open.map(({ count }) => count))).toEqual([
    [1, 1],
    [1, 1],
  ]);
  page.unsubscribe();
  expect(counted.followed).toBe(2);
  rail.unsubscribe();
  expect(counted.followed).toBe(0);
  const again = openToDo(register, lists).subscribe();
  expect(counted).toEqual({ asked: 4, followed: 2 });
  again.unsubscribe();
});

test('what waits in one account is not what waits in another', () => {
  const { counted, lists } = countedLists();
  const [one, other] = [someRegister(), someRegister()].map((register) =>
    openToDo(register, lists).subscribe(),
  );
  expect(counted.asked).toBe(4);
  one?.unsubscribe();
  expect(counted.followed).toBe(2);
  other?.unsubscribe();
});
