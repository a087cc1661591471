import type { TFunction } from 'i18next';
import { combineLatest, map, of, shareReplay, type Observable } from 'rxjs';
import type { Register } from '../data/register.ts';
import type { Format } from '../i18n/format.ts';

/** One thing that waits for somebody. */
export interface ToDoItem {
  /** Unique in its list. */
  readonly id: string;
  /** How many it stands for; one without it. */
  readonly count?: number;
  /** Where it is done. */
  readonly to: string;
  /** What it is, and what tells it from others. */
  readonly told: (t: TFunction, format: Format) => { readonly label: string; readonly detail?: string };
}

/** A list of things of one kind that wait. */
export interface ToDoList {
  readonly id: string;
  readonly title: (t: TFunction) => string;
  /** What is looked at, where that is not everything. */
  readonly note?: (t: TFunction) => string;
  /** What waits, live. */
  readonly items: (register: Register) => Observable<readonly ToDoItem[]>;
}

/** A list with what waits in it. */
export interface OpenToDo extends Pick<ToDoList, 'id' | 'title'> {
  readonly items: readonly ToDoItem[];
  readonly count: number;
}

type Open = Observable<readonly OpenToDo[]>;

/** What waits, as it is being followed: the rail, Da fare and Oggi ask the same, and the queries are made once for all of them. */
const followed = new WeakMap<Register, WeakMap<readonly ToDoList[], Open>>();

/** Everything that waits for somebody, live: the lists in which something does, in their order. */
export function openToDo(register: Register, lists: readonly ToDoList[]): Open {
  const ofRegister = followed.get(register) ?? new WeakMap<readonly ToDoList[], Open>();
  followed.set(register, ofRegister);
  const open = ofRegister.get(lists) ?? ask(register, lists);
  ofRegister.set(lists, open);
  return open;
}

function ask(register: Register, lists: readonly ToDoList[]): Open {
  if (lists.length === 0) return of([]);
  return combineLatest(
    lists.map(({ id, title, items }) =>
      items(register).pipe(map((open) => ({ id, title, items: open, count: countOf(open) }))),
    ),
  ).pipe(
    map((all) => all.filter(({ count }) => count > 0)),
    // Nobody following it ends it.
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}

function countOf(items: readonly ToDoItem[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0);
}
