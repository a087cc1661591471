import { access, chmod, constants, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import { parseSchoolId } from '../../../domain/people/username.ts';
import { createSealer } from '../../secrets/sealing.ts';
import { readConfig } from '../../config.ts';
import { openData, type OpenData } from '../../open-data.ts';
import { installedSchool } from '../../demo/installed-school.ts';
import { OFFICE_PASSWORDS } from '../../identity/passwords/office-password.ts';
import { drawInThread } from '../../letters/printer.ts';
import { createRosterStore } from '../../office/import/roster-store.ts';
import { StartRefusal } from '../../base/start-refusal.ts';
import { holdsStorage, openStorage } from '../../storage/open.ts';
import { beginSchool } from './begin-school.ts';
import { answersFault, completeAnswers, onTerminal, type Answers } from './questions.ts';
import { BEGIN_WORDS, type BeginLanguage } from './words.ts';

const USAGE = `npm run begin -- [options]

Begins a school on this server: its name, its first clerk, and the letter by which that person signs in. Asks for what is missing.

  --school CODE       code of the school in the register: four letters, four digits
  --name TEXT         name of the school
  --phone, --email, --address, --city TEXT   how the office is reached
  --surname, --given-name TEXT               who gets the letter
  --role office|principal                    default: office
  --out FILE          where the letter goes (default: lettera-USERNAME.pdf)
  --show              print username and temporary password on this screen too
  --again             make a new letter for somebody whose account is in use
  --data DIR          data folder (default: $CAMPANELLA_DATA or ./data)
  --lang it|en        default: from LANG
  --list              print the schools of the data folder as JSON, begin nothing

The address on the letter is $CAMPANELLA_PUBLIC_URL. Exit codes: 0 a letter was made, 1 it was not, 2 wrong options.
`;

process.exitCode = await run();

async function run(): Promise<number> {
  const values = read(process.argv.slice(2));
  if (typeof values === 'string') {
    process.stderr.write(values);
    return 2;
  }
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const language: BeginLanguage =
    (values.lang ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '').slice(0, 2) === 'it' ? 'it' : 'en';
  const words = BEGIN_WORDS[language];
  const config = readConfig(process.env);
  const data = values.data ?? config.dataFolder;
  if (values.list) return await list(data);

  const asked = await complete(values, { language, data });
  if (typeof asked === 'string') return refuse(asked, 2);
  const school = parseSchoolId(asked.school ?? '');
  const fault = answersFault(asked, words);
  if (fault !== undefined || !school) return refuse(fault ?? words.badSchool, 2);
  const folder = path.dirname(path.resolve(values.out ?? '.'));
  // Looked at before anything is written: a letter that cannot be kept is a password that nobody has.
  if (!(await isWritable(values.out === undefined ? process.cwd() : folder)))
    return refuse(words.noFolder(folder), 2);

  const opened = await openOrExplain(data);
  if (!opened) return 1;
  const { storage, keys } = opened;
  try {
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const begun = await beginSchool(
      {
        storage,
        sealer: createSealer(keys.current, OFFICE_PASSWORDS, keys.older),
        now: Date.now,
        publicUrl: () => publicUrl,
      },
      {
        school,
        details: asked.details,
        person: {
          surname: asked.surname ?? '',
          givenName: asked.givenName ?? '',
          role: values.role === 'principal' ? 'principal' : 'office',
        },
        again: values.again,
      },
    );
    if (!begun.ok) return refuse(words.faults[begun.failure], 1);
    const { username, password, job } = begun.value;
    const file = values.out ?? `lettera-${username}.pdf`;
    // It has a password: for its owner alone, as the data folder is.
    await writeFile(file, await drawInThread(job), { mode: 0o600 });
    // Where the file was there before, it keeps the access of before.
    await chmod(file, 0o600);
    console.log(words.done({ file, username, school: begun.value.school.name }));
    if (values.show) console.log(`\n  ${username}   ${password}\n`);
    return 0;
  } finally {
    await storage.close();
  }
}

async function openOrExplain(data: string): Promise<OpenData | undefined> {
  try {
    return await openData(data);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** What other programs (the start of a demonstration) need to know of the schools in a data folder. */
async function list(data: string): Promise<number> {
  if (!holdsStorage(data)) {
    console.log(JSON.stringify({ schools: [] }));
    return 0;
  }
  const storage = openStorage(data);
  try {
    const schools = await createRosterStore(storage).schools();
    console.log(JSON.stringify({ schools: schools.map((school) => installedSchool([school])) }));
    return 0;
  } finally {
    await storage.close();
  }
}

interface Place {
  readonly language: BeginLanguage;
  readonly data: string;
}

async function complete(values: Values, { language, data }: Place): Promise<Answers | string> {
  const { school, name, phone, email, address, city, surname } = values;
  const given: Answers = {
    school,
    details: Object.fromEntries(
      Object.entries({ name, phone, email, address, city }).filter(([, value]) => value !== undefined),
    ),
    surname,
    givenName: values['given-name'],
  };
  const isWhole = [school, surname, values['given-name']].every((value) => value !== undefined);
  // A school that the register knows has its name: whether one is missing shows when it is looked up.
  if (isWhole && (name !== undefined || !process.stdin.isTTY)) return given;
  // What is wrong with what was given says more than what is missing.
  if (!process.stdin.isTTY)
    return answersFault(given, BEGIN_WORDS[language]) ?? BEGIN_WORDS[language].missing;
  const known = (code: SchoolId) => knownDetails(data, code);
  return await onTerminal((ask) => completeAnswers(given, { ask, language, known }));
}

/** What the register has of a school; nothing where it is new, or where the data cannot be opened, which is told when it must be. */
async function knownDetails(data: string, code: SchoolId): Promise<Partial<SchoolDetails> | undefined> {
  if (!holdsStorage(data)) return undefined;
  const opened = await openOrExplain(data);
  if (!opened) return undefined;
  try {
    const { records } = await createRosterStore(opened.storage).readRoster(code);
    return records.find((record): record is School => record.kind === 'school');
  } finally {
    await opened.storage.close();
  }
}

function refuse(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

type Values = ReturnType<typeof parse>;

function read(args: readonly string[]): Values | string {
  try {
    const values = parse(args);
    const isKnown = values.role === undefined || values.role === 'office' || values.role === 'principal';
    return isKnown ? values : USAGE;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      school: text,
      name: text,
      phone: text,
      email: text,
      address: text,
      city: text,
      surname: text,
      'given-name': text,
      role: text,
      out: text,
      data: text,
      lang: text,
      again: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}
