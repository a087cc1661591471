import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../domain/school/hour-place.ts';
import { isReligionGroup } from '../../../domain/school/who/religion-groups.ts';
import { religionGroupOf } from '../../../domain/hours/pupils-of-lesson.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import type { SchoolFacts } from './school-facts.ts';

type Facts = Pick<SchoolFacts, 'me' | 'plannedHours' | 'mySubstitutions' | 'myAssignments' | 'religion'>;

/**
 * What the timetable foresees for me in an hour of a class, of which a parted one has several (D204): that of the group asked for, else my
 * own, else that of whomever I stand in for, else what the whole class has.
 */
export function plannedForMe(facts: Facts, place: HourPlace): PlannedHour | undefined {
  const { day, schoolClass, hour, group } = place;
  const cells = facts.plannedHours(schoolClass, day).filter((cell) => cell.hour === hour);
  const isMine = ({ teachers }: PlannedHour) => teachers.includes(facts.me);
  if (group !== undefined) {
    const ofGroup = cells.filter((cell) => (cell.group ?? WHOLE_CLASS) === group);
    return ofGroup.find(isMine) ?? cells.find(isMine) ?? ofGroup[0];
  }
  const replaced = substitutionIn(facts, place)?.replaces;
  return (
    cells.find(isMine) ??
    cells.find(({ teachers }) => replaced !== undefined && teachers.includes(replaced)) ??
    cells.find((cell) => cell.group === undefined) ??
    (cells.length === 1 ? cells[0] : undefined)
  );
}

function substitutionIn({ mySubstitutions }: Facts, { day, schoolClass, hour }: HourPlace) {
  return mySubstitutions(day).find((one) => one.class === schoolClass && one.hour === hour);
}

/** The group whose lesson an hour is to me; undefined for the whole class. */
export function lessonGroup(facts: Facts, place: HourPlace): string | undefined {
  if (place.group !== undefined) return place.group === WHOLE_CLASS ? undefined : place.group;
  const planned = plannedForMe(facts, place);
  const isGiven = substitutionIn(facts, place) !== undefined || planned?.teachers.includes(facts.me);
  if (isGiven) return planned?.group;
  return ownGroup(facts, place, planned) ?? planned?.group;
}

/** Whoever has one group of the class and nothing else has that one in every hour, and the alternative that of religion. */
function ownGroup(
  facts: Facts,
  { schoolClass, day }: HourPlace,
  planned: PlannedHour | undefined,
): string | undefined {
  const own = facts.myAssignments(schoolClass, day);
  const { attending } = facts.religion;
  const besideReligion = ({ subject, type }: Assignment) =>
    type === 'alternative' ? type : religionGroupOf(subject, facts.religion);
  const isReligion = planned !== undefined && attending.includes(planned.subject);
  const isAttending = isReligion && own.some(({ subject }) => attending.includes(subject));
  const beside = isReligion && !isAttending ? own.flatMap((one) => besideReligion(one) ?? []) : [];
  const groups: ReadonlySet<string | undefined> = new Set(
    beside.length > 0 ? beside : own.map(({ group }) => group),
  );
  const [only, ...others] = groups;
  return others.length === 0 ? only : undefined;
}

/** What a group of a class is called; of those of the religion hour their subject tells. */
export function groupName(
  { view }: Pick<SchoolFacts, 'view'>,
  schoolClass: HourPlace['schoolClass'],
  group: string | undefined,
): string | undefined {
  if (group === undefined || isReligionGroup(group)) return undefined;
  return view.groupsOf(schoolClass).find(({ code }) => code === group)?.name ?? group;
}

/** One cell for each hour, mine where I have one: a parted hour is one step of the class's day. */
export function onePerHour(hours: readonly PlannedHour[], me: SchoolFacts['me']): readonly PlannedHour[] {
  const byHour = new Map<number, PlannedHour>();
  for (const cell of hours) {
    const known = byHour.get(cell.hour);
    if (!known || (!known.teachers.includes(me) && cell.teachers.includes(me))) byHour.set(cell.hour, cell);
  }
  return [...byHour.values()];
}
