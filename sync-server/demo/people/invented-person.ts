import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, localDate } from '../../../domain/base/local-date.ts';
import { ITALIAN_SURNAMES, STAFF_FEMALE, STAFF_MALE } from '../names/italian.ts';
import { ORIGINS, type NameOrigin } from '../names/origins.ts';
import { STREETS, TOWNS } from '../names/places.ts';
import type { Random } from '../random.ts';
import { asciiLetters, fiscalCodeOf } from './fiscal-code.ts';

/** An invented person, before a school gives them a record. */
export interface InventedPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: LocalDate;
  readonly birthPlace: string;
  readonly fiscalCode: string;
  readonly email: string;
  readonly phone: string;
}

/** Where a household lives. */
export interface Household {
  readonly address: string;
  readonly city: string;
  readonly province: string;
}

/** Chooses where a family's names come from, in the shares of today's classes. */
export function pickOrigin(random: Random): NameOrigin {
  let rest = random.next() * ORIGINS.reduce((sum, origin) => sum + origin.weight, 0);
  for (const origin of ORIGINS) {
    rest -= origin.weight;
    if (rest < 0) return origin;
  }
  return random.pick(ORIGINS);
}

/** A family name: now and then a double one. */
export function pickSurname(random: Random, origin: NameOrigin): string {
  const surname = random.pick(origin.surnames);
  const doubled = origin.surnames === ITALIAN_SURNAMES && random.chance(0.05);
  if (!doubled) return surname;
  const second = random.pick(origin.surnames);
  return second === surname ? surname : `${surname} ${second}`;
}

/** A pupil or guardian of a family. */
export function inventPerson(
  random: Random,
  origin: NameOrigin,
  surname: string,
  birthYear: number,
  sex: 'F' | 'M' = random.chance(0.5) ? 'F' : 'M',
): InventedPerson {
  const givenName = random.pick(sex === 'F' ? origin.female : origin.male);
  return assembled(random, { surname, givenName, sex, birthYear });
}

/** A member of staff. */
export function inventStaff(random: Random, womenShare = 0.8): InventedPerson {
  const sex = random.chance(womenShare) ? 'F' : 'M';
  const givenName = random.pick(sex === 'F' ? STAFF_FEMALE : STAFF_MALE);
  const surname = random.pick(ITALIAN_SURNAMES);
  return assembled(random, { surname, givenName, sex, birthYear: random.integer(1961, 1996) });
}

/** A street and town. */
export function inventHousehold(random: Random): Household {
  return {
    address: `${random.pick(STREETS)} ${random.integer(1, 140)}`,
    city: random.chance(0.7) ? TOWNS[0] : random.pick(TOWNS),
    province: 'MO',
  };
}

function assembled(
  random: Random,
  given: {
    readonly surname: string;
    readonly givenName: string;
    readonly sex: 'F' | 'M';
    readonly birthYear: number;
  },
): InventedPerson {
  const birthDate = addDays(localDate(given.birthYear, 1, 1), random.integer(0, 364));
  const mailbox = `${asciiLetters(given.givenName)}.${asciiLetters(given.surname)}${random.integer(10, 99)}`;
  return {
    surname: given.surname,
    givenName: given.givenName,
    sex: given.sex,
    birthDate,
    birthPlace: random.pick(TOWNS),
    fiscalCode: fiscalCodeOf({ ...given, birthDate }),
    email: `${mailbox.toLowerCase()}@posta.example`,
    phone: `+39 3${random.integer(20, 99)} 000${String(random.integer(0, 9999)).padStart(4, '0')}`,
  };
}
