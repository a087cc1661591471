import { must } from '../../domain/base/assert.ts';
import type { ClassId, PersonId } from '../../domain/base/ids.ts';
import { byKind, type RecordsByKind } from '../../domain/kinds/by-kind.ts';
import { className } from '../../domain/kinds/class/record.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from '../../domain/kinds/registry.ts';
import { listName } from '../../domain/kinds/person/record.ts';
import { familyUsername, type FamilyAccountKind } from '../../domain/people/username.ts';
import type { DemoAccount } from './accounts.ts';
import { createRandom } from './random.ts';

/** An account of a family that its owner uses already. */
export interface DemoFamilyAccount {
  readonly person: PersonId;
  readonly pupil: PersonId;
  readonly kind: FamilyAccountKind;
  readonly username: string;
}

/** What a school's family accounts are chosen from. */
export interface FamilySource {
  readonly school: string;
  readonly name: string;
  readonly password: string;
  readonly records: readonly RegisterRecord[];
  /** The class of the printed teachers. */
  readonly showcase: ClassId;
}

/** The accounts of families in one school, and as they are printed. */
export interface SchoolFamilies {
  readonly families: readonly DemoFamilyAccount[];
  readonly accounts: readonly DemoAccount[];
}

interface Guardianship {
  readonly person: PersonId;
  readonly pupil: PersonId;
  readonly kind: FamilyAccountKind;
  /** The same for a person in two schools. */
  readonly fiscalCode: string;
}

/**
 * Chooses a few families: of every school both guardians of one pupil of the showcase class, and that pupil where it may have an account;
 * and one guardian with children in two schools, under accounts that are not joined yet.
 */
export function chooseFamilies(schools: readonly FamilySource[], seed: number): readonly SchoolFamilies[] {
  const random = createRandom(seed, 'family accounts');
  const numbers = new Set<number>();
  const username = (kind: FamilyAccountKind) => {
    for (;;) {
      const number = random.integer(100_000, 999_999);
      if (numbers.has(number)) continue;
      numbers.add(number);
      return familyUsername(kind, number);
    }
  };
  const guardianships = schools.map(guardianshipsOf);
  const shared = sharedGuardian(guardianships);
  return schools.map((school, index) => {
    const all = guardianships[index] ?? [];
    const common = all.find(({ fiscalCode }) => fiscalCode === shared);
    const couple = coupleIn(school, all, common?.fiscalCode);
    const chosen = [...(common ? [common] : []), ...couple];
    const pupil = couple[0]?.pupil;
    const level = of(school, 'class').find(({ id }) => id === school.showcase)?.level;
    const student =
      pupil !== undefined && level === 'upperSecondary'
        ? [{ person: pupil, pupil, kind: 'student' as const }]
        : [];
    const families = [...chosen, ...student].map(({ person, pupil: child, kind }) => ({
      person,
      pupil: child,
      kind,
      username: username(kind),
    }));
    return { families, accounts: families.map((account) => printed(school, account)) };
  });
}

function guardianshipsOf(school: FamilySource): readonly Guardianship[] {
  const here = new Set(
    of(school, 'enrolment')
      .filter(({ to }) => to === undefined)
      .map(({ pupil }) => pupil),
  );
  // An account that is printed shows all that a guardian may do.
  const restricted = new Set(of(school, 'guardianship').map(({ guardian }) => guardian));
  return of(school, 'personalData').flatMap(({ person, fiscalCode = '', children }) =>
    children
      .filter(({ pupil }) => here.has(pupil) && !restricted.has(person))
      .map(({ pupil, guardian }) => ({
        person,
        pupil,
        fiscalCode,
        kind: guardian === 'first' ? ('firstGuardian' as const) : ('secondGuardian' as const),
      })),
  );
}

/** The fiscal code of a first guardian with children in every school. */
function sharedGuardian(schools: readonly (readonly Guardianship[])[]): string | undefined {
  const [first = [], ...others] = schools;
  if (others.length === 0) return undefined;
  const isEverywhere = (code: string) =>
    others.every((all) => all.some(({ fiscalCode }) => fiscalCode === code));
  return first.find(({ fiscalCode, kind }) => kind === 'firstGuardian' && isEverywhere(fiscalCode))
    ?.fiscalCode;
}

/** Both guardians of the first pupil of the showcase class who has two, and neither of whom is chosen already. */
function coupleIn(
  school: FamilySource,
  all: readonly Guardianship[],
  taken: string | undefined,
): readonly Guardianship[] {
  const inShowcase = new Set(
    of(school, 'enrolment')
      .filter((enrolment) => enrolment.class === school.showcase && enrolment.to === undefined)
      .map(({ pupil }) => pupil),
  );
  const couples = Map.groupBy(
    all.filter(({ pupil }) => inShowcase.has(pupil)),
    ({ pupil }) => pupil,
  );
  const isFree = (couple: readonly Guardianship[]) =>
    couple.length === 2 && couple.every(({ fiscalCode }) => fiscalCode !== taken);
  return [...couples.values()].find(isFree) ?? [];
}

function printed(school: FamilySource, { person, pupil, kind, username }: DemoFamilyAccount): DemoAccount {
  const people = of(school, 'person');
  const named = (id: PersonId) =>
    must(
      people.find((one) => one.id === id),
      'whoever has an account is in the school',
    );
  const enrolment = of(school, 'enrolment').find((one) => one.pupil === pupil && one.to === undefined);
  const schoolClass = of(school, 'class').find(({ id }) => id === enrolment?.class);
  return {
    school: school.school,
    schoolName: school.name,
    role: kind === 'student' ? 'student' : 'guardian',
    name: listName(named(person)),
    username,
    password: school.password,
    classes: schoolClass ? [className(schoolClass)] : [],
    ...(kind === 'student' ? {} : { child: listName(named(pupil)) }),
  };
}

/** A school's records are sorted once, and asked for a kind many times. */
const sorted = new WeakMap<readonly RegisterRecord[], RecordsByKind>();

function of<K extends RecordKind>({ records }: FamilySource, kind: K): readonly RecordOfKind<K>[] {
  const known = sorted.get(records) ?? byKind(records);
  sorted.set(records, known);
  return known(kind);
}
