import { describe, expect, it } from 'vitest';
import { can, type Capability, type Member } from './capabilities.ts';

const staff = (...roles: Member['roles']): Member => ({ kind: 'staff', roles });
const members = {
  teacher: staff('teacher'),
  clerk: staff('office'),
  principal: staff('principal'),
  'teaching principal': staff('teacher', 'principal'),
  ata: staff('ata'),
  'staff without a role': staff(),
  guardian: { kind: 'firstGuardian', roles: [] },
  'second guardian': { kind: 'secondGuardian', roles: [] },
  student: { kind: 'student', roles: [] },
} as const satisfies Record<string, Member>;

const TABLE: Readonly<Record<Capability, readonly (keyof typeof members)[]>> = {
  teach: ['teacher', 'teaching principal'],
  runSchool: ['clerk', 'principal', 'teaching principal'],
  keepOffice: ['clerk'],
  seeSchool: ['teacher', 'clerk', 'principal', 'teaching principal', 'ata', 'staff without a role'],
  findPeople: ['teacher', 'clerk', 'principal', 'teaching principal'],
  sendEntries: ['teacher', 'clerk', 'principal', 'teaching principal', 'ata', 'staff without a role'],
  followPupil: ['guardian', 'second guardian', 'student'],
  followChild: ['guardian', 'second guardian'],
  workAtSchool: ['teacher', 'clerk', 'principal', 'teaching principal', 'ata', 'staff without a role'],
  joinAccounts: Object.keys(members).filter((name) => name !== 'student') as (keyof typeof members)[],
  haveAccount: Object.keys(members) as (keyof typeof members)[],
};

describe('what somebody is shown', () => {
  it.each(Object.entries(TABLE))('%s', (capability, whom) => {
    const shown = Object.entries(members).filter(([, member]) => can(member, capability as Capability));
    expect(shown.map(([name]) => name)).toEqual(whom);
  });
});
