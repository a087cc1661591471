import { expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { isPasswordOff, mustHaveSecondFactor } from './sign-in-policies.ts';

const policies = {
  ...DEFAULT_POLICIES,
  secondFactorRoles: ['office', 'principal'],
  localPasswordOff: ['staff'],
} as const;
const teacher = { kind: 'staff', roles: ['teacher'] } as const;

it('asks whoever is appointed to what a role does for the second factor of that role', () => {
  expect(mustHaveSecondFactor(policies, teacher)).toBe(false);
  for (const role of ['principal', 'administrator'] as const)
    expect(mustHaveSecondFactor(policies, { ...teacher, appointments: [{ role }] })).toBe(true);
  expect(mustHaveSecondFactor(policies, { ...teacher, appointments: [{ role: 'coordinator' }] })).toBe(false);
  expect(mustHaveSecondFactor(DEFAULT_POLICIES, { ...teacher, appointments: [{ role: 'principal' }] })).toBe(
    false,
  );
});

it('shuts out nobody who could switch passwords on again', () => {
  const isOff = (identity: Parameters<typeof isPasswordOff>[2]) =>
    isPasswordOff({ hasProvider: true }, policies, identity);
  expect(isOff(teacher)).toBe(true);
  expect(isOff({ ...teacher, appointments: [{ role: 'administrator' }] })).toBe(false);
  expect(isOff({ ...teacher, appointments: [{ role: 'principal' }] })).toBe(false);
  expect(isOff({ kind: 'staff', roles: ['office'], appointments: [{ role: 'personnelOffice' }] })).toBe(
    false,
  );
});
