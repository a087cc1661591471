import type { Branded } from './schema.ts';

/** A school on its server: the four letters and four digits that open its staff usernames, for example `MORE0001`. */
export type SchoolId = Branded<'SchoolId'>;
/** A class of one school year: year of the first term, level, name and (where needed) site, for example `2026.LS.1A`. */
export type ClassId = Branded<'ClassId'>;
/** A person of one school: pupil, guardian or member of staff. Random and time-ordered. */
export type PersonId = Branded<'PersonId'>;
/** A subject of one school, by a slug of its name, for example `storia`. */
export type SubjectId = Branded<'SubjectId'>;
/** One accepted or waiting write: the idempotency key that the device gives to each save (UUIDv7). */
export type EntryId = Branded<'EntryId'>;
/** A calendar day `YYYY-MM-DD` in the school's own time; it has no time zone. */
export type LocalDate = Branded<'LocalDate'>;
/** A time of day `HH:MM` in the school's own time. */
export type LocalTime = Branded<'LocalTime'>;
/** An instant in UTC, ISO 8601 with milliseconds and `Z`: 24 characters, so that strings sort as time does. */
export type Instant = Branded<'Instant'>;

// The casts below are the only place where a plain string becomes an identifier: the value was checked or made by the caller.

/** Brands a checked school code. */
export const toSchoolId = (value: string): SchoolId => value as SchoolId;
/** Brands a class identifier. */
export const toClassId = (value: string): ClassId => value as ClassId;
/** Brands a person identifier. */
export const toPersonId = (value: string): PersonId => value as PersonId;
/** Brands a subject identifier. */
export const toSubjectId = (value: string): SubjectId => value as SubjectId;
/** Brands an entry identifier. */
export const toEntryId = (value: string): EntryId => value as EntryId;

/** The instant of a millisecond timestamp. */
export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

/** Milliseconds since the epoch of an instant. */
export function instantToMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}
