import {
  toClassId,
  toEntryId,
  toInstant,
  toPersonId,
  toSchoolId,
  toSubjectId,
  type EntryId,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../../domain/base/ids.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import { DEFAULT_POLICIES, type School } from '../../../domain/kinds/school/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';

/** The school of the harness: everything in it is invented. */
export const SCHOOL = toSchoolId('MORE0001');
export const ME = toPersonId('staff-marchetti');
export const COLLEAGUE = toPersonId('staff-bruni');
export const DAY = '2026-11-23' as LocalDate;
const time = (text: string) => text as LocalTime;

let entries = 0;

/** The next entry, of one of the authors: a record of one name is one version. */
export function nextEntry(): EntryId {
  entries += 1;
  return toEntryId(`00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`);
}

/** A moment of a day of the harness, by the clock of the school. */
export function at(clock: string, day: LocalDate = DAY): Instant {
  return toInstant(Date.parse(`${day}T${clock}:00+01:00`));
}

/** What every record of the office carries: written before the school year began. */
export const envelope = (id: string) => ({
  id,
  school: SCHOOL,
  author: toPersonId('office'),
  entry: nextEntry(),
  recordedAt: toInstant(Date.parse('2026-09-01T08:00:00Z')),
  receivedAt: toInstant(Date.parse('2026-09-01T08:00:01Z')),
});

export const school: School = {
  ...envelope('school'),
  kind: 'school',
  name: 'Istituto Comprensivo «Lea Garofalo»',
  ministryCode: 'MOIC800001',
  levels: ['primary', 'lowerSecondary'],
  city: 'Borgo San Donnino (MO)',
  address: 'via delle Querce 12',
  phone: '059 000 0000',
  email: 'segreteria@garofalo.example',
  policies: DEFAULT_POLICIES,
};

export const schoolYear: SchoolYear = {
  ...envelope('year.2026'),
  kind: 'schoolYear',
  startYear: 2026,
  lessonsFrom: '2026-09-14' as LocalDate,
  lessonsTo: '2027-06-05' as LocalDate,
  periods: [
    { name: 'Primo quadrimestre', from: '2026-09-14' as LocalDate, to: '2027-01-31' as LocalDate },
    { name: 'Secondo quadrimestre', from: '2027-02-01' as LocalDate, to: '2027-06-05' as LocalDate },
  ],
  restDays: [6],
  closures: [{ name: 'vacanze di Natale', from: '2026-12-24' as LocalDate, to: '2027-01-06' as LocalDate }],
};

/** The year before, of which the lessons are over. */
export const lastYear: SchoolYear = {
  ...schoolYear,
  ...envelope('year.2025'),
  startYear: 2025,
  lessonsFrom: '2025-09-15' as LocalDate,
  lessonsTo: '2026-06-06' as LocalDate,
  periods: [{ name: 'Anno', from: '2025-09-15' as LocalDate, to: '2026-06-06' as LocalDate }],
  closures: [],
};

/** A class of the school. */
export const makeClass = (year: number, section: string): SchoolClass => ({
  ...envelope(`2026.LS.${year}${section}`),
  id: toClassId(`2026.LS.${year}${section}`),
  kind: 'class',
  startYear: 2026,
  level: 'lowerSecondary',
  year,
  section,
  course: 'Tempo ordinario, francese',
});
export const classes = [makeClass(1, 'A'), makeClass(2, 'C'), makeClass(3, 'B')] as const;

const makeSubject = (id: string, name: string, shortName: string): Subject => ({
  ...envelope(id),
  id: toSubjectId(id),
  kind: 'subject',
  name,
  shortName,
});
export const subjects = [
  makeSubject('matematica', 'Matematica', 'MAT'),
  makeSubject('scienze', 'Scienze', 'SCI'),
  makeSubject('italiano', 'Italiano', 'ITA'),
] as const;

export const bell: readonly BellHour[] = [
  ['08:00', '08:55'],
  ['08:55', '09:50'],
  ['09:50', '10:45'],
  ['11:00', '11:55'],
  ['11:55', '12:50'],
  ['12:50', '13:45'],
].map(([start, end], index) => ({
  hour: index + 1,
  start: time(start ?? ''),
  end: time(end ?? ''),
  halfUnits: 2,
}));

const makePerson = (
  id: string,
  surname: string,
  givenName: string,
  type: Person['type'],
  inClasses: readonly SchoolClass[] = [],
): Person => ({
  ...envelope(id),
  id: toPersonId(id),
  kind: 'person',
  type,
  surname,
  givenName,
  ...(type === 'pupil' ? { birthDate: `2014-0${(id.length % 9) + 1}-1${id.length % 9}` as LocalDate } : {}),
  roles: type === 'staff' ? ['teacher'] : [],
  classes: inClasses.map((each) => each.id),
});

export const staff = [
  makePerson(ME, 'Marchetti', 'Elena', 'staff'),
  makePerson(COLLEAGUE, 'Bruni', 'Giancarlo', 'staff'),
] as const;

const NAMES: readonly (readonly [string, string])[] = [
  ['Àlvarez Gutiérrez', 'María Fernanda'],
  ['Bianchi', 'Tommaso'],
  ['Ben Abdallah', 'Yasmine'],
  ['Benedetti', 'Ginevra'],
  ['Caputo', 'Nicolò'],
  ["D'Angelo", 'Aurora'],
  ['De Benedictis Montanari', 'Alessandra Costanza'],
  ['Dell’Oglio', 'Pierfrancesco'],
  ['El Amrani', 'Zineb'],
  ['Esposito', 'Ciro'],
  ['Fontanesi', 'Riccardo'],
  ['Gashi', 'Erion'],
  ['Gualtieri', 'Sofia'],
  ['Hu', 'Xinyi'],
  ['Iannuzzi', 'Matteo'],
  ['Kovalenko', 'Daryna'],
  ['Lo Presti', 'Salvatore'],
  ['Marchesini', 'Beatrice'],
  ['Mensah', 'Kwame'],
  ['Neri', 'Camilla'],
  ['Okonkwo-Ferrari', 'Chidera Emanuele'],
  ['Pellegrini', 'Leonardo'],
  ['Popescu', 'Andrei Ștefan'],
  ['Rossi', 'Maria'],
  ['Rossi', 'Maria'],
  ['Singh', 'Harpreet'],
  ['Tramontano', 'Giulia'],
  ['Wickramasinghe', 'Dinuka Tharindu'],
  ['Zanasi', 'Elia'],
  ['Żółkiewska', 'Zofia'],
];

const prefixes = ['', 'c2-', 'c3-'];
const sizes = [28, 24, 30];

/** The pupils of a class, in the order of its list. */
export const pupilsOf = new Map(
  classes.map((schoolClass, index) => [
    schoolClass.id,
    NAMES.slice(0, sizes[index])
      .map(([surname, given], n) =>
        makePerson(`${prefixes[index] ?? ''}${'p'.repeat(1 + (n % 7))}${n}`, surname, given, 'pupil', [
          schoolClass,
        ]),
      )
      .toSorted(compareByName),
  ]),
);
