import { expect, test } from 'vitest';
import type { LinkPage } from '../identity/recovery/follow-link.ts';
import { donePage, linkPage } from './pages.ts';
import { PROVIDER_WORDS } from './provider-pages.ts';
import { SCHOOL_WORDS } from './school-words.ts';
import { WORDS, type Words } from './words.ts';

const page = { purpose: 'resetPassword', username: 'G100001A', schoolName: 'Istituto Verdi' } as LinkPage;
const first = (markup: string) => /<input\s+id="password"[^>]*>/.exec(markup)?.[0] ?? '';

test('the rules of a password are said before it is typed, and the field is described by them', () => {
  const markup = linkPage('it', page);
  expect(markup.indexOf('id="rule"')).toBeLessThan(markup.indexOf('id="password"'));
  expect(markup).toContain('Almeno 10 caratteri');
  expect(first(markup)).toContain('aria-describedby="rule"');
  expect(first(markup)).not.toMatch(/aria-invalid|autofocus/);
});

test.each(['tooShort', 'tooCommon', 'tooEasy', 'personal', 'sameAsBefore', 'different'] as const)(
  'a password refused as %s says so in the title, with the focus in the field that the reason is tied to',
  (problem) => {
    for (const language of ['it', 'en'] as const) {
      const markup = linkPage(language, page, problem);
      expect(markup).toContain(`<title>${WORDS[language].password.refused} · `);
      expect(first(markup)).toContain('aria-describedby="fault rule"');
      expect(first(markup)).toContain('aria-invalid="true"');
      expect(first(markup)).toContain('autofocus');
      expect(markup).toMatch(/<p class="fault" id="fault" role="alert">[^<]+<\/p>/);
    }
  },
);

test('who is done is led to where the program is', () => {
  const done = { ...page, purpose: 'activate', school: 'MORE0001' } as LinkPage;
  expect(donePage('it', done)).toContain('<a href="/scuola/MORE0001?language=it">');
  expect(donePage('en', done)).toContain('<a href="/scuola/MORE0001?language=en">');
});

test('a server that is busy blames no password', () => {
  expect(first(linkPage('it', page, 'busy'))).not.toContain('aria-invalid');
});

test('the Italian pages behind mails, letters and a provider say «tu» to nobody', () => {
  const said = [...textsOf(WORDS.it), ...textsOf(SCHOOL_WORDS.it), ...textsOf(PROVIDER_WORDS.it)];
  const familiar =
    /\b(?:tu|tuo|tua|tuoi|tue|te|ti|hai|sei|puoi|premi|apri|aprilo|chiedi|chiedine|(?<!si |c’)entra|(?<!si |chi )usa|guarda|aggiungi|riprova|rivolgiti|ripeti|scegli|vai|avvisa|torna|scrivi|consegni|vuoi)\b/i;
  expect(said.filter((text) => familiar.test(text))).toEqual([]);
});

/** Every text in a tree of words; those made of values with values that are none. */
function textsOf(words: object): readonly string[] {
  return Object.values(words as Record<keyof Words, unknown>).flatMap((part: unknown) => {
    if (typeof part === 'string') return [part];
    if (typeof part === 'function') return [(part as (...values: string[]) => string)('x', 'y')];
    return typeof part === 'object' && part !== null ? textsOf(part) : [];
  });
}
