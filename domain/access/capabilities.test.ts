import { describe, expect, it } from 'vitest';
import type { AppointmentRole } from './appointment-role.ts';
import { can, type Capability, type Member } from './capabilities.ts';

const staff = (...roles: Member['roles']): Member => ({ kind: 'staff', roles });
const appointed = (member: Member, role: AppointmentRole): Member => ({
  ...member,
  appointments: [{ role }],
});
const members = {
  teacher: staff('teacher'),
  clerk: staff('office'),
  principal: staff('principal'),
  'teaching principal': staff('teacher', 'principal'),
  ata: staff('ata'),
  'staff without a role': staff(),
  coordinator: appointed(staff('teacher'), 'coordinator'),
  'principal’s staff': appointed(staff('teacher'), 'staff'),
  'principal’s delegate': appointed(staff('teacher'), 'principal'),
  'special-needs referent': appointed(staff('teacher'), 'specialNeeds'),
  'student office': appointed(staff('office'), 'studentOffice'),
  'personnel office': appointed(staff('office'), 'personnelOffice'),
  'administrative director': appointed(staff('office'), 'administrativeDirector'),
  administrator: appointed(staff('ata'), 'administrator'),
  guardian: { kind: 'firstGuardian', roles: [] },
  'second guardian': { kind: 'secondGuardian', roles: [] },
  student: { kind: 'student', roles: [] },
} as const satisfies Record<string, Member>;

type Name = keyof typeof members;

const TEACHERS: readonly Name[] = [
  'teacher',
  'teaching principal',
  'coordinator',
  'principal’s staff',
  'principal’s delegate',
  'special-needs referent',
];
const KEEPERS: readonly Name[] = [
  'clerk',
  'principal',
  'teaching principal',
  'principal’s delegate',
  'student office',
];
const CLERKS: readonly Name[] = ['clerk', 'student office', 'personnel office', 'administrative director'];
const GUARDIANS: readonly Name[] = ['guardian', 'second guardian'];
const FAMILY: readonly Name[] = [...GUARDIANS, 'student'];
const everybody = Object.keys(members) as Name[];
const all = everybody.filter((name) => !FAMILY.includes(name));

const TABLE: Readonly<Record<Capability, readonly Name[]>> = {
  teach: TEACHERS,
  runSchool: KEEPERS,
  superviseClasses: [...KEEPERS, 'principal’s staff'],
  countPupils: [...new Set([...TEACHERS, ...KEEPERS])],
  keepAccounts: [...KEEPERS, 'personnel office', 'administrative director', 'administrator'],
  setRules: ['clerk', 'principal', 'teaching principal', 'principal’s delegate', 'administrator'],
  reopenYears: ['principal', 'teaching principal', 'principal’s delegate'],
  keepRegister: KEEPERS,
  keepPapers: [...KEEPERS, 'personnel office', 'administrative director'],
  keepPupilPapers: KEEPERS,
  assignSubstitutes: [
    'clerk',
    'principal',
    'teaching principal',
    'principal’s delegate',
    'principal’s staff',
    'personnel office',
    'administrative director',
  ],
  keepOffice: CLERKS,
  seeSchool: all,
  readSupport: [...new Set([...TEACHERS, ...KEEPERS])],
  findPeople: all.filter((name) => !['ata', 'administrator', 'staff without a role'].includes(name)),
  readGrades: [...new Set<Name>([...TEACHERS, 'principal'])],
  sendEntries: all,
  followPupil: FAMILY,
  followChild: GUARDIANS,
  workAtSchool: all,
  joinAccounts: everybody.filter((name) => name !== 'student'),
  haveAccount: everybody,
};

describe('what somebody is shown', () => {
  it.each(Object.entries(TABLE))('%s', (capability, whom) => {
    const shown = Object.entries(members).filter(([, member]) => can(member, capability as Capability));
    expect(shown.map(([name]) => name).toSorted()).toEqual([...whom].toSorted());
  });
});
