import { isCode, type TreeFile } from './tree.ts';

/** The folders that treat every kind of record alike: what they know of one, they know from the registry of kinds. */
const machinery =
  /^(?:domain\/entries|main|sync-server\/(?:storage|register)|renderer\/data\/(?:sync|store))\//;

/** The one maker of notices: they are records of the register itself. */
const noticeMaker = 'sync-server/register/settlement/conflict-notices.ts';

/** Words of kinds that say something else as well: they are left to the check of imports. */
const ambiguous = new Set(['school', 'class', 'subject', 'person']);

/** The machinery says no kind's name, nor a field of its that is merged by more than "the later wins". */
export function kindProblems(files: readonly TreeFile[]): readonly string[] {
  const words = wordsOfKinds(files);
  if (words.length === 0) throw new Error('no kinds of records were found: the guard would guard nothing');
  return files
    .filter(isMachinery)
    .flatMap(({ name, text }) =>
      words
        .filter((word) =>
          new RegExp(
            `['"\`]${word}['"\`]|\\b(?:record|next|mine|theirs|stands|merged|held)\\.${word}\\b`,
          ).test(text),
        )
        .map((word) => `${name}: "${word}" is one kind's word; the machinery reads the registry of kinds`),
    );
}

function isMachinery(file: TreeFile): boolean {
  const { name } = file;
  return (
    isCode(file) &&
    machinery.test(name) &&
    name !== noticeMaker &&
    !/\.test\.|\/testing\/|-contract\.ts$/.test(name)
  );
}

function wordsOfKinds(files: readonly TreeFile[]): readonly string[] {
  const words = new Set<string>();
  for (const { name, text } of files) {
    if (!/^domain\/kinds\/[^/]+\/kind\.ts$/.test(name)) continue;
    for (const [, kind = ''] of text.matchAll(/^ {2}kind: '(\w+)'/gm)) words.add(kind);
    for (const [, field = ''] of text.matchAll(/(\w+): \{\s*rule: '(?:own|keyedList|firstWins)'/g))
      words.add(field);
  }
  return [...words].filter((word) => !ambiguous.has(word));
}
