import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from './catalogue.ts';

const { it: italian, en } = catalogues;

function texts(part: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...texts(value, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, String(value)] as const],
    ),
  );
}

const inItalian = texts(italian);
const inEnglish = texts(en);

test('both languages have the same keys, none of them empty', () => {
  expect([...inEnglish.keys()].toSorted()).toEqual([...inItalian.keys()].toSorted());
  expect([...inItalian, ...inEnglish].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('both languages use the same values in each text', () => {
  const values = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
  const different = [...inItalian].filter(
    ([key, text]) => values(text).join(',') !== values(inEnglish.get(key)).join(','),
  );
  expect(different.map(([key]) => key)).toEqual([]);
});

test('every plural has both forms', () => {
  const incomplete = [...inItalian.keys()].filter(
    (key) => key.endsWith('_one') && !inItalian.has(key.replace(/_one$/, '_other')),
  );
  expect(incomplete).toEqual([]);
});

test('what is asked about one account, which the title names, counts no accounts', () => {
  const counted = [...inItalian, ...inEnglish].filter(
    ([key, text]) => /^accounts\.act\.\w+Text_one$/.test(key) && text.includes('{{number}}'),
  );
  expect(counted).toEqual([]);
});

/** Words by which the palette finds something; nobody reads them. */
const isSearched = (key: string) => key.startsWith('shell.command.words.') || /\.wordsFor\w+$/.test(key);

test('a message is an e-mail, and it is sent', () => {
  // «Indirizzo mail» is the customer's name of the field; what is searched for may be called as people call it.
  const found = [...inItalian].filter(
    ([key, text]) =>
      !isSearched(key) &&
      /(?<![\w-])mail\b|\bmand(?:a|o|are|ato|ata|ati|ate|iamo)\b/i.test(
        text.replaceAll('Indirizzo mail', ''),
      ),
  );
  expect(found).toEqual([]);
  const inMail = [...inEnglish].filter(
    ([key, text]) => !isSearched(key) && /(?<![\w-])mails?\b(?! server)/i.test(text),
  );
  expect(inMail).toEqual([]);
});

test('leaving a dialog, taking a record back and undoing what was done last are three words', () => {
  const others = (all: typeof inItalian, either: RegExp, undo: RegExp) =>
    [...all].filter(
      ([key, text]) =>
        either.test(text) && !undo.test(text) && !/(?:^|\.)cancel$/.test(key) && !isSearched(key),
    );
  expect(others(inItalian, /^Annulla(?!\p{L})/u, /^Annulla l’ultim[oa](?!\p{L})/u)).toEqual([]);
  expect(others(inEnglish, /^(?:Undo|Cancel)\b/, /^Undo the last\b/)).toEqual([]);
});

test('pages contain no text of their own', async () => {
  const root = path.join(import.meta.dirname, '..');
  const literal = /<[A-Za-z][^<>]*>\s*[^<>{}\n]*[A-Za-zÀ-ù]{3,}[^<>{}\n]*\s*<\//g;
  const attribute = /\s(?:aria-label|title|label|placeholder|alt)="([^"]+)"/g;
  const found: string[] = [];
  for await (const file of glob('{app,features,ui}/**/*.tsx', { cwd: root })) {
    const source = await readFile(path.join(root, file), 'utf8');
    // Keys are called what the keyboard calls them.
    for (const [match] of source.matchAll(literal))
      if (!match.startsWith('<KeyCap>')) found.push(`${file}: ${match}`);
    for (const [, text] of source.matchAll(attribute))
      if (text !== 'Ctrl+Enter') found.push(`${file}: ${text}`);
  }
  expect(found).toEqual([]);
});
