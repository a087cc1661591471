import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toInstant } from '../../domain/base/ids.ts';
import { dayOfInstant, parseLocalDate } from '../../domain/base/local-date.ts';
import { hashPassword } from '../identity/passwords/password-hash.ts';
import { createRosterStore } from '../office/import/roster-store.ts';
import { openStorage } from '../storage/open.ts';
import type { DemoSchool } from './build-school.ts';
import { generateSchools } from './generate-schools.ts';
import { installedSchool } from './installed-school.ts';
import { loadSchools } from './load-schools.ts';

const USAGE = `Writes two invented schools into a data folder.

  --data DIR        data folder (default: $CAMPANELLA_DATA or ./data)
  --if-empty        do nothing to a folder that already holds a school
  --seed N          another seed gives other people (default: 1)
  --classes N       classes of both schools together (default: 44)
  --today DATE      history ends the day before (default: today)
  --short           what happened this year and nothing of today, and one day of last year: for tests
  --print-accounts  print the accounts only, write nothing
`;

process.exitCode = await run();

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      'if-empty': { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      classes: { type: 'string' },
      today: { type: 'string' },
      short: { type: 'boolean', default: false },
      'print-accounts': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const seed = Number(values.seed);
  const classes = values.classes === undefined ? undefined : Number(values.classes);
  const today =
    values.today === undefined ? dayOfInstant(toInstant(Date.now())) : parseLocalDate(values.today);
  const sound =
    Number.isInteger(seed) && (classes === undefined || (Number.isInteger(classes) && classes > 0));
  if (values.help || !sound || today === undefined) {
    (values.help ? process.stdout : process.stderr).write(USAGE);
    return values.help ? 0 : 2;
  }
  const options = { seed, today, ...(classes === undefined ? {} : { classes }) };
  // What happened is most of the work, and nothing of it is printed.
  const schools = generateSchools({ ...options, history: 'none' });
  if (!values['print-accounts']) {
    const data = values.data ?? process.env['CAMPANELLA_DATA'] ?? 'data';
    await mkdir(data, { recursive: true });
    const storage = openStorage(data);
    try {
      // What is told of weeks ago arrived then: families could see it, and nothing came late.
      const store = createRosterStore(storage, { arrivalOf: ({ recordedAt }) => recordedAt });
      const present = await store.schools();
      if (present.length > 0 && !values['if-empty']) {
        process.stderr.write(`${data} already holds ${present.map((school) => school.school).join(', ')}.\n`);
        return 2;
      }
      // A start that was interrupted may have left one demonstration school of two; a real school is left alone.
      const isThere = ({ school }: DemoSchool) => present.some((found) => found.school === school);
      const missing = schools.filter((one) => !isThere(one)).length;
      if (missing + present.length !== schools.length && missing > 0) return print([]);
      if (missing > 0) {
        const whole = generateSchools({ ...options, history: values.short ? 'untilToday' : 'both' });
        await loadSchools(
          store,
          whole.filter((one) => !isThere(one)),
          hashPassword,
        );
      }
    } finally {
      await storage.close();
    }
  }
  return print(schools);
}

/** People read the lines, other programs the last one: accounts, and what an installer of each school would carry. */
function print(schools: ReturnType<typeof generateSchools>): number {
  const accounts = schools.flatMap((school) => school.accounts);
  for (const { schoolName, role, name, username, password, classes, child } of accounts)
    console.log(
      `${schoolName}  ${role}  ${name}  ${username}  ${password}  ${classes.join(' ')}${child === undefined ? '' : `  (${child})`}`,
    );
  console.log(JSON.stringify({ accounts, schools: schools.map(({ records }) => installedSchool(records)) }));
  return 0;
}
