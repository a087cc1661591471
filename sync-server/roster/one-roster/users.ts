import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import type { PersonInput } from '../matching/person-input.ts';
import type { Roster } from '../draft/roster.ts';
import { lettersWithoutGlyph } from '../../letters/typefaces.ts';
import { isPlausibleBirth } from '../matching/plausible-birth.ts';
import { isBrokenName, isNoName } from '../values/broken-names.ts';
import { readEmail, readSex, splitList } from '../values/cells.ts';
import { hasShortYear, readDate } from '../values/dates.ts';
import { nameKey, niceName } from '../values/names.ts';
import { readPhones } from '../values/phones.ts';
import type { Findings } from '../report/import-report.ts';
import { activeRows, withoutContradictions } from './active-rows.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';

/** What a OneRoster role makes of a person here. */
type Part = { readonly type: 'pupil' | 'guardian' } | { readonly type: 'staff'; readonly role: StaffRole };

const PARTS: Readonly<Record<string, Part>> = {
  student: { type: 'pupil' },
  guardian: { type: 'guardian' },
  parent: { type: 'guardian' },
  relative: { type: 'guardian' },
  teacher: { type: 'staff', role: 'teacher' },
  aide: { type: 'staff', role: 'ata' },
  proctor: { type: 'staff', role: 'ata' },
  counselor: { type: 'staff', role: 'ata' },
  principal: { type: 'staff', role: 'principal' },
  administrator: { type: 'staff', role: 'office' },
  siteadministrator: { type: 'staff', role: 'office' },
  districtadministrator: { type: 'staff', role: 'office' },
  systemadministrator: { type: 'staff', role: 'office' },
};

interface Held {
  readonly part: Part;
  readonly until: LocalDate | undefined;
}

/** The users of a set, by source identifier and by what they are. */
export interface ImportedUsers {
  readonly staff: ReadonlyMap<string, PersonId>;
  readonly pupils: ReadonlyMap<string, PersonId>;
  readonly guardians: ReadonlyMap<string, PersonId>;
  /** The people that each pupil's row names as related. */
  readonly agents: readonly {
    readonly row: OneRosterRow;
    readonly pupil: PersonId;
    readonly agents: readonly string[];
  }[];
}

/** Takes the users with their roles (`roles.csv`, or the column of version 1.1); passwords are never read. */
export function importUsers(set: OneRosterSet, roster: Roster): ImportedUsers {
  const { findings } = roster;
  const roles = rolesByUser(set, roster);
  const births = new Map(set.rows('demographics').map((row) => [row.get('sourcedId'), row] as const));
  const people = {
    staff: new Map<string, PersonId>(),
    pupil: new Map<string, PersonId>(),
    guardian: new Map<string, PersonId>(),
  };
  const relations: Relation[] = [];
  const active = activeRows(set.rows('users'), findings, (deleted) => leaveKnown(deleted, roster));
  for (const row of withoutContradictions(active, nameOf, findings)) {
    const sourceId = row.get('sourcedId');
    const held = [...(roles.get(sourceId) ?? []), ...roleColumn(row)];
    const spoilt = (['familyName', 'givenName'] as const).find((column) => faultOfName(row.get(column)));
    if (spoilt !== undefined)
      findings.reject(row.place(spoilt), faultOfName(row.get(spoilt)) ?? 'notAName', row.get(spoilt));
    else if (niceName(row.get('familyName')) === '')
      findings.reject(row.place('familyName'), 'missingSurname');
    else if (niceName(row.get('givenName')) === '')
      findings.reject(row.place('givenName'), 'missingGivenName');
    else if (held.length === 0)
      findings.reject(
        row.place(row.get('role') ? 'role' : 'sourcedId'),
        row.get('role') ? 'unknownRole' : 'userWithoutRole',
        row.get('role'),
      );
    else {
      for (const [type, parts] of Map.groupBy(held, ({ part }) => part.type)) {
        const person = saveUser(row, type, parts, births.get(sourceId), roster);
        if (!person) continue;
        people[type].set(sourceId, person.id);
        if (type === 'pupil' && person.birthDate === undefined)
          findings.warn(row.place('sourcedId'), 'noBirthDate');
        if (type !== 'staff') relations.push({ row, type, named: splitList(row.get('agentSourcedIds')) });
      }
    }
  }
  const pupilOf = (sourceId: string) =>
    people.pupil.get(sourceId) ??
    (set.isWhole('users') ? undefined : roster.people.bySourceId('pupil', sourceId)?.id);
  const agents = agentsByPupil(relations, pupilOf);
  return { staff: people.staff, pupils: people.pupil, guardians: people.guardian, agents };
}

interface Relation {
  readonly row: OneRosterRow;
  readonly type: 'pupil' | 'guardian';
  readonly named: readonly string[];
}

/**
 * The agents of each pupil: those whom the pupil's row names, then those whose own row names the pupil. The standard says "a user to whom
 * this user has a relationship" and leaves open on which side it is written; many sources write it on the guardian's alone.
 */
function agentsByPupil(
  relations: readonly Relation[],
  pupilOf: (sourceId: string) => PersonId | undefined,
): ImportedUsers['agents'] {
  const found = new Map<PersonId, { readonly row: OneRosterRow; readonly agents: Set<string> }>();
  const add = (sourceId: string, agents: readonly string[], row: OneRosterRow) => {
    const pupil = pupilOf(sourceId);
    if (pupil === undefined || agents.length === 0) return;
    const own = found.get(pupil);
    if (own) for (const agent of agents) own.agents.add(agent);
    else found.set(pupil, { row, agents: new Set(agents) });
  };
  for (const { row, type, named } of relations) if (type === 'pupil') add(row.get('sourcedId'), named, row);
  for (const { row, type, named } of relations)
    if (type === 'guardian') for (const pupil of named) add(pupil, [row.get('sourcedId')], row);
  return [...found].map(([pupil, { row, agents }]) => ({ row, pupil, agents: [...agents] }));
}

