import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import { className, nameSlug, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { groupMembershipId, type GroupMembership } from '../../../domain/kinds/group-membership/record.ts';
import { groupId } from '../../../domain/kinds/group/record.ts';
import type { Draft } from '../draft/draft.ts';
import type { Enrolments } from '../draft/enrol.ts';
import type { People } from '../draft/people.ts';
import { tidy } from '../values/names.ts';
import { beginOf, byPupil, endOf, endWithClass, enrolmentIn, isOpen } from './standing.ts';

/** What a cell says of a group: its code, that the whole class is meant, or what can be no group. */
export type GroupCell =
  { readonly kind: 'one'; readonly code: string } | { readonly kind: 'wholeClass' | 'unknown' };

/** The groups of divided classes in a draft. */
export interface Groups {
  /** The group that a cell names by code or name, made if the class has none of it yet. */
  readonly named: (text: string, schoolClass: SchoolClass) => GroupCell;
  /** Puts a pupil of the class into a group; a new one follows the one of before. */
  readonly join: (pupil: PersonId, schoolClass: ClassId, code: string) => void;
  /** Ends the places of a pupil in the groups of classes that the pupil has left. */
  readonly leave: (pupil: PersonId) => void;
  /** Whether this run has given no other group to a post, by the key of the post. */
  readonly isOnlyOneOf: (post: string, code: string) => boolean;
}

const LONGEST_CODE = 20;
const WHOLE_CLASS = /^(?:|no|nessuno|tutti|tutta|intera|intera-classe|classe-intera|tutta-la-classe)$/;

/** Opens the groups of a draft. */
export function createGroups(draft: Draft, people: People, enrolments: Enrolments): Groups {
  const index = byPupil(draft.all('groupMembership'));
  const ofPosts = new Map<string, string>();
  const { today } = draft;
  const put = (membership: Omit<GroupMembership, 'school' | 'author' | 'entry' | 'recordedAt'>) => {
    const person = draft.get('person', membership.pupil);
    if (person) people.putPerson(person);
    draft.put(membership, 'pupils', `person/${membership.pupil}`);
    const saved = draft.get('groupMembership', membership.id);
    if (saved) index.learn(saved);
  };
  return {
    named: (text, schoolClass) => {
      const slug = withoutClass(nameSlug(text), schoolClass);
      if (WHOLE_CLASS.test(slug)) return { kind: 'wholeClass' };
      const known = draft
        .all('group')
        .filter((one) => one.class === schoolClass.id && one.cancelled !== true)
        .find(({ code, name }) => nameSlug(code) === slug || nameSlug(name) === slug);
      const code = known?.code ?? slug.toUpperCase();
      if (code.length > LONGEST_CODE) return { kind: 'unknown' };
      // A group is a part of its class, and counts as that.
      const thing = `class/${schoolClass.id}`;
      const id = groupId(schoolClass.id, code);
      draft.put(schoolClass, 'classes', thing);
      draft.put(
        known ?? { id, kind: 'group', class: schoolClass.id, code, name: tidy(text) },
        'classes',
        thing,
      );
      return { kind: 'one', code };
    },
    join: (pupil, schoolClass, code) => {
      const enrolment = enrolmentIn(enrolments, { pupil, class: schoolClass }, today);
      if (!enrolment) return;
      const before = index.of(pupil, schoolClass);
      const open = before.filter((one) => isOpen(one, today));
      const same = open.find((one) => one.group === code);
      for (const one of open) if (one !== same) put({ ...one, to: endOf(one, today) });
      const from = beginOf(enrolment, before.length === 0, today);
      put(
        same ?? {
          id: groupMembershipId(pupil, schoolClass, code, from),
          kind: 'groupMembership',
          pupil,
          class: schoolClass,
          group: code,
          from,
        },
      );
    },
    leave: (pupil) => {
      for (const one of index.ofPupil(pupil)) {
        const to = endWithClass(enrolments, one, today);
        if (to !== undefined) put({ ...one, to });
      }
    },
    isOnlyOneOf: (post, code) => {
      const known = ofPosts.get(post) ?? code;
      ofPosts.set(post, known);
      return known === code;
    },
  };
}

/** "3C-CHI" is the group CHI of 3C, and "3C" all of it. */
function withoutClass(slug: string, schoolClass: SchoolClass): string {
  const own = nameSlug(className(schoolClass));
  if (slug === own) return '';
  return slug.startsWith(`${own}-`) ? slug.slice(own.length + 1) : slug;
}
