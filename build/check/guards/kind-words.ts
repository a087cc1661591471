import { isCode, type TreeFile } from './tree.ts';
import { namesSaid, recordKindIn, type SaidName } from './said-names.ts';

/** What treats every kind of record alike: what it knows of one, it knows from the registry of kinds. */
const machinery =
  /^(?:(?:domain\/(?:access|entries|protocol|record)|main|sync-server\/(?:storage|register|http)|renderer\/(?:data|features\/sync-centre))\/|renderer\/kinds\/[^/]+$)/;

/** The kinds as the pages know them, one in a line. */
const kindRooms = 'renderer/kinds/registry.ts';

/** Where the collections have their names. */
const collectionNames = 'domain/record/collection-names.ts';

/** The index of the school is made of its kinds; an import of any other is refused to it. */
const schoolIndex = 'renderer/data/school/';

/** Words of kinds that say something else as well: only where they are the `kind` of something are they taken for one. */
const ambiguous = new Set([
  'school',
  'class',
  'subject',
  'person',
  // Fields of an assessment and of a grade: every schema has a type, every result a value.
  'type',
  'value',
  // All that is assessed has one, and its readers by it.
  'scale',
  // A limit of a schema, a role of the staff, a term of the office's acts.
  'maximum',
  'teacher',
  'period',
]);

/** Fields that say where a record belongs: the machinery has them from the place of every kind. */
const PLACE = new Set(['day', 'hour', 'class', 'otherClasses', 'pupil', 'child']);

/** The kind that the register itself writes: its fields are words of the machinery. */
const OWN_KIND = 'conflictNotice';

/**
 * Files in which a word is another thing's name, those that make notices and show them, which are records of the register itself, and
 * migrations, which say how things were called at their time.
 */
const OTHER_MEANINGS: Readonly<Record<string, readonly string[]>> = {
  'domain/access/bucket.ts': ['grades'],
  'domain/protocol/bridge/local-password.ts': ['personal'],
  'domain/protocol/bridge/session-state.ts': ['enrolment', 'personal'],
  'domain/protocol/endpoints/account/account-events.ts': ['events'],
  'domain/protocol/endpoints/account/account-reasons.ts': ['personal'],
  'domain/protocol/endpoints/office-accounts/office-accounts.ts': ['cancelled'],
  'domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts': ['events'],
  'domain/protocol/endpoints/office/office-endpoints.ts': ['roster'],
  'domain/protocol/endpoints/office/office-mail-list.ts': ['cancelled'],
  'domain/protocol/endpoints/session/session.ts': ['enrolment', 'personal'],
  'domain/protocol/failure-reasons.ts': ['cancelled'],
  'domain/record/fields.ts': ['quarters'],
  'main/app-scheme/content-security.ts': ['serial'],
  'main/entry/complete-sign-in.ts': ['enrolment', 'personal'],
  'renderer/data/status/live-status.ts': ['conflictNotice'],
  'renderer/data/store/encrypted-instance.ts': ['events'],
  'renderer/features/sync-centre/texts.en.ts': ['lesson'],
  'sync-server/register/settlement/conflict-notices.ts': ['conflictNotice'],
  'sync-server/storage/contract/accounts.ts': ['cancelled', 'events'],
  'sync-server/storage/sqlite/accounts.ts': ['events'],
  'sync-server/storage/sqlite/migrations/0003-devices.ts': ['move'],
  'sync-server/storage/sqlite/migrations/0010-held-kind.ts': ['attendance', 'attendanceDay', 'lesson'],
};

/**
 * The machinery says no kind's name, no collection's, and no field of which more is said than where its record belongs: not in a text, not as a
 * member, not between brackets, not in what is taken apart, put together or declared.
 */
export function kindProblems(
  files: readonly TreeFile[],
  otherMeanings: Readonly<Record<string, readonly string[]>> = OTHER_MEANINGS,
): readonly string[] {
  const { words, fields, kinds, problems } = wordsOfKinds(files);
  if (words.size === 0) throw new Error('no kinds of records were found: the guard would guard nothing');
  const machineryFiles = files.filter(isMachinery);
  const said = machineryFiles.flatMap((file) => {
    const allowed = otherMeanings[file.name] ?? [];
    return namesSaid(file)
      .filter(
        ({ word, isKind, isCalled }) =>
          (words.has(word) || (isKind && kinds.has(word))) &&
          !(isCalled && fields.has(word)) &&
          !allowed.includes(word),
      )
      .map(
        ({ word, line }) =>
          `${file.name}:${line}: "${word}" is one kind's word; the machinery reads the registry of kinds`,
      );
  });
  const needless = Object.entries(otherMeanings).flatMap(([name, allowed]) => {
    const file = machineryFiles.find((one) => one.name === name);
    const own = new Set(file ? namesSaid(file).map(({ word }: SaidName) => word) : []);
    return allowed
      .filter((word) => !own.has(word) || !words.has(word))
      .map((word) => `${name}: does not say "${word}" any more: shorten the list`);
  });
  return [...problems, ...said, ...needless];
}

function isMachinery(file: TreeFile): boolean {
  const { name } = file;
  return (
    isCode(file) &&
    !name.endsWith('.css') &&
    machinery.test(name) &&
    name !== collectionNames &&
    name !== kindRooms &&
    !name.startsWith(schoolIndex) &&
    !/\.test\.|\/testing\/|-contract\.ts$/.test(name)
  );
}

/** The words of all kinds, and the kinds that do not say theirs where they are read. */
function wordsOfKinds(files: readonly TreeFile[]): {
  readonly words: ReadonlySet<string>;
  /** Those of them that are fields with a plain rule, and the name of no kind. */
  readonly fields: ReadonlySet<string>;
  /** The names of all, those that say something else included. */
  readonly kinds: ReadonlySet<string>;
  readonly problems: readonly string[];
} {
  const words = new Set<string>();
  const fields = new Set<string>();
  const kinds = new Set<string>();
  const problems: string[] = [];
  for (const file of files) {
    if (!/^domain\/kinds\/[^/]+\/kind\.ts$/.test(file.name)) continue;
    const found = recordKindIn(file);
    if (found.kind !== undefined) kinds.add(found.kind);
    const plain = found.kind === OWN_KIND ? [] : found.plain.filter((field) => !PLACE.has(field));
    for (const word of [...found.words, ...plain]) if (!ambiguous.has(word)) words.add(word);
    for (const field of plain) fields.add(field);
    if (!found.isWhole)
      problems.push(
        `${file.name}: kind, collection and the rules of its fields stand in this file, as they are`,
      );
  }
  return { words, fields, kinds, problems };
}
