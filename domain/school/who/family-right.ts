import { localDate } from '../../base/local-date.ts';
import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Person } from '../../kinds/person/record.ts';
import { DEFAULT_POLICIES, type School, type SchoolPolicies } from '../../kinds/school/record.ts';
import type { FamilyRight } from '../write-facts.ts';
import type { OfPupils } from './of-pupils.ts';

/** Who of a family asks, and what the school's records say of them. */
export type FamilyMember =
  | { readonly is: 'guardian'; readonly responsibility: FamilyRight }
  | { readonly is: 'student'; readonly mayJustify: boolean };

/** What the decision depends on beside the person. */
export interface FamilyFacts {
  readonly isAdult: boolean;
  /** Whether the pupil, once adult, has been given the right. */
  readonly studentMayJustify: boolean;
  readonly policies: Pick<SchoolPolicies, 'justification'>;
}

/** What somebody of a family may do about a pupil's justifications: the adult student's own right replaces the parents', unless the school keeps both (D87). */
export function familyRight(member: FamilyMember, facts: FamilyFacts): FamilyRight {
  const { isAdult, studentMayJustify, policies } = facts;
  if (member.is === 'student') return isAdult && member.mayJustify ? 'full' : 'readOnly';
  const isReplaced = isAdult && studentMayJustify && policies.justification?.parentsOfAdults !== true;
  return member.responsibility === 'full' && isReplaced ? 'readOnly' : member.responsibility;
}

/** What a school has written down that decides about the rights of a family. */
export interface FamilyRecords extends Pick<OfPupils, 'hasOwnRights' | 'guardianRights'> {
  readonly school: Pick<School, 'policies'> | undefined;
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** What somebody of a pupil's family may do on a day, by the records of the school (D87, D233). */
export function familyRightOn(
  view: FamilyRecords,
  person: PersonId,
  pupil: PersonId,
  on: LocalDate,
): FamilyRight {
  const birthday = view.people.get(pupil)?.birthDate;
  const studentMayJustify = view.hasOwnRights(pupil, on);
  const member: FamilyMember =
    person === pupil
      ? { is: 'student', mayJustify: studentMayJustify }
      : { is: 'guardian', responsibility: view.guardianRights(person, pupil, on) };
  return familyRight(member, {
    isAdult: birthday !== undefined && isAdultOn(birthday, on),
    studentMayJustify,
    policies: view.school?.policies ?? DEFAULT_POLICIES,
  });
}

/** Whether somebody is an adult on a day: from the eighteenth birthday on, that day included (D234); who was born on 29 February, from 1 March. */
export function isAdultOn(birthday: LocalDate, day: LocalDate): boolean {
  const [year = '', month = '', date = ''] = birthday.split('-');
  const isLeapDay = month === '02' && date === '29';
  const from = isLeapDay
    ? localDate(Number(year) + 18, 3, 1)
    : localDate(Number(year) + 18, Number(month), Number(date));
  return day >= from;
}
