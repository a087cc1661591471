import {
  APPOINTMENT_ROLES,
  CLASS_ROLES,
  HANDED_OVER_ROLES,
} from '../../../../domain/access/appointment-role.ts';
import { mayAppoint } from '../../../../domain/access/may-appoint.ts';
import type { Field, Option, PaperSection, Words } from '../papers/paper-section.ts';
import { classesNow, dayFields, named, nameOfClass, nameOfPerson, pupilsOfClass } from './people-options.ts';
import { typed } from './typed.ts';

/** Incarichi: who is appointed to what (D216, D217). */
export const APPOINTMENTS: PaperSection<'appointment'> = {
  kind: 'appointment',
  textsOf: ({ person, role, class: ofClass, site, delegatedBy }, words) => ({
    who: nameOfPerson(person, words),
    what: words.t(`who.role.${role}`),
    where: ofClass === undefined ? (site ?? words.t('who.wholeSchool')) : nameOfClass(ofClass, words),
    ...(delegatedBy === undefined
      ? {}
      : { note: words.t('who.delegatedBy', { name: nameOfPerson(delegatedBy, words) }) }),
  }),
  isTheirs: ({ role, person, delegatedBy }, { member, who: { facts } }) =>
    mayAppoint(member, role) &&
    person !== facts.me &&
    (delegatedBy === undefined || HANDED_OVER_ROLES.includes(role)),
  fieldsOf(draft, words) {
    const { t, member } = words;
    const roles = APPOINTMENT_ROLES.filter((role) => mayAppoint(member, role));
    const role = roles.find((each) => each === draft['role']);
    const sites = sitesOf(words);
    const isOfClass = role !== undefined && CLASS_ROLES.includes(role);
    return [
      {
        name: 'role',
        label: t('who.field.role'),
        kind: 'choice',
        options: roles.map((each) => ({ value: each, label: t(`who.role.${each}`) })),
      },
      ...(isOfClass
        ? [
            {
              name: 'class',
              label: t('who.field.class'),
              kind: 'choice',
              options: classesNow(words),
            } as const,
          ]
        : []),
      {
        name: 'person',
        label: t('who.field.person'),
        kind: 'choice',
        options: role === 'classRepresentative' ? electable(draft['class'] ?? '', words) : others(words),
      },
      ...(role === 'staff' && sites.length > 0 ? [siteField(sites, words)] : []),
      ...dayFields(words, { needsEnd: role !== undefined && HANDED_OVER_ROLES.includes(role) }),
    ];
  },
  draftOf: (paper, { today }) => ({
    role: paper?.role ?? '',
    person: paper?.person ?? '',
    class: paper?.class ?? '',
    site: paper?.site ?? '',
    from: paper?.from ?? today,
    to: paper?.to ?? '',
  }),
  paperOf(draft) {
    const { one, person, day, classId, text, optional } = typed(draft);
    const role = one('role', APPOINTMENT_ROLES);
    return {
      kind: 'appointment',
      role,
      person: person('person'),
      ...(CLASS_ROLES.includes(role) ? { class: classId() } : {}),
      ...(role === 'staff' ? optional('site', text) : {}),
      from: day('from'),
      ...optional('to', day),
    };
  },
};

/** Everybody who works here but whoever asks: nobody appoints themselves. */
function others(words: Words): readonly Option[] {
  const { staff, facts } = words.who;
  return named(
    staff.filter(({ id }) => id !== facts.me),
    words,
  );
}

/** The guardians of a class's pupils, and the pupils. */
function electable(schoolClass: string, words: Words): readonly Option[] {
  const { facts, guardiansOf } = words.who;
  const pupils = pupilsOfClass(schoolClass, words);
  const ids = new Set(
    [...guardiansOf].flatMap(([pupil, own]) => (pupils.some(({ value }) => value === pupil) ? own : [])),
  );
  const guardians = named(
    [...ids].flatMap((id) => facts.person(id) ?? []),
    words,
  );
  return [
    ...guardians,
    ...pupils.map((one) => ({ ...one, label: words.t('who.asPupil', { name: one.label }) })),
  ];
}

function sitesOf({ who: { facts }, today }: Words): readonly string[] {
  return [...new Set(facts.classesOn(today).flatMap(({ site }) => site ?? []))].toSorted();
}

function siteField(sites: readonly string[], { t }: Words): Field {
  return {
    name: 'site',
    label: t('who.field.site'),
    kind: 'choice',
    isOptional: true,
    description: t('who.siteHint'),
    options: sites.map((site) => ({ value: site, label: site })),
  };
}
