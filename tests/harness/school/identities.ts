import { toPersonId, toSchoolId, type PersonId } from '../../../domain/base/ids.ts';
import type { Identity, PortfolioAccount } from '../../../domain/protocol/endpoints/session/session.ts';
import { familyUsername, type AccountKind } from '../../../domain/people/username.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { classes, COLLEAGUE, ME, pupilsOf, school, SCHOOL } from './demo-class.ts';

const LICEO = toSchoolId('MORE0002');
const LICEO_NAME = 'Liceo «Maria Montessori»';
const [first] = classes;

function staff(
  person: PersonId,
  number: number,
  surname: string,
  givenName: string,
  roles: Identity['roles'],
): Identity {
  return staffIdentity({
    school: SCHOOL,
    schoolName: school.name,
    person,
    username: `${SCHOOL}.${number}`,
    surname,
    givenName,
    roles,
  });
}

/** The staff of the harness, by what they do. */
export const TEACHER = staff(ME, 10_011, 'Marchetti', 'Elena', ['teacher']);
export const OTHER_TEACHER = staff(COLLEAGUE, 10_005, 'Bruni', 'Giancarlo', ['teacher']);
export const OFFICE = staff(toPersonId('staff-office'), 10_009, 'Ferrarini', 'Loredana', ['office']);
export const PRINCIPAL = staff(toPersonId('staff-principal'), 10_010, 'Zanichelli', 'Ottavio', ['principal']);

const pupils = pupilsOf.get(first.id) ?? [];
const own = pupils.find(({ surname }) => surname === 'Benedetti') ?? pupils[0];
/** The pupil whose family the harness has. */
export const ownId = own?.id ?? toPersonId('nobody');
const child = (person: string, givenName: string, className: string) => ({
  person: toPersonId(person),
  surname: 'Benedetti',
  givenName,
  className,
});

function guardianOf(
  kind: Exclude<AccountKind, 'staff'>,
  number: number,
  ofSchool: typeof SCHOOL,
  schoolName: string,
  theirs: NonNullable<PortfolioAccount['child']>,
): PortfolioAccount {
  const username = familyUsername(kind, number);
  return {
    school: ofSchool,
    schoolName,
    username,
    kind,
    surname: 'Benedetti',
    givenName: 'Carla',
    child: theirs,
  };
}

/** A mother of three children in two schools; of one she is the second guardian. */
export const PORTFOLIO: readonly PortfolioAccount[] = [
  guardianOf('firstGuardian', 1, SCHOOL, school.name, child(ownId, 'Ginevra', '1A')),
  guardianOf('firstGuardian', 2, SCHOOL, school.name, child('pupil-2', 'Tommaso', '3B')),
  guardianOf('secondGuardian', 3, LICEO, LICEO_NAME, child('pupil-3', 'Anna Sofia', '2C')),
];

/** Who a guardian is in one of her accounts. */
export function parentIdentity(account: PortfolioAccount | undefined): Identity {
  const shown = account ?? PORTFOLIO[0];
  if (!shown) throw new Error('The portfolio has accounts');
  return {
    ...shown,
    person: toPersonId('guardian-carla'),
    roles: [],
    schoolPass: shown.username.slice(1, 7).replace(/^0+/, '7301'),
    profile: 'profile-carla',
    portfolio: [...PORTFOLIO],
  };
}

/** The pupil with an account of its own. */
export const STUDENT: Identity = {
  school: SCHOOL,
  schoolName: school.name,
  person: ownId,
  username: familyUsername('student', 4),
  kind: 'student',
  surname: 'Benedetti',
  givenName: 'Ginevra',
  roles: [],
  child: child(ownId, 'Ginevra', '1A'),
  schoolPass: '730144',
  profile: 'profile-ginevra',
  portfolio: [
    {
      school: SCHOOL,
      schoolName: school.name,
      username: familyUsername('student', 4),
      kind: 'student',
      surname: 'Benedetti',
      givenName: 'Ginevra',
    },
  ],
};
