import { toClassId, toPersonId } from '../../../domain/base/ids.ts';
import { className } from '../../../domain/records/class.ts';
import { listName } from '../../../domain/records/person.ts';
import type { Directory } from '../../data/register.ts';

type UncheckedRecord = Readonly<Record<string, unknown>>;

/** What of a record tells a clerk what it is: day, hour, class, pupil, and the words in it. */
const TELLING = ['day', 'hour', 'class', 'pupil', 'topic', 'activity'] as const;

/** A record that nobody has checked yet, in a line: only its plain members, with the names that this computer knows. */
export function recordText(record: UncheckedRecord, names: Directory | undefined): string {
  return TELLING.flatMap((member) => {
    const value = record[member];
    if (typeof value === 'number') return [String(value)];
    if (typeof value !== 'string' || value === '') return [];
    return [nameOf(member, value, names) ?? value];
  }).join(' · ');
}

function nameOf(member: string, value: string, names: Directory | undefined): string | undefined {
  const schoolClass = member === 'class' ? names?.schoolClass(toClassId(value)) : undefined;
  const pupil = member === 'pupil' ? names?.person(toPersonId(value)) : undefined;
  return (schoolClass && className(schoolClass)) ?? (pupil && listName(pupil));
}
