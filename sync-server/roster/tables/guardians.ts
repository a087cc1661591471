import type { PersonId } from '../../../domain/base/ids.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { holdersOf, linkChild, slotFor, unlinkChild, type GuardianSlot } from '../draft/link-child.ts';
import type { Roster } from '../draft/roster.ts';
import type { CleanPerson } from '../matching/clean.ts';
import type { Circumstances, Match } from '../matching/find-person.ts';
import type { PersonInput } from '../matching/person-input.ts';
import { phoneKey } from '../matching/identifiers.ts';
import { nameKey } from '../values/names.ts';
import { guardianField, readGuardian, type GuardianNumber, type GuardianPart } from './guardian-cells.ts';
import { columnOf } from '../matching/person-fields.ts';
import { sayRemarks } from './remarks.ts';

/** A guardian of the row, read and looked for. */
interface Candidate {
  readonly number: GuardianNumber;
  readonly input: PersonInput;
}

/** Who has been taken of the row so far. */
interface Taken {
  readonly id: PersonId;
  readonly input: PersonInput;
}

/** Takes the guardians in a pupil's row: the first (G) and the second (X). */
export function saveGuardians(row: RowReader, pupil: PersonId, roster: Roster): void {
  const candidates = ([1, 2] as const).flatMap((number): readonly Candidate[] => {
    const input = readGuardian(row, number, roster.findings);
    return input ? [{ number, input }] : [];
  });
  // Who has no guardian yet has no slot to be asked about: most rows of a first list.
  const known = roster.people.guardiansOf(pupil).length === 0 ? [] : candidates;
  const named = new Set(
    known.flatMap(({ input }) => {
      const { match } = lookFor(input, pupil, roster);
      return match.kind === 'found' ? [match.person.id] : [];
    }),
  );
  let first: Taken | undefined;
  for (const candidate of candidates) {
    const taken = saveGuardian(row, pupil, candidate, { roster, first, named });
    if (taken) named.add(taken.id);
    first ??= taken;
  }
}

/** Looks for a guardian: a name alone does not make the same parent, there must be a common child, or a contact that nobody else has. */
function lookFor(
  input: PersonInput,
  pupil: PersonId,
  { draft, people }: Roster,
): { readonly clean: CleanPerson; readonly match: Match } {
  const childSurname = nameKey(draft.get('person', pupil)?.surname ?? '');
  const circumstances: Circumstances = {
    child: pupil,
    family: ({ data }) => data?.children.some((child) => child.pupil === pupil) === true,
    familyName: ({ data }) =>
      data?.children.some(
        (child) => nameKey(draft.get('person', child.pupil)?.surname ?? '') === childSurname,
      ) === true,
  };
  const clean = people.clean(input, circumstances);
  return { clean, match: people.find(clean, circumstances) };
}

/** Takes one guardian; answers who it is, unless the cells were rejected. */
function saveGuardian(
  row: RowReader,
  pupil: PersonId,
  { number, input }: Candidate,
  context: {
    readonly roster: Roster;
    readonly first: Taken | undefined;
    readonly named: ReadonlySet<PersonId>;
  },
): Taken | undefined {
  const { roster, first, named } = context;
  const { findings, people } = roster;
  const field = (part: GuardianPart) => guardianField(number, part);
  const { clean, match: found } = lookFor(input, pupil, roster);
  if (found.kind === 'refused') {
    const column = { surname: 'Surname', username: 'Username', fiscalCode: 'FiscalCode' } as const;
    findings.reject(row.place(field(column[columnOf(found.code)])), found.code, found.value);
    return undefined;
  }
  const isFirstAgain = found.kind === 'found' && found.person.id === first?.id;
  if (isFirstAgain && found.remark === undefined) {
    const name = listName(found.person);
    // Mother and aunt of one name, or one mother written twice: the contacts of the row contradict each other.
    if (haveOtherContacts(first.input, input)) {
      findings.reject(row.place(field('Surname')), 'guardianTwice', name);
      return undefined;
    }
    findings.warn(row.place(field('Surname')), 'guardianTwice', name);
  }
  // "Rossi Maria" and "Rossi Maria Teresa" in one row are two.
  const match: Match = isFirstAgain && found.remark !== undefined ? { kind: 'none', namesake: true } : found;
  const wanted = number === 1 ? 'first' : 'second';
  const guardian = match.kind === 'found' ? match.person.id : undefined;
  const request = { pupil, guardian, wanted, named } as const;
  if (slotFor(request, roster).kind === 'taken') giveUpSlot(row, pupil, { number, wanted, named }, roster);
  const place = slotFor(request, roster);
  if (place.kind === 'taken') {
    findings.reject(row.place(field('Surname')), 'guardianReplaced', listName(place.by));
    return undefined;
  }
  if (place.slot !== wanted && !isFirstAgain)
    findings.warn(row.place(field('Surname')), 'guardianOrderKept', place.slot === 'first' ? 'G' : 'X');
  const columns = {
    fiscalCode: field('FiscalCode'),
    sourceId: field('Username'),
    sourceUsername: field('Username'),
    emails: field('Email'),
    surname: field('Surname'),
  };
  sayRemarks(row, clean, match, { columns, findings });
  const { id } = people.save(clean, match, row.place(columns.emails));
  linkChild(id, pupil, place.slot, roster);
  return { id, input };
}

/** Ends the link of whoever has the slot, where the row says by name whose place the new guardian takes. */
function giveUpSlot(
  row: RowReader,
  pupil: PersonId,
  {
    number,
    wanted,
    named,
  }: {
    readonly number: GuardianNumber;
    readonly wanted: GuardianSlot;
    readonly named: ReadonlySet<PersonId>;
  },
  roster: Roster,
): void {
  const written = nameKey(row.get(guardianField(number, 'Replaces')));
  for (const holder of holdersOf(pupil, wanted, roster)) {
    const { surname, givenName } = holder;
    const names = [`${surname} ${givenName}`, `${givenName} ${surname}`].map(nameKey);
    if (named.has(holder.id) || !names.includes(written)) continue;
    unlinkChild(holder, pupil, roster);
    roster.findings.warn(row.place(guardianField(number, 'Replaces')), 'guardianNoMore', listName(holder));
  }
}

/** Whether two rows of one name give contacts of the same kind, and none in common. */
function haveOtherContacts(one: PersonInput, other: PersonInput): boolean {
  const phones = ({ phones: own = [] }: PersonInput) => own.flatMap((phone) => phoneKey(phone) ?? []);
  const pairs = [
    [one.emails ?? [], other.emails ?? []],
    [phones(one), phones(other)],
  ] as const;
  const inCommon = pairs.some(([a, b]) => a.some((item) => b.includes(item)));
  return !inCommon && pairs.some(([a, b]) => a.length > 0 && b.length > 0);
}
