import type { TFunction } from 'i18next';
import { REFUSAL_REASONS } from '../../../domain/access/refusal.ts';
import { toClassId, toPersonId, type LocalDate } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { className } from '../../../domain/records/class.ts';
import { listName } from '../../../domain/records/person.ts';
import type { Directory } from '../../data/register.ts';

/** Reasons that are told to a clerk in other words than to the author. */
const OF_THE_AUTHOR = ['forbidden', 'outdated', 'othersSignature'] as const;

type UncheckedRecord = Readonly<Record<string, unknown>>;

/** What of a record tells a clerk what it is: day, hour, class, pupil, and the words in it. */
const TELLING = ['day', 'hour', 'class', 'pupil', 'topic', 'activity'] as const;

/** How days and hours are said. */
export interface RecordWords {
  readonly day: (day: LocalDate) => string;
  readonly hour: (hour: number) => string;
}

/** A record that nobody has checked yet, in a line: only its plain members, with the names that this computer knows. */
export function recordText(
  record: UncheckedRecord,
  names: Directory | undefined,
  words: RecordWords,
): string {
  return TELLING.flatMap((member) => {
    const value = record[member];
    if (typeof value === 'number') return [member === 'hour' ? words.hour(value) : String(value)];
    if (typeof value !== 'string' || value === '') return [];
    const day = member === 'day' ? parseLocalDate(value) : undefined;
    return [day === undefined ? (nameOf(member, value, names) ?? value) : words.day(day)];
  }).join(' · ');
}

function nameOf(member: string, value: string, names: Directory | undefined): string | undefined {
  const schoolClass = member === 'class' ? names?.schoolClass(toClassId(value)) : undefined;
  const pupil = member === 'pupil' ? names?.person(toPersonId(value)) : undefined;
  return (schoolClass && className(schoolClass)) ?? (pupil && listName(pupil));
}

/** Why an entry could not be taken, in a clerk's words; what this version does not know is shown as the server says it. */
export function refusalText(refusal: string, t: TFunction): string {
  const own = OF_THE_AUTHOR.find((each) => each === refusal);
  if (own) return t(`accounts.handOvers.refusal.${own}`);
  const known = REFUSAL_REASONS.find((each) => each === refusal);
  return known ? t(`common.refusal.${known}`) : refusal;
}
