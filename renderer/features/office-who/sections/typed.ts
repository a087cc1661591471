import {
  toClassId,
  toPersonId,
  type ClassId,
  type LocalDate,
  type PersonId,
} from '../../../../domain/base/ids.ts';
import { must } from '../../../../domain/base/assert.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { Draft } from '../papers/paper-section.ts';

/** What was typed, field by field, as the paper says it. A form is read when every field that must be filled is. */
export interface Typed {
  text(name: string): string;
  /** The text as one of these words. */
  one<T extends string>(name: string, of: readonly T[]): T;
  classId(): ClassId;
  person(name: string): PersonId;
  day(name: string): LocalDate;
  number(name: string): number;
  /** The member, where something was typed for it. */
  optional<K extends string, V>(name: K, read: (name: K) => V): { readonly [N in K]?: V };
}

/** Reads a form. */
export function typed(draft: Draft): Typed {
  const text = (name: string) => (draft[name] ?? '').replaceAll(/\s+/gu, ' ').trim();
  return {
    text,
    one: (name, of) =>
      must(
        of.find((each) => each === text(name)),
        `one of the words for ${name}`,
      ),
    classId: () => toClassId(text('class')),
    person: (name) => toPersonId(text(name)),
    day: (name) => must(parseLocalDate(text(name)), `a day for ${name}`),
    number: (name) => Number(text(name)),
    optional: <K extends string, V>(name: K, read: (name: K) => V) =>
      // One member, of the name that was asked for.
      (text(name) === '' ? {} : { [name]: read(name) }) as { readonly [N in K]?: V },
  };
}
