import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const USERS = 'sourcedId,username,familyName,givenName,role,email,agentSourcedIds\n';

async function taken(users: string, demographics = '') {
  const store = createMemoryStore();
  const files = {
    orgs: 'sourcedId,name,type\no1,Istituto di Prova,school',
    classes: 'sourcedId,title,grades,classType\nk1,1A,9,homeroom',
    users: USERS + users,
    demographics: `sourcedId,birthDate\n${demographics}`,
    enrollments: 'sourcedId,classSourcedId,userSourcedId,role\ne1,k1,u1,student',
  };
  const report = await importRoster(
    store,
    Object.entries(files)
      .filter(([, text]) => text.trim().includes('\n'))
      .map(([name, text]) => ({ name: `set/${name}.csv`, bytes: Buffer.from(text) })),
    { school: 'PROV0001', dryRun: false, now: Date.parse('2026-11-23T10:00:00.000Z') },
  );
  const data = store.records().flatMap((one) => (one.kind === 'personalData' ? [one] : []));
  return {
    people: store.records().flatMap((one) => (one.kind === 'person' ? [one.surname] : [])),
    held: data.flatMap(({ unconfirmedEmails = [] }) => unconfirmedEmails),
    rejected: report.rejected
      .filter(({ file }) => !file.includes('enrollments'))
      .map(({ column, reasonCode }) => `${column} ${reasonCode}`),
    warned: report.warnings.map(({ reasonCode }) => reasonCode),
  };
}

describe('a user of a set is looked at as a row of a list is', () => {
  it.each([
    ['a broken letter', 'u1,a,Nicol\uFFFD,Anna,student,,', 'familyName brokenCharacter'],
    ['a sign for a letter', 'u1,a,Rossi,Nicol?,student,,', 'givenName brokenCharacter'],
    ['digits for a name', 'u1,a,12345,Anna,student,,', 'familyName notAName'],
    ['an address for a name', 'u1,a,Rossi,a@posta.example,student,,', 'givenName notAName'],
  ])('%s rejects it', async (_what, row, rejected) => {
    expect(await taken(row)).toMatchObject({ people: [], rejected: [rejected] });
  });

  it.each(['1927-01-01', '2031-01-01', '01/02/27', '2025-01-01'])(
    'nobody at school was born on %s',
    async (birthDate) => {
      expect(await taken('u1,a,Rossi,Anna,student,,', `u1,${birthDate}`)).toMatchObject({
        people: [],
        rejected: ['birthDate implausibleBirthDate'],
      });
    },
  );

  it('says which letters cannot be printed', async () => {
    expect((await taken('u1,a,ဦး,Anna,student,,')).warned).toContain('notPrintable');
    expect((await taken('u1,a,Γεωργίου,Άννα,student,,')).warned).not.toContain('notPrintable');
  });
});

describe('an address of several families waits for the office', () => {
  const pupils = ['u1,a,Rossi,Anna,student,,u3', 'u2,b,Verdi,Ugo,student,,u4'];

  it.each([
    [
      'linked by the pupils',
      ['u3,c,Rossi,Lia,guardian,casa@gmail.com,', 'u4,d,Verdi,Pia,guardian,casa@googlemail.com,'],
      pupils,
    ],
    [
      'linked by the guardians',
      ['u3,c,Rossi,Lia,guardian,casa@gmail.com,u1', 'u4,d,Verdi,Pia,guardian,ca.sa@gmail.com,u2'],
      pupils.map((row) => row.replace(/u\d$/, '')),
    ],
  ] as const)('%s', async (_how, guardians, children) => {
    expect((await taken([...children, ...guardians].join('\n'))).held).toHaveLength(2);
  });

  it('and one of pupils of several', async () => {
    const rows = ['u1,a,Rossi,Anna,student,x@posta.example,', 'u2,b,Verdi,Ugo,student,x@posta.example,'];
    expect((await taken(rows.join('\n'))).held).toHaveLength(2);
  });

  it('but not that of one family', async () => {
    const rows = [
      'u1,a,Rossi,Anna,student,,"u3,u4"',
      'u2,b,Rossi,Ugo,student,,u3',
      'u3,c,Rossi,Lia,guardian,casa@posta.example,',
      'u4,d,Rossi,Leo,guardian,casa@posta.example,',
    ];
    expect((await taken(rows.join('\n'))).held).toEqual([]);
  });
});
