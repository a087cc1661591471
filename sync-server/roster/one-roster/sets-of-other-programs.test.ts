import { describe, expect, it } from 'vitest';
import type { RecordKind, RecordOfKind } from '../../../domain/kinds/registry.ts';
import { importRoster } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const SET = {
  orgs: 'sourcedId,name,type\no1,Istituto di Prova,school',
  academicSessions: 'sourcedId,title,type,startDate,endDate\ny,2026/27,schoolYear,2026-09-14,2027-06-08',
  courses: 'sourcedId,title,courseCode\nc1,Storia,S',
  classes:
    'sourcedId,status,title,grades,courseSourcedId,classType,termSourcedIds\nk1,,1A,6,,homeroom,y\nk2,,1B,6,,homeroom,y\nk3,,Storia in 1A,6,c1,scheduled,y',
  users:
    'sourcedId,username,familyName,givenName,role,agentSourcedIds\nu1,a,Alfa,Anna,student,\nu2,b,Beta,Bruno,student,\nu3,c,Alfa,Carla,guardian,\nu5,d,Blu,Pia,teacher,',
  demographics: 'sourcedId,birthDate\nu1,2015-03-05\nu2,2015-04-06',
  enrollments:
    'sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate\ne1,k1,u1,student,,\ne2,k2,u2,student,,\ne3,k3,u1,student,,\ne4,k3,u5,teacher,,',
} as const;
type Files = Partial<Record<keyof typeof SET, string>>;

async function taken(changes: Files) {
  const store = createMemoryStore();
  const files = Object.entries({ ...SET, ...changes });
  const report = await importRoster(
    store,
    files.map(([name, text]) => ({ name: `set/${name}.csv`, bytes: Buffer.from(text) })),
    { school: 'PROV0001', dryRun: false, now: Date.parse('2026-11-23T10:00:00.000Z') },
  );
  const of = <K extends RecordKind>(kind: K) =>
    store.records().filter((record): record is RecordOfKind<K> => record.kind === kind);
  const nameOf = (id: string) => of('person').find((person) => person.id === id)?.givenName;
  return {
    classes: of('class').map((one) => `${one.year}${one.section}`),
    subjects: of('subject').map(({ name }) => name),
    pupils: of('person').flatMap(({ type, givenName, classes }) =>
      type === 'pupil' ? [`${givenName} ${classes.join('+')}`.trim()] : [],
    ),
    links: of('personalData').flatMap(({ person, children }) =>
      children.map(({ pupil, guardian }) => `${nameOf(person)} ${nameOf(pupil)} ${guardian}`),
    ),
    rejected: report.rejected.map(({ file, row, reasonCode }) => `${file.slice(4, -4)} ${row} ${reasonCode}`),
  };
}
const usersWith = (...agents: readonly (readonly [string, string])[]) =>
  agents.reduce<string>(
    (users, [id, named]) => users.replace(new RegExp(`^(${id},.*,)$`, 'm'), `$1"${named}"`),
    SET.users,
  );

describe('columns that OneRoster leaves to the source', () => {
  it.each([
    ['no code of the course', { courses: 'sourcedId,title\nc1,Storia' }],
    ['a code in another column', { courses: 'sourcedId,title,grades,orgSourcedId\nc1,Storia,,o1' }],
  ])('%s: the set is taken', async (_what, changes) => {
    expect(await taken(changes)).toMatchObject({ subjects: ['Storia'], rejected: [] });
  });

  it('no birth dates: the pupils are taken without', async () => {
    const { pupils } = await taken({ demographics: 'sourcedId,sex\nu1,female\nu2,male' });
    expect(pupils).toEqual(['Anna 2026.LS.1A', 'Bruno 2026.LS.1B']);
  });

  it.each([
    ['classes', 'sourcedId,title\nk1,1A', 'classType'],
    ['orgs', 'sourcedId,name\no1,Istituto di Prova', 'type'],
    ['enrollments', 'sourcedId,classSourcedId,userSourcedId\ne1,k1,u1', 'role'],
    ['users', 'sourcedId,username,familyName,role\nu1,a,Alfa,student', 'givenName'],
  ] as const)(
    '%s without a column that says everything: refused, and the column named',
    async (file, text, column) => {
      await expect(taken({ [file]: text })).rejects.toMatchObject({
        code: 'missingColumn',
        file: `set/${file}.csv`,
        value: column,
      });
    },
  );
});

describe('guardian and child are linked on whichever side the source names them', () => {
  it.each([
    ['on the pupil’s', [['u1', 'u3']], ['Carla Anna first']],
    ['on the guardian’s', [['u3', 'u1']], ['Carla Anna first']],
    [
      'on both',
      [
        ['u1', 'u3'],
        ['u3', 'u1'],
      ],
      ['Carla Anna first'],
    ],
    ['of two children', [['u3', 'u1,u2']], ['Carla Anna first', 'Carla Bruno first']],
  ] as const)('%s', async (_where, agents, links) => {
    expect((await taken({ users: usersWith(...agents) })).links).toEqual(links);
  });
});

describe('two rows of one identifier', () => {
  it('that are two classes take neither, and a course of their pupils becomes no class', async () => {
    const found = await taken({ classes: `${SET.classes}\nk1,,2C,6,,homeroom,y` });
    expect(found).toMatchObject({ classes: ['1B'], pupils: ['Anna', 'Bruno 2026.LS.1B'] });
    expect(found.rejected.slice(0, 3)).toEqual([
      'classes 2 repeatedIdentifier',
      'classes 4 classNotImported',
      'classes 5 repeatedIdentifier',
    ]);
  });

  it('that are two people take neither', async () => {
    const found = await taken({ users: `${SET.users}\nu1,z,Zeta,Zoe,student,` });
    expect(found.pupils).toEqual(['Bruno 2026.LS.1B']);
    expect(found.rejected.slice(0, 2)).toEqual(['users 2 repeatedIdentifier', 'users 6 repeatedIdentifier']);
  });

  it('that say the same are one', async () => {
    const found = await taken({
      classes: `${SET.classes}\nk1,,1A,6,,homeroom,y`,
      users: `${SET.users}\nu1,a,ALFA,ANNA,student,`,
    });
    expect(found).toMatchObject({ pupils: ['Anna 2026.LS.1A', 'Bruno 2026.LS.1B'], rejected: [] });
  });
});

it('a course is no class in the stead of one that is inactive', async () => {
  const { classes, pupils } = await taken({ classes: SET.classes.replace('k1,,', 'k1,inactive,') });
  expect({ classes, pupils }).toEqual({ classes: ['1B'], pupils: ['Anna', 'Bruno 2026.LS.1B'] });
});

describe('dates with the month first refuse the set', () => {
  it.each([
    ['sessions', { academicSessions: SET.academicSessions.replace('2026-09-14', '09/14/2026') }],
    ['enrolments', { enrollments: `${SET.enrollments}\ne9,k1,u2,student,9/15/2026,` }],
    ['birth dates', { demographics: 'sourcedId,birthDate\nu1,03/05/2015\nu2,04/26/2015' }],
  ])('of %s, since others would be read as other days', async (_where, changes) => {
    const refusal = await taken(changes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RosterRefusal);
    expect(refusal).toMatchObject({ code: 'monthFirstDates' });
  });
});