/** What a name of a set has against it; nothing where it may be one. */
function faultOfName(name: string): 'brokenCharacter' | 'notAName' | undefined {
  if (isBrokenName(name)) return 'brokenCharacter';
  return isNoName(name) ? 'notAName' : undefined;
}

/** What a user is called: two rows of one identifier with different names are two people, and nobody knows whom the others mean. */
function nameOf(row: OneRosterRow): string {
  return [row.get('familyName'), row.get('givenName')].map(nameKey).join('/');
}

function rolesByUser(set: OneRosterSet, { draft, findings }: Roster): ReadonlyMap<string, readonly Held[]> {
  const users = new Set(set.rows('users').map((row) => row.get('sourcedId')));
  const roles = new Map<string, Held[]>();
  for (const row of activeRows(set.rows('roles'), findings)) {
    const user = row.get('userSourcedId');
    const part = PARTS[row.get('role').toLowerCase()];
    if (!users.has(user)) findings.reject(row.place('userSourcedId'), 'unknownUser', user);
    else if (!part) findings.reject(row.place('role'), 'unknownRole', row.get('role'));
    else {
      const until = row.get('endDate') === '' ? undefined : readDate(row.get('endDate'), draft.today);
      if (row.get('endDate') !== '' && !until) {
        findings.reject(row.place('endDate'), 'badDate', row.get('endDate'));
        continue;
      }
      if (until && until < draft.today) findings.warn(row.place('endDate'), 'roleEnded', until);
      roles.set(user, [...(roles.get(user) ?? []), { part, until }]);
    }
  }
  return roles;
}

/** The role column of version 1.1. */
function roleColumn(row: OneRosterRow): readonly Held[] {
  const part = PARTS[row.get('role').toLowerCase()];
  return part ? [{ part, until: undefined }] : [];
}

function saveUser(
  row: OneRosterRow,
  type: Person['type'],
  held: readonly Held[],
  demographics: OneRosterRow | undefined,
  { draft, findings, people }: Roster,
): Person | undefined {
  const email = readEmail(row.get('email'));
  if (row.get('email') !== '' && email === undefined)
    findings.warn(row.place('email'), 'badEmail', row.get('email'));
  // Once every role of the kind has ended, the person has left: the account must not work any more.
  const ends = held.map(({ until }) => until).filter((until) => until !== undefined);
  const last = ends.toSorted().at(-1);
  const leftOn = ends.length === held.length && last !== undefined && last < draft.today ? last : undefined;
  const birthText = demographics?.get('birthDate') ?? '';
  const birthDate = birthText === '' ? undefined : readDate(birthText, draft.today);
  if (demographics && birthText !== '' && !birthDate) {
    findings.reject(demographics.place('birthDate'), 'badDate', birthText);
    return undefined;
  }
  const isPupil = type === 'pupil';
  if (
    demographics &&
    birthDate &&
    !isPlausibleBirth(birthDate, { today: draft.today, isPupil, isShort: hasShortYear(birthText) })
  ) {
    findings.reject(demographics.place('birthDate'), 'implausibleBirthDate', birthText);
    return undefined;
  }
  const input: PersonInput = {
    type,
    surname: niceName(row.get('familyName')),
    givenName: niceName(row.get('givenName')),
    birthDate,
    sex: readSex(demographics?.get('sex') ?? ''),
    birthPlace: niceName(demographics?.get('cityOfBirth') ?? ''),
    sourceId: row.get('sourcedId'),
    sourceUsername: row.get('username'),
    emails: email === undefined ? [] : [email],
    phones: [...new Set((['phone', 'sms'] as const).flatMap((column) => phonesOf(row, column, findings)))],
    roles: held.flatMap(({ part }) => (part.type === 'staff' ? [part.role] : [])),
    leftOn,
  };
  const circumstances = {
    isSetKey: true,
    // A name alone does not make the same person: there must be the same post.
    isEligible: (candidate: Person) =>
      type !== 'staff' || candidate.roles.some((role) => input.roles?.includes(role)),
  };
  const clean = people.clean(input, circumstances);
  const match = people.find(clean, circumstances);
  if (match.kind === 'refused') {
    findings.reject(row.place('sourcedId'), match.code, match.value);
    return undefined;
  }
  const place = row.place('sourcedId');
  for (const { code, value } of clean.remarks) findings.warn(place, code, value);
  const unprinted = lettersWithoutGlyph(`${input.surname} ${input.givenName}`);
  if (unprinted.length > 0) findings.warn(row.place('familyName'), 'notPrintable', unprinted.join(' '));
  if (match.remark) findings.warn(place, match.remark.code, match.remark.value);
  return people.save(clean, match, row.place('email'));
}

/** The numbers of a cell, read as those of the tables are; what is none is left out and said. */
function phonesOf(row: OneRosterRow, column: 'phone' | 'sms', findings: Findings): readonly string[] {
  const { phones, unread } = readPhones(row.get(column));
  for (const text of unread) findings.warn(row.place(column), 'badPhone', text);
  return phones;
}

/** Marks as having left whom an earlier import made of a row; false when there is nobody. */
function leaveKnown(row: OneRosterRow, { draft, people }: Roster): boolean {
  const sourceId = row.get('sourcedId');
  const known = (['staff', 'pupil', 'guardian'] as const).flatMap(
    (type) => people.bySourceId(type, sourceId) ?? [],
  );
  for (const person of known) people.putPerson({ ...person, leftOn: person.leftOn ?? draft.today });
  return known.length > 0;
}
