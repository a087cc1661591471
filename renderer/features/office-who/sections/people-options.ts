import { classNameAmong } from '../../../../domain/kinds/class/record.ts';
import type { ClassId, PersonId } from '../../../../domain/base/ids.ts';
import { compareByName, listName, type Person } from '../../../../domain/kinds/person/record.ts';
import { startYearOf } from '../../../../domain/school/calendar.ts';
import type { Field, Option, Words } from '../papers/paper-section.ts';

/** The classes of this school year. */
export function classesNow({ who: { facts }, today, t }: Words): readonly Option[] {
  const classes = facts.classesOn(today);
  const levels = {
    primary: t('common.levelShort.primary'),
    lowerSecondary: t('common.levelShort.lowerSecondary'),
    upperSecondary: t('common.levelShort.upperSecondary'),
  };
  return classes.map((one) => ({ value: one.id, label: classNameAmong(one, classes, levels) }));
}

/** How a class is called; that of another year with it. */
export function nameOfClass(id: ClassId | undefined, words: Words): string {
  const { facts } = words.who;
  const found = id === undefined ? undefined : facts.schoolClass(id);
  if (!found) return '';
  const known = classesNow(words).find(({ value }) => value === id);
  if (known) return known.label;
  const name = `${found.year}${found.section}`;
  return found.startYear === startYearOf(words.today)
    ? name
    : `${name} (${found.startYear}/${found.startYear + 1})`;
}

/** How somebody is called in a list. */
export function nameOfPerson(id: PersonId, { who: { facts }, t }: Words): string {
  const person = facts.person(id);
  return person ? listName(person) : t('who.unknownPerson');
}

/** The pupils who are or were in a class, by name; two of one name with the day of their birth. */
export function pupilsOfClass(schoolClass: string, words: Words): readonly Option[] {
  const { facts } = words.who;
  const classOf = facts.classesOn(words.today).find(({ id }) => id === schoolClass);
  const ids = classOf ? new Set(facts.enrolmentsOf(classOf.id).map(({ pupil }) => pupil)) : [];
  return named(
    [...ids].flatMap((id) => facts.person(id) ?? []),
    words,
  );
}

/** Options that name people, in their order. */
export function named(people: readonly Person[], { format }: Words): readonly Option[] {
  const ordered = people.toSorted(compareByName);
  const isTwice = (name: string) => ordered.filter((one) => listName(one) === name).length > 1;
  return ordered.map((one) => {
    const name = listName(one);
    const born = one.birthDate && isTwice(name) ? ` (${format.numericDay(one.birthDate)})` : '';
    return { value: one.id, label: `${name}${born}` };
  });
}

/** First the class, then the pupil: a school has more pupils than a list can offer. */
export function pupilFields(schoolClass: string, words: Words): readonly Field[] {
  const { t } = words;
  return [
    { name: 'class', label: t('who.field.class'), kind: 'choice', options: classesNow(words) },
    {
      name: 'pupil',
      label: t('who.field.pupil'),
      kind: 'choice',
      options: pupilsOfClass(schoolClass, words),
    },
  ];
}

/** The first and the last day of what lasts until somebody ends it. */
export function dayFields({ t }: Words, { needsEnd = false } = {}): readonly Field[] {
  return [
    { name: 'from', label: t('who.field.from'), kind: 'day', isHalf: true },
    { name: 'to', label: t('who.field.to'), kind: 'day', isHalf: true, isOptional: !needsEnd },
  ];
}

/** The class in which a pupil is now, or was last: where a paper names none. */
export function classOfPupil(pupil: PersonId, { who: { facts }, today }: Words): ClassId | undefined {
  const own = facts.enrolmentsOfPupil(pupil);
  const now = own.find(({ from, to }) => from <= today && (to === undefined || to >= today));
  return (now ?? own.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1))?.class;
}
