import { afterEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { groupMembershipId } from '../../../domain/kinds/group-membership/record.ts';
import { CLASS_A, envelope, pupilOf, SCHOOL } from '../../../sync-server/testing/test-school.ts';
import { beginWork, endWork, openWithClass, PLACE, when } from '../../data/testing/test-staff.ts';
import { classList } from '../class-pupils/view.ts';
import { pupilFacts } from './view.ts';

const PUPIL = pupilOf(CLASS_A, 1);

afterEach(endWork);

test('D204: card and class list show one group of a pupil, the one begun last', async () => {
  const { server, device } = await beginWork();
  await server.roster.write(
    SCHOOL,
    [
      ['CHI', '2026-09-14'],
      ['INF', '2026-11-01'],
    ].map(([group = '', from = '']) => ({
      ...envelope(groupMembershipId(PUPIL, CLASS_A, group, from as LocalDate)),
      kind: 'groupMembership' as const,
      pupil: PUPIL,
      class: CLASS_A,
      group,
      from: from as LocalDate,
    })),
  );
  const register = await openWithClass(device);
  const facts = await when(pupilFacts(register, PUPIL, PLACE), ({ group }) => group !== undefined);
  expect(facts.group).toBe('INF');
  const list = await when(classList(register, PLACE), ({ hasGroups }) => hasGroups);
  expect(list.pupils.map(({ group }) => group)).toEqual(['INF', undefined, undefined]);
});
