import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import {
  DEVICE_ACCOUNTS_PATH,
  EVACUATION_PATH,
  HAND_OVERS_PATH,
  NEVER_ACTIVATED_PATH,
  PROFILE_PATH,
  rollsPath,
  SYNC_PATH,
  TO_DO_PATH,
} from '../../ui/routes.ts';
import { leavesYear, otherYearAt, pageAt, pagesOf, titleOf, viewsOfSections } from './offered-pages.ts';

const LAST_DAY = '2026-06-05' as LocalDate;
const TODAY = '2026-11-23' as LocalDate;
const OFFICE: readonly StaffRole[] = ['office'];
const TEACHER: readonly StaffRole[] = ['teacher'];

function identity(roles: readonly StaffRole[]) {
  const school = toSchoolId('TEST0001');
  const person = toPersonId('me');
  const name = { surname: 'Prova', givenName: 'Anna' };
  return staffIdentity({ school, schoolName: 'Prova', person, username: `${school}.1`, ...name, roles });
}

const past = (roles: readonly StaffRole[]) => ({ identity: identity(roles), pastYear: 2025 });
const live = (roles: readonly StaffRole[]) => ({ identity: identity(roles) });

describe('in a school year that is over', () => {
  test.each([
    [TEACHER, EVACUATION_PATH],
    [TEACHER, PROFILE_PATH],
    [TEACHER, SYNC_PATH],
    [TEACHER, DEVICE_ACCOUNTS_PATH],
    [TEACHER, TO_DO_PATH],
    [OFFICE, HAND_OVERS_PATH],
    [OFFICE, NEVER_ACTIVATED_PATH],
    [OFFICE, rollsPath(TODAY)],
  ])('whoever is %s and goes to %s leaves the year', (roles, address) => {
    expect(pageAt(address, live(roles))).toBeDefined();
    expect(leavesYear(address, past(roles))).toBe(true);
    expect(leavesYear(address, live(roles))).toBe(false);
  });

  test.each(['/', '/week', '/day/2026-06-05', '/day/2026-06-05/2025.LS.2B/1', '/class/2025.LS.2B/absences'])(
    '%s is of the year',
    (address) => {
      expect(leavesYear(address, past(TEACHER))).toBe(false);
      expect(pageAt(address, past(TEACHER))).toBeDefined();
      expect(otherYearAt(address, past(TEACHER), LAST_DAY)).toBeUndefined();
    },
  );

  test('an address that is no page at all leads nowhere else', () => {
    expect(leavesYear('/nowhere', past(TEACHER))).toBe(false);
  });

  test('D108: the evacuation is offered whatever year is on the screen; what waits today is not', () => {
    const offered = pagesOf(past(TEACHER)).map(({ path }) => path);
    expect(offered).toContain(EVACUATION_PATH);
    expect(offered).not.toContain(TO_DO_PATH);
  });

  test('the last day of lessons is not called today', () => {
    const name = (shown: Parameters<typeof titleOf>[1]) => {
      const page = pageAt('/', shown);
      return page && titleOf(page, shown)(((key: string) => key) as never);
    };
    expect([name(live(TEACHER)), name(past(TEACHER))]).toEqual(['today.name', 'today.lastDay']);
  });
});

describe('a day or a class of another year than the one on the screen', () => {
  test.each([
    ['/day/2026-11-23', 2026],
    ['/week/2025-08-25', 2024],
    ['/month/2026-09-01', 2026],
    ['/day/2026-09-15/2026.LS.3B/2', 2026],
    ['/class/2026.LS.3B/absences', 2026],
    ['/class/2025.LS.2B/absences/2026-11-23/1', 2026],
  ])('%s is not of 2025/26', (address, year) => {
    expect(otherYearAt(address, past(TEACHER), LAST_DAY)).toBe(year);
  });

  test('from the year under way an earlier one is told as such; one looks ahead as before', () => {
    const asked = (address: string) => otherYearAt(address, live(TEACHER), TODAY);
    expect(asked('/day/2026-03-02')).toBe(2025);
    expect(asked('/class/2025.LS.2B/topics')).toBe(2025);
    expect(['/', '/day/2026-11-23', '/day/2027-09-20', '/class/2026.LS.2B/topics'].map(asked)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('whoever teaches and answers for the school has each view of a class once', () => {
  const views = viewsOfSections(live(['teacher', 'principal']));
  expect(views.filter(({ order }) => order === 1)).toHaveLength(1);
  expect(new Set(views).size).toBe(views.length);
});
