import type { PersonId } from '../../../../domain/base/ids.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { isReligionGroup, RELIGION_GROUPS } from '../../../../domain/school/who/religion-groups.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../../domain/school/hour-place.ts';
import { groupName, plannedForMe } from '../../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { pupilsOfHour } from '../../../views/hours/pupils-of-hour.ts';
import type { ClassHour, PupilHour } from './class-hour.ts';

/** For which part of the class the hour is, and for which it may be signed as long as it is not. */
export function partOf(
  facts: SchoolFacts,
  place: HourPlace & { readonly group: string },
  isOpen: boolean,
): Pick<ClassHour, 'part' | 'parts'> {
  const { schoolClass, day, hour, group } = place;
  const cells = facts.plannedHours(schoolClass, day).filter((cell) => cell.hour === hour);
  const { attending } = facts.religion;
  const ofReligion = cells.some((cell) => isReligionGroup(cell.group) || attending.includes(cell.subject));
  const groups = facts.view
    .groupsOf(schoolClass)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'it'))
    .map(({ code }) => code);
  const known = [WHOLE_CLASS, ...groups, ...(ofReligion ? RELIGION_GROUPS : [])];
  const codes = known.includes(group) ? known : [...known, group];
  const foreseen = plannedForMe(facts, place)?.subject;
  const isReligion = foreseen !== undefined && attending.includes(foreseen);
  const named = (code: string) => {
    if (code === WHOLE_CLASS && isReligion) return { group: code, isAttending: true } as const;
    const name = groupName(facts, schoolClass, code === WHOLE_CLASS ? undefined : code);
    return { group: code, ...(name === undefined ? {} : { name }) };
  };
  return { part: named(group), parts: isOpen && codes.length > 1 ? codes.map(named) : [] };
}

/** The pupils of an hour; in the hour of religion with who has no choice on record, where those of the class are known (D94, D204). */
export function withMissingChoices(
  { view }: Pick<SchoolFacts, 'view'>,
  { day, schoolClass }: Pick<HourPlace, 'day' | 'schoolClass'>,
  { isAttending }: ClassHour['part'],
  pupils: readonly PupilHour[],
): readonly PupilHour[] {
  if (!isAttending || !view.hasReligionChoices(schoolClass)) return pupils;
  return pupils.map((pupil) =>
    view.religionChoiceOn(pupil.person.id, schoolClass, day) === undefined
      ? { ...pupil, lacksChoice: true }
      : pupil,
  );
}

/**
 * The hours of the day whose roll was called with a pupil on it: that of another group, or of the religion hour of others, says nothing of
 * them (D204).
 */
export function rolledHours(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  bells: readonly BellHour[],
): (pupil: PersonId) => ReadonlySet<number> {
  const rolls = lessons.flatMap((lesson) => {
    const { day, hour, class: schoolClass, rollCall, group = WHOLE_CLASS } = lesson;
    const bell = rollCall && bells.find((one) => one.hour === hour);
    if (!bell) return [];
    return [{ hour, pupils: new Set(pupilsOfHour(facts, { day, hour, schoolClass, group }, bell, lesson)) }];
  });
  return (pupil) => new Set(rolls.flatMap(({ hour, pupils }) => (pupils.has(pupil) ? [hour] : [])));
}
