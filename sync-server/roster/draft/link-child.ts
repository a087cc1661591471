import type { PersonId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Roster } from './roster.ts';

/** Which of a child's guardians somebody is: the letter of the account's username (G, X), and no more. */
export type GuardianSlot = PersonalData['children'][number]['guardian'];

/**
 * Where a guardian of a list belongs. `own`: already the child's guardian, in that slot, wherever the list puts the name now. `free`: new,
 * and nobody has the slot. `taken`: new, and the slot is somebody's whom the list does not name: nobody but the office can say whether
 * one takes the place of the other.
 */
export type SlotFor =
  | { readonly kind: 'own' | 'free'; readonly slot: GuardianSlot }
  | { readonly kind: 'taken'; readonly by: Person };

/** What is asked of a slot. */
export interface SlotRequest {
  readonly pupil: PersonId;
  /** Undefined for somebody whom the register does not know yet. */
  readonly guardian: PersonId | undefined;
  /** The slot that the list puts the name in. */
  readonly wanted: GuardianSlot;
  /** Everybody whom the list names as a guardian of the child. */
  readonly named: ReadonlySet<PersonId>;
}

type Source = Pick<Roster, 'draft' | 'people'>;

/** Finds the slot of a guardian. The order of two names in a list is news only for those who are no guardians of the child yet. */
export function slotFor({ pupil, guardian, wanted, named }: SlotRequest, source: Source): SlotFor {
  const own = guardian === undefined ? undefined : slotOf(guardian, pupil, source);
  if (own) return { kind: 'own', slot: own };
  const holders = holdersOf(pupil, wanted, source);
  const stranger = holders.find(({ id }) => !named.has(id));
  if (stranger) return { kind: 'taken', by: stranger };
  if (holders.length === 0) return { kind: 'free', slot: wanted };
  const other = wanted === 'first' ? 'second' : 'first';
  const others = holdersOf(pupil, other, source);
  const left = others.find(({ id }) => !named.has(id));
  if (left) return { kind: 'taken', by: left };
  // A third guardian whom a source names beside the two is one more second.
  return { kind: 'free', slot: others.length === 0 ? other : 'second' };
}

/** The guardians of a child in a slot, without those who have left. */
export function holdersOf(pupil: PersonId, slot: GuardianSlot, { draft, people }: Source): readonly Person[] {
  return people
    .guardiansOf(pupil)
    .filter(({ leftOn }) => leftOn === undefined || leftOn > draft.today)
    .filter(({ id }) => slotOf(id, pupil, { people }) === slot);
}

/** Links a guardian with a child; whoever is linked already keeps the slot, by which an account opens. */
export function linkChild(
  guardian: PersonId,
  pupil: PersonId,
  slot: GuardianSlot,
  { draft, people }: Source,
): void {
  const person = draft.get('person', guardian);
  const data = people.dataOf(guardian);
  if (!person || !data || data.children.some((child) => child.pupil === pupil)) return;
  people.putData(person, { ...data, children: [...data.children, { pupil, guardian: slot }] });
}

/** Ends the link of a guardian whose place the office has given to somebody else; the person's other children stay. */
export function unlinkChild(guardian: Person, pupil: PersonId, { people }: Pick<Source, 'people'>): void {
  const data = people.dataOf(guardian.id);
  if (!data) return;
  people.putData(guardian, { ...data, children: data.children.filter((child) => child.pupil !== pupil) });
}

function slotOf(
  guardian: PersonId,
  pupil: PersonId,
  { people }: Pick<Source, 'people'>,
): GuardianSlot | undefined {
  return people.dataOf(guardian)?.children.find((child) => child.pupil === pupil)?.guardian;
}
