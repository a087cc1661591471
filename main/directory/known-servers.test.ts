import { describe, expect, it } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import type { SchoolList } from '../../domain/protocol/school-list.ts';
import { sampleSchool } from '../testing/samples.ts';
import { sampleList } from '../testing/signed-list.ts';
import { createKnownServers } from './known-servers.ts';

const OWN = 'https://muratori.example';
const OTHER = 'https://carpi.example';
const [muratori, carpi, unlisted] = ['MORE0001', 'CARP0002', 'ELSE0003'].map(toSchoolId) as [
  ReturnType<typeof toSchoolId>,
  ReturnType<typeof toSchoolId>,
  ReturnType<typeof toSchoolId>,
];

function setUp(list: SchoolList | undefined = sampleList(OTHER)) {
  const state = { list: list as SchoolList | undefined };
  return { state, servers: createKnownServers(sampleSchool(OWN), () => state.list) };
}

describe('known servers', () => {
  it('are those of the installed school and of the list, as long as it is good', () => {
    const { servers, state } = setUp();
    expect(servers.of({ school: muratori })).toBe(OWN);
    expect(servers.of({ school: carpi })).toBe(OTHER);
    expect(servers.of({ school: unlisted })).toBeUndefined();
    state.list = undefined;
    expect(servers.of({ school: carpi })).toBeUndefined();
    expect(servers.of({ school: muratori })).toBe(OWN);
  });

  it('lead to schools that are not listed by the school through which they were reached', () => {
    const { servers } = setUp();
    expect(servers.place(unlisted, muratori)).toEqual({ via: muratori });
    expect(servers.of({ school: unlisted, via: carpi })).toBe(OTHER);
    expect(servers.of({ school: unlisted, via: unlisted })).toBeUndefined();
  });

  it('never follow a detour to a school that is listed itself', () => {
    const { servers } = setUp();
    expect(servers.of({ school: carpi, via: muratori })).toBe(OTHER);
    expect(servers.place(carpi, muratori)).toBe('elsewhere');
    expect(servers.place(muratori, carpi)).toBe('elsewhere');
    expect(servers.place(carpi, carpi)).toEqual({});
  });

  it('leave the installed school where the installer says, and name it first', () => {
    const { servers } = setUp(sampleList('https://evil.example', { school: 'MORE0001' }));
    expect(servers.of({ school: muratori })).toBe(OWN);
    expect(servers.schools()).toEqual([{ school: muratori, name: 'Liceo Muratori', city: 'Modena' }]);
    expect(
      setUp()
        .servers.schools()
        .map(({ school }) => school),
    ).toEqual([muratori, carpi]);
  });
});
